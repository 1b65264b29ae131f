import { h } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { insidePart } from "./inside.js";
import { done, isRevealed, transcript } from "./model.js";
import { pairsPart } from "./pairs.js";
import { ratePart } from "./rate.js";
import { expectedSame, samePairs } from "./replies.js";
import { changedRules } from "./rules.js";
import { rulesPart } from "./rules_part.js";
import { talkPart } from "./talk.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { MirrorAction, MirrorState } from "./model.js" */

/** @typedef {ViewContext<MirrorState, MirrorAction | StageAction>} MirrorContext */

/** @type {View<MirrorState, MirrorAction | StageAction>} */
export const view = simulationView({
  playTitle: "Talk, rate, look inside",
  before: sixPairs,
  play(context) {
    const parts = [talkPart, ratePart, insidePart, pairsPart, rulesPart].map((part) =>
      part(context),
    );
    const left = h("p", { class: "wh-hint" });
    return {
      node: h("div", { class: "wh-stack" }, ...parts.map(({ node }) => node), left),
      update(state) {
        for (const part of parts) {
          part.update(state);
        }
        left.textContent = leftToDo(state);
      },
    };
  },
  done,
  status: (state) => `${lastReply(state)} ${leftToDo(state)}`.trim(),
  compare: (state) => [comparison(state), heard(state), edited(state)].filter(Boolean),
  transcript,
});

/** @param {MirrorContext} context */
function sixPairs({ state: { scenario } }) {
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h("p", {}, scenario.pairs_lead),
      h(
        "ul",
        { class: "wh-list" },
        ...scenario.pairs.map(({ one, other }) => h("li", {}, `${one} / ${other}`)),
      ),
    ),
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {MirrorState} state */
function lastReply({ play, scenario }) {
  const last = play.said.at(-1);
  return last && !isRevealed(play) ? `${scenario.bot}: ${last.reply}` : "";
}

/** @param {MirrorState} state */
function leftToDo({ play, scenario }) {
  const { said, before, after, swapped } = play;
  if (before === null) {
    return said.length < scenario.least_turns
      ? `${said.length} of ${scenario.least_turns} messages sent before the first rating.`
      : "Next: rate how heard you feel. You may also talk on.";
  }
  if (after === null) {
    return "Next: read how the replies were made, and rate again.";
  }
  return swapped.length < scenario.pairs.length
    ? `Next: swap the feelings. ${swapped.length} of ${scenario.pairs.length} pairs swapped.`
    : `All pairs swapped: ${samePairs(play.rules, scenario)} of ${scenario.pairs.length} get the same reply. Change the rules, or read the debrief.`;
}

/** @param {MirrorState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const expected = expectedSame(scenario);
  const verdict = prediction.guess === expected ? "You were right." : "That was not it.";
  return (
    `You predicted ${prediction.guess} of ${scenario.pairs.length} pairs, ${prediction.confidence}% sure. With the rules as they came it is ${expected}. ${verdict} ` +
    "The words that carry the feeling are in no rule; where replies differ, the bot only handed the word back."
  );
}

/** @param {MirrorState} state */
function heard({ play: { before, after } }) {
  if (before === null || after === null) {
    return "";
  }
  const words = { "-1": "It fell", 0: "It stayed the same", 1: "It rose" }[
    /** @type {-1 | 0 | 1} */ (Math.sign(after - before))
  ];
  return `How heard you felt: ${before} of 100 while the rules were hidden, ${after} once you had read them. ${words}, and the replies in the chat had not changed by a letter. Any of these answers is a fair one.`;
}

/** @param {MirrorState} state */
function edited({ play, scenario }) {
  const changed = changedRules(play.rules, scenario).length;
  return changed === 0
    ? ""
    : `You changed or added ${changed === 1 ? "one rule" : `${changed} rules`}. Now ${samePairs(play.rules, scenario)} of ${scenario.pairs.length} pairs get the same reply.`;
}
