import { h, heading } from "./dom.js";

/** @import { Claim, DebriefText } from "./types.js" */

/**
 * One mechanism, what to try, what was measured, what speaks against it, and what was made up to teach.
 *
 * @param {DebriefText} text
 * @param {number} level  of its headings
 */
export function debriefPanel(text, level) {
  return h(
    "div",
    { class: "wh-stack" },
    h("p", { class: "wh-large" }, text.mechanism),
    part(level, "Try next", list(text.try.map((line) => ({ text: line })))),
    part(level, "Measured elsewhere", list(text.evidence)),
    part(level, "What speaks for the other side", list(text.counter)),
    part(
      level,
      "Chosen for teaching, not measured",
      list(text.chosen.map((line) => ({ text: line }))),
    ),
  );
}

/**
 * @param {number} level
 * @param {string} title
 * @param {HTMLElement} content
 */
function part(level, title, content) {
  return h("div", {}, heading(level, title), content);
}

/** @param {readonly Claim[]} claims */
function list(claims) {
  return h(
    "ul",
    { class: "wh-list" },
    ...claims.map(({ text, key }) =>
      h("li", {}, text, key ? " " : null, key ? h("cite", { class: "wh-key" }, `[${key}]`) : null),
    ),
  );
}
