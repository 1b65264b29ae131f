import { radios } from "../common/choice.js";
import { h } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { guessPart } from "./guess.js";
import { done, transcript } from "./model.js";
import { pacePart } from "./pace.js";
import { LETTERS } from "./partner.js";
import { feltWords, revealPart } from "./reveal.js";
import { beforeWords, roundPart } from "./round.js";
import { stepWords } from "./step_round.js";
import { current, feltKind, movedWords, rightCount } from "./steps.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View } from "../common/types.js" */
/** @import { StepAction, StepState } from "./model.js" */
/** @import { Mode } from "./steps.js" */

/** @type {View<StepState, StepAction | StageAction>} */
export const view = simulationView({
  playTitle: "Keep the beat",
  play(context) {
    const { act, state } = context;
    const how = radios({
      legend: "How would you like to take part?",
      options: [
        { key: "tap", label: "I tap a rhythm" },
        { key: "step", label: "Step by step: I choose each beat, without hurry" },
      ],
      value: state.play.mode,
      chosen: (value) => act({ type: "set_mode", value: /** @type {Mode} */ (value) }),
    });
    const parts = [pacePart(context), roundPart(context), guessPart(context), revealPart(context)];
    return {
      node: h("div", { class: "wh-stack" }, how.node, ...parts.map(({ node }) => node)),
      update(next) {
        how.node.hidden = current(next.play, next.scenario) === null;
        for (const part of parts) {
          part.update(next);
        }
      },
    };
  },
  done,
  status,
  compare,
  transcript,
});

/**
 * While somebody taps, the sentence stays the same: a voice in between would break the beat.
 *
 * @param {StepState} state
 */
function status(state) {
  const { play, scenario } = state;
  if (play.own === null) {
    return "Set your own pace first.";
  }
  if (play.guess) {
    return `You told ${rightCount(play, scenario)} of 3 rightly.`;
  }
  const index = current(play, scenario);
  if (index === null) {
    return `${beforeWords(state, null)} All three have played. Make your guess.`;
  }
  return play.mode === "step"
    ? `${beforeWords(state, index)} ${stepWords(state, index)[1]}`.trim()
    : `Partner ${LETTERS[index]}, ${index + 1} of 3.`;
}

/** @param {StepState} state */
function compare(state) {
  const { play, prediction, scenario } = state;
  const right = rightCount(play, scenario);
  if (!prediction || right === null) {
    return [];
  }
  const verdict = prediction.guess === right ? "Just as you said." : "";
  const two =
    prediction.guess === 2
      ? "Exactly 2 cannot happen: with two right, the third is right as well."
      : "";
  return [
    `You predicted ${prediction.guess} of 3, ${prediction.confidence}% sure. You told ${right} rightly. ${verdict} ${two}`.trim(),
    `When you guessed, you were ${play.guess?.confidence}% sure that all three were right; they were ${right === LETTERS.length ? "" : "not "}all right.`,
    metWords(state),
    ...LETTERS.map((_, index) => movedWords(play, index, scenario)),
  ];
}

/** @param {StepState} state */
function metWords(state) {
  const { play, scenario } = state;
  const kind = feltKind(play, scenario);
  if (!kind) {
    return "None of the three felt as if it was with you. Nobody was.";
  }
  const why =
    kind === "recording"
      ? "It never read a single beat of yours: whatever met there was your own doing."
      : "It did move towards you, by a rule. The feeling was real, and nobody was there to have been met.";
  return `${play.guess?.felt} felt most as if it was with you. It was the one that ${feltWords(state)}. ${why}`.replace(
    "the one that is a recording",
    "the recording",
  );
}
