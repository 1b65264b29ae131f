import { h } from "./dom.js";
import { s } from "./svg.js";
import { numbersBelow } from "./table.js";

/** @typedef {readonly [x: number, y: number]} Point */

/**
 * @typedef {object} Axis
 * @property {string} label  with its unit
 * @property {number} min
 * @property {number} max
 * @property {readonly number[]} ticks
 * @property {(value: number) => string} [words]  a tick as it is read
 */

/**
 * Lines over two axes, told apart by stroke and marker as well as by colour. The same numbers stand in a
 * table below: the drawing itself is hidden from screen readers because nothing is only in it.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {Axis} options.x
 * @param {Axis} options.y
 * @param {readonly { label: string, look: "solid" | "dashed" | "dotted" }[]} options.series
 * @param {boolean} [options.square]  as high as wide
 * @param {boolean} [options.table]  false where the caller says the numbers in another way
 */
export function lineChart({ caption, x, y, series, square = false, table = true }) {
  const lines = series.map(({ look }) => line(look));
  const key = s("path", { class: "wh-plot-key" });
  const plot = s(
    "svg",
    { class: "wh-plot", viewBox: "0 0 100 100", preserveAspectRatio: "none", focusable: "false" },
    ...lines.flatMap(({ stroke, marks }) => [stroke, marks]),
    key,
  );
  const numbers = table ? numbersBelow(x.label, series) : null;
  const at = placer(x, y);

  return {
    node: h(
      "figure",
      { class: square ? "wh-chart wh-chart-square" : "wh-chart" },
      h("figcaption", {}, caption),
      h("p", { class: "wh-legend" }, ...series.map(legendItem)),
      h(
        "div",
        { class: "wh-plot-frame", "aria-hidden": "true" },
        h("p", { class: "wh-plot-y" }, y.label),
        ticks(y, "y"),
        h("div", { class: "wh-plot-box" }, plot),
        ticks(x, "x"),
        h("p", { class: "wh-plot-x" }, x.label),
      ),
      numbers?.node ?? null,
    ),
    /**
     * @param {readonly (readonly Point[])[]} points  for each series
     * @param {Point | null} [marked]  the one to look at
     */
    update(points, marked = null) {
      for (const [index, { stroke, marks }] of lines.entries()) {
        const placed = (points[index] ?? []).map(at);
        draw(stroke, placed.map((place, nth) => `${nth === 0 ? "M" : "L"}${place}`).join(""));
        draw(marks, placed.map((place) => `M${place}h0`).join(""));
      }
      draw(key, marked ? `M${at(marked)}h0` : "");
      numbers?.update(rowsOf(points));
    },
  };
}

/**
 * @param {SVGPathElement} path
 * @param {string} d
 */
function draw(path, d) {
  if (path.getAttribute("d") !== d) {
    path.setAttribute("d", d);
  }
}

/** @param {string} look */
function line(look) {
  return {
    stroke: s("path", { class: `wh-plot-line wh-stroke-${look}` }),
    marks: s("path", { class: `wh-plot-marks wh-marks-${look}` }),
  };
}

/** @param {{ label: string, look: string }} series */
function legendItem({ label, look }) {
  const { stroke, marks } = line(look);
  draw(stroke, "M4,50L96,50");
  draw(marks, "M50,50h0");
  const swatch = s(
    "svg",
    {
      class: "wh-line-swatch",
      viewBox: "0 0 100 100",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    stroke,
    marks,
  );
  return h("span", { class: "wh-legend-item" }, swatch, label);
}

/**
 * @param {Axis} axis
 * @param {"x" | "y"} side
 */
function ticks(axis, side) {
  const words = axis.words ?? String;
  return h(
    "div",
    { class: `wh-ticks wh-ticks-${side}` },
    ...axis.ticks.map((value) => {
      const tick = h("span", {}, words(value));
      const share = `${share01(value, axis) * 100}%`;
      if (side === "x") {
        tick.style.left = share;
      } else {
        tick.style.bottom = share;
      }
      return tick;
    }),
  );
}

/**
 * @param {number} value
 * @param {Axis} axis
 */
const share01 = (value, { min, max }) => Math.min(1, Math.max(0, (value - min) / (max - min)));

/**
 * @param {Axis} x
 * @param {Axis} y
 * @returns {(point: Point) => string}
 */
const placer =
  (x, y) =>
  ([px, py]) =>
    `${(share01(px, x) * 100).toFixed(2)},${((1 - share01(py, y)) * 100).toFixed(2)}`;

/**
 * A row for each place on the x axis, a column for each series.
 *
 * @param {readonly (readonly Point[])[]} points
 */
function rowsOf(points) {
  const values = points.map((list) => new Map(list));
  const places = [...new Set(points.flatMap((list) => list.map(([place]) => place)))];
  places.sort((one, other) => one - other);
  return places.map((place) => [place, ...values.map((map) => map.get(place) ?? "")]);
}
