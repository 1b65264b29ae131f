/**
 * How a conversation ended: what was heard, what was never said, and why each reply was coded so.
 */

import { h, heading } from "../common/dom.js";
import { codeOf, endingOf, heard, minutesOf, unsaid } from "./graph.js";
import { closedCount, endingWords, minutesWords, unsaidWords } from "./words.js";

/** @import { Closed, Walk } from "./graph.js" */
/** @import { Case, Reply, Script } from "./types.js" */

/**
 * @param {number} level
 * @param {Script} scenario
 * @param {Case} played
 */
export function endingPart(level, scenario, played) {
  const title = heading(level, "How it ended");
  const body = h("div", { class: "wh-stack" });
  const node = h("div", { class: "wh-stack", hidden: true }, title, body);
  /** @type {string | null} */
  let drawn = null;

  return {
    node,
    /** @param {Walk | null} walk  one that has ended */
    update(walk) {
      node.hidden = !walk;
      const way = walk && JSON.stringify(walk.steps.map(({ reply }) => reply.text));
      if (walk && way !== drawn) {
        body.replaceChildren(...content(level + 1, scenario, played, walk));
      }
      drawn = way;
    },
  };
}

/**
 * @param {number} level
 * @param {Script} scenario
 * @param {Case} played
 * @param {Walk} walk
 */
function content(level, scenario, played, walk) {
  const told = heard(played, walk);
  const missed = unsaid(played, walk);
  const all = played.disclosures.length;
  return [
    ...endingLines(played, walk, endingOf(walk)?.left ?? ""),
    told.length > 0
      ? part(level, `Heard: ${told.length} of ${all}`, list(told.map(({ text }) => text)))
      : null,
    missed.length > 0
      ? part(
          level,
          `Never said: ${all - told.length} of ${all}`,
          ...missed.map((closed) => h("p", {}, closedCount(scenario, closed))),
          unsaidList(scenario, played, missed),
        )
      : null,
    h("p", { class: "wh-note" }, played.reading),
    h(
      "details",
      { class: "wh-details", open: true },
      h("summary", {}, "Your replies, and why each was coded so"),
      h(
        "ul",
        { class: "wh-list" },
        ...walk.steps.map(({ reply }, index) => whyItem(scenario, reply, index + 1)),
      ),
    ),
  ].filter((child) => child !== null);
}

/**
 * @param {Case} played
 * @param {Walk} walk
 * @param {string} left  how the person left
 */
export const endingLines = (played, walk, left) => [
  h("p", { class: "wh-strong" }, endingWords(walk)),
  h("p", { class: "wh-large" }, left),
  ...(played.timed ? [h("p", {}, minutesWords(minutesOf(walk)))] : []),
];

/**
 * What they were, for a learner who does not want to find out by meeting the person again.
 *
 * @param {Script} scenario
 * @param {Case} played
 * @param {readonly Closed[]} missed
 */
const unsaidList = (scenario, { person }, missed) =>
  h(
    "details",
    { class: "wh-details" },
    h(
      "summary",
      {},
      `What they were. Or leave this closed, and meet ${person} again after the bot`,
    ),
    list(
      missed.flatMap(({ disclosures }) =>
        disclosures.map((disclosure) => unsaidWords(scenario, disclosure)),
      ),
    ),
  );

/**
 * @param {number} level
 * @param {string} title
 * @param {...HTMLElement} children
 */
const part = (level, title, ...children) =>
  h("div", { class: "wh-stack" }, heading(level, title), ...children);

/** @param {readonly string[]} lines */
const list = (lines) => h("ul", { class: "wh-list" }, ...lines.map((line) => h("li", {}, line)));

/**
 * @param {Script} scenario
 * @param {Reply} reply
 * @param {number} number  from 1
 */
const whyItem = (scenario, { code, text, why }, number) =>
  h(
    "li",
    {},
    h("span", { class: "wh-strong" }, `Reply ${number}, ${codeOf(scenario, code).label}: `),
    `“${text}” ${why}`,
  );
