import { h } from "../common/dom.js";
import { s } from "../common/svg.js";
import { pausesInWords, SHORT, seconds } from "./words.js";

/** @import { Timing } from "./recordings.js" */

/**
 * The shape of a sound over time, drawn from its measured envelope, with its pauses. The drawing is hidden
 * from screen readers: the words below say where the silence lies.
 *
 * @param {Timing} timing
 * @param {number} longest  seconds that the whole width stands for
 */
export function wave({ envelope, phrases, pauses, seconds: length }, longest) {
  const x = (/** @type {number} */ second) => (100 * second) / longest;
  // A frame that begins in the question may end after it.
  const asks = (phrases[0]?.end ?? 0) + length / envelope.length;
  const frames = envelope.map((level, index) => ({
    second: ((index + 0.5) * length) / envelope.length,
    level,
  }));
  const bars = (/** @type {typeof frames} */ part) =>
    part
      .filter(({ level }) => level > 0)
      .map(
        ({ second, level }) =>
          `M${x(second).toFixed(2)},${(50 - 46 * level).toFixed(1)}v${(92 * level).toFixed(1)}`,
      )
      .join("");
  const gaps = pauses
    .map((pause, index) => ({ pause, start: phrases[index]?.end ?? 0 }))
    .filter(({ pause }) => pause >= SHORT);

  return h(
    "div",
    { class: "wh-wave" },
    s(
      "svg",
      {
        viewBox: "0 0 100 100",
        preserveAspectRatio: "none",
        focusable: "false",
        "aria-hidden": "true",
      },
      ...gaps.map(({ pause, start }) =>
        s("rect", { class: "wh-wave-pause", x: x(start), y: 2, width: x(pause), height: 96 }),
      ),
      s("path", {
        class: "wh-wave-sound wh-wave-asks",
        d: bars(frames.filter(({ second }) => second <= asks)),
      }),
      s("path", { class: "wh-wave-sound", d: bars(frames.filter(({ second }) => second > asks)) }),
    ),
    h(
      "div",
      { class: "wh-wave-marks", "aria-hidden": "true" },
      ...gaps.map(({ pause, start }) => mark(seconds(pause), x(start + pause / 2))),
    ),
    h("p", {}, `Pauses: ${pausesInWords({ envelope, key: "", phrases, pauses, seconds: length })}`),
  );
}

/**
 * @param {string} text
 * @param {number} place  in per cent from the left
 */
function mark(text, place) {
  const node = h("span", {}, text);
  node.style.left = `${place}%`;
  return node;
}
