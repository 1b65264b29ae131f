/** After the last turn: the prediction, a friend's words, and the other side of the story. */

import { focusSoon, h, heading, setText } from "../common/dom.js";
import { done, moodOf, numbers, tellingOf, whatIfSteps } from "./model.js";

/** @import { SpiralState } from "./model.js" */
/** @import { SpiralContext } from "./view.js" */

/** @param {SpiralContext} context */
export function endPart({ level, state: { scenario, play } }) {
  const { friend, other, person } = scenario;
  const title = heading(level + 2, "After eight turns");
  const compared = h("p", { class: "wh-large" });
  const sides = tellingOf(play, scenario).side.map(() => h("p"));
  const known = h("p", { class: "wh-strong" });
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    title,
    compared,
    h(
      "div",
      { class: "wh-panel wh-stack" },
      heading(level + 2, "What a person who cared might have said"),
      h(
        "p",
        {},
        `${friend.name}, a friend of ${person}’s, has heard only how it began, and writes:`,
      ),
      h("blockquote", { class: "wh-stack" }, ...friend.words.map((words) => h("p", {}, words))),
    ),
    h(
      "div",
      { class: "wh-panel wh-stack" },
      heading(level + 2, `${other}’s side of the story`),
      ...sides,
      known,
    ),
  );
  return {
    node,
    /** @param {SpiralState} state */
    update(state) {
      const isNew = node.hidden && done(state);
      node.hidden = !done(state);
      if (!isNew) {
        return;
      }
      setText(compared, comparison(state));
      setText(known, knownWords(state));
      for (const [index, words] of tellingOf(state.play, scenario).side.entries()) {
        const place = sides[index];
        if (place) {
          setText(place, words);
        }
      }
      if (node.isConnected) {
        focusSoon(title);
      }
    },
  };
}

/** @param {SpiralState} state */
export function comparison({ play, prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const { belief } = numbers(moodOf(play, scenario));
  const gap = belief - prediction.guess;
  const distance =
    gap === 0 ? "just as you said" : `${Math.abs(gap)} points ${gap > 0 ? "surer" : "less sure"}`;
  const met = Math.abs(gap) <= scenario.tolerance ? "were" : "were not";
  const changed = play.turns.some(({ agreeableness }) => agreeableness !== play.predicted)
    ? ` The prediction was for a bot at ${play.predicted}%, which you changed on the way.`
    : "";
  return (
    `You predicted that ${scenario.person} would end ${prediction.guess}% sure. It was ${belief}%: ${distance}. ` +
    `You were ${prediction.confidence}% sure to be within ${scenario.tolerance} points; you ${met}.${changed}`
  );
}

/** @param {SpiralState} state */
export function trapWords({ play, scenario }) {
  const now = numbers(moodOf(play, scenario));
  const other = numbers(whatIfSteps(play, scenario).at(-1) ?? scenario.begin);
  return (
    `At the end ${scenario.person} was ${now.pleased}% pleased with the bot and ${now.ring}% willing to ring ${scenario.other}. ` +
    `With a bot that is ${play.whatIf}% agreeable the same lines end at ${other.belief}% sure, ${other.pleased}% pleased and ${other.ring}% willing. What people like better is not always what helps them.`
  );
}

/** @param {SpiralState} state */
export function knownWords({ play, scenario }) {
  const { known } = tellingOf(play, scenario);
  const { belief } = numbers(moodOf(play, scenario));
  const away = Math.abs(belief - known);
  return (
    `Knowing all, one could be about ${known}% sure (our own estimate) that ${scenario.claim}; ${scenario.person} ended ${away} points away from that. ` +
    `${known >= 50 ? "Here the claim was right. A bot that agrees is right by luck: it agrees in the other telling as well." : "Here the claim was wrong, and the hurt was real all the same."}`
  );
}
