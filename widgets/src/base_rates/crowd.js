import { h, setText, uniqueId } from "../common/dom.js";
import { s } from "../common/svg.js";
import { many } from "./rates.js";

/** @import { Counts } from "./rates.js" */

/** @typedef {keyof Counts} Kind */

const COLUMNS = 40;
const CELL = 10;

/** @type {readonly { kind: Kind, label: string, look: string, mark: string }[]} */
const KINDS = [
  { kind: "found", label: "Found: has it, flagged", look: "found", mark: "M5,5h0" },
  {
    kind: "missed",
    label: "Missed: has it, passed",
    look: "missed",
    mark: "M1.5,5a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0",
  },
  {
    kind: "false_alarms",
    label: "False alarm: flagged, does not have it",
    look: "alarm",
    mark: "M2,2l6,6m0,-6l-6,6",
  },
  {
    kind: "passed",
    label: "Rightly passed: does not have it",
    look: "passed",
    mark: "M5,5h0",
  },
];

/**
 * People as marks of four shapes, those who have it first, in one drawing with one path for each shape. A
 * path outlines the places of its people and is filled with the mark as a pattern: a drag moves four
 * outlines and not a thousand marks. The legend beside it holds the numbers.
 *
 * @param {number} people
 */
export function crowd(people) {
  const paths = KINDS.map(({ kind, look, label, mark }) => {
    const id = uniqueId();
    return {
      kind,
      legend: label,
      look,
      mark,
      pattern: s(
        "pattern",
        // biome-ignore lint/security/noSecrets: a word of SVG
        { id, width: CELL, height: CELL, patternUnits: "userSpaceOnUse" },
        s("path", { class: `wh-crowd-${look}`, d: mark }),
      ),
      path: s("path", { fill: `url(#${id})` }),
      number: h("strong", {}),
    };
  });
  const drawing = s(
    "svg",
    {
      class: "wh-crowd",
      viewBox: `0 0 ${COLUMNS * CELL} ${Math.ceil(people / COLUMNS) * CELL}`,
      role: "img",
      focusable: "false",
    },
    s("defs", {}, ...paths.map(({ pattern }) => pattern)),
    ...paths.map(({ path }) => path),
  );

  return {
    node: h(
      "figure",
      { class: "wh-chart" },
      h("figcaption", {}, `${many(people)} people, a mark each`),
      h(
        "ul",
        { class: "wh-legend" },
        ...paths.map(({ legend, look, mark, number }) =>
          h(
            "li",
            { class: "wh-legend-item" },
            swatch(look, mark),
            h("span", {}, number, ` ${legend}`),
          ),
        ),
      ),
      drawing,
    ),
    /**
     * @param {Counts} counts  which add up to the people
     * @param {string} words  what the drawing shows
     */
    update(counts, words) {
      let from = 0;
      for (const { kind, path, number } of paths) {
        const to = from + counts[kind];
        const outline = outlined(from, to);
        if (path.getAttribute("d") !== outline) {
          path.setAttribute("d", outline);
        }
        setText(number, many(counts[kind]));
        from = to;
      }
      if (drawing.getAttribute("aria-label") !== words) {
        drawing.setAttribute("aria-label", words);
      }
    },
  };
}

/**
 * The places from the first up to, not including, the last, row by row: the rest of the row it begins in,
 * whole rows, and the beginning of the row it ends in.
 *
 * @param {number} from
 * @param {number} to
 */
export function outlined(from, to) {
  const parts = [];
  let place = from;
  while (place < to) {
    const [row, column] = [Math.floor(place / COLUMNS), place % COLUMNS];
    const wide = Math.min(to - place, COLUMNS - column);
    const rows = wide === COLUMNS ? Math.floor((to - place) / COLUMNS) : 1;
    parts.push(`M${column * CELL},${row * CELL}h${wide * CELL}v${rows * CELL}h${-wide * CELL}z`);
    place += wide * rows;
  }
  return parts.join("");
}

/**
 * @param {string} look
 * @param {string} mark
 */
const swatch = (look, mark) =>
  s(
    "svg",
    { class: "wh-crowd wh-crowd-swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
    s("path", { class: `wh-crowd-${look}`, d: mark }),
  );
