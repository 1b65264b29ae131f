/** How each reply was made: keyword, rank, what was captured, the swap, the template. */

import { focusHeading, h, heading } from "../common/dom.js";
import { dataTable } from "../common/table.js";
import { PLACE } from "./bot.js";
import { isRevealed } from "./model.js";
import { secondRating } from "./rate.js";

/** @import { Answer } from "./bot.js" */
/** @import { MirrorState } from "./model.js" */
/** @import { MirrorContext } from "./view.js" */

/** @param {MirrorContext} context */
export function insidePart(context) {
  const list = h("ol", { class: "wh-entries", "aria-label": "How each reply was made" });
  const second = secondRating(context);
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(context.level + 2, "Inside the bot"),
    h(
      "p",
      {},
      "This is all that happened between your words and each reply. Open any of them: the keyword with the highest rank won, the rest of the clause was captured, the pronouns were swapped, and a template was filled.",
    ),
    list,
    second.node,
  );
  return {
    node,
    /** @param {MirrorState} state */
    update(state) {
      const { play } = state;
      const opened = node.hidden && isRevealed(play) && node.isConnected;
      node.hidden = !isRevealed(play);
      if (node.hidden) {
        list.replaceChildren();
        return;
      }
      // One is open, to show that there is something to open: one where something was swapped, if any.
      const telling = Math.max(
        0,
        play.said.findIndex(({ swapped }) => swapped.length > 0),
      );
      for (const [index, answer] of play.said.entries()) {
        if (!list.children[index]) {
          list.append(entry(answer, index, index === telling));
        }
      }
      second.update(state);
      if (opened) {
        focusHeading(node);
      }
    },
  };
}

/**
 * @param {Answer} answer
 * @param {number} index
 * @param {boolean} open
 */
function entry(answer, index, open) {
  const steps = dataTable({ label: `How reply ${index + 1} was made`, columns: ["Step", "Here"] });
  steps.node.classList.add("wh-mirror-steps");
  steps.update(stepsOf(answer));
  const fired = answer.rule === null ? "no keyword" : `keyword “${answer.keyword}”`;
  return h(
    "li",
    {},
    h(
      "details",
      { class: "wh-entry", open },
      h(
        "summary",
        {},
        h("strong", {}, `${index + 1}. ${fired}`),
        h("span", { class: "wh-preview" }, `“${answer.text}”`),
      ),
      steps.node,
    ),
  );
}

/**
 * @param {Answer} answer
 * @returns {(readonly [string, string])[]}
 */
function stepsOf(answer) {
  const reply = /** @type {const} */ (["The reply", answer.reply]);
  if (answer.rule === null) {
    return [
      ["Keywords found (rank)", answer.found.join(", ") || "none"],
      ["Rule that fired", "none: a sentence for when no rule fits"],
      ["Sentence", `number ${answer.turn} of ${answer.of}, in turn`],
      reply,
    ];
  }
  const swaps = answer.swapped.map(({ from, to }) => `${from} → ${to}`).join(", ");
  return [
    ["Keywords found (rank)", answer.found.join(", ")],
    ["Rule that fired", `for “${answer.keyword}”, rank ${answer.rank}, the highest`],
    ["Pattern", `… ${answer.keyword} [the rest]`],
    ["Captured", captured(answer)],
    ["Pronouns swapped", swaps || "none"],
    ["Template", `“${answer.template}” (${answer.turn} of ${answer.of}, in turn)`],
    reply,
  ];
}

/** @param {Answer} answer */
function captured(answer) {
  if (answer.captured === "") {
    return "nothing";
  }
  return `“${answer.captured}”${answer.template.includes(PLACE) ? "" : ", not used by this template"}`;
}
