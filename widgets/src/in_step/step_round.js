import { replyButtons } from "../common/replies.js";
import { FASTEST_BEAT, SLOWEST_BEAT } from "./model.js";
import { LETTERS, roundLength } from "./partner.js";
import { beatsOf, current, heardFrom } from "./steps.js";

/** @import { StepState } from "./model.js" */
/** @import { StepContext } from "./pace.js" */

const NUDGE_MS = 40;
const NUDGES = /** @type {const} */ ([
  ["faster", "A little faster", -NUDGE_MS],
  ["same", "The same", 0],
  ["slower", "A little slower", NUDGE_MS],
]);

/**
 * Without time: each beat is chosen, and the partner's answer is read.
 *
 * @param {StepContext} context
 */
export function stepRound({ act, state: first }) {
  let state = first;
  const choices = replyButtons({
    label: "Your next beat",
    most: NUDGES.length,
    chosen(key) {
      const index = current(state.play, state.scenario) ?? 0;
      const nudge = NUDGES.find(([name]) => name === key);
      if (nudge) {
        act({ type: "beat", learner: nudged(lastOwn(state, index), nudge[2]) });
      } else {
        rest(index);
      }
    },
  });

  /** @param {number} index */
  function rest(index) {
    const left = roundLength(state.scenario) - beatsOf(state.play, index).length;
    for (let beat = 0; beat < left; beat += 1) {
      act({ type: "beat", learner: null });
    }
  }

  return {
    node: choices.node,
    /** @param {StepState} next */
    update(next) {
      state = next;
      const index = current(next.play, next.scenario);
      if (index === null) {
        return;
      }
      if (beatsOf(next.play, index).length >= next.scenario.together) {
        const label = `Rest, and let ${LETTERS[index]} go on alone`;
        choices.update([{ key: "rest", label }], "You have played together. Now rest.");
        return;
      }
      const own = lastOwn(next, index);
      choices.update(
        NUDGES.map(([key, label, change]) => ({
          key,
          label: `${label}: ${nudged(own, change)} ms`,
        })),
        "Your next beat?",
      );
    },
  };
}

/**
 * @param {StepState} state
 * @param {number} index
 */
const lastOwn = ({ play }, index) =>
  beatsOf(play, index).findLast((beat) => beat !== null) ?? play.own ?? 0;

/**
 * @param {number} own
 * @param {number} change
 */
const nudged = (own, change) => Math.min(SLOWEST_BEAT, Math.max(FASTEST_BEAT, own + change));

/**
 * @param {StepState} state
 * @param {number} index
 * @returns {[how: string, where: string]}
 */
export function stepWords(state, index) {
  const { play, scenario } = state;
  const letter = LETTERS[index];
  const count = beatsOf(play, index).length;
  const interval = heardFrom(play, index, scenario).at(-1);
  const how = `Follow ${letter}, or hold your own pace: ${scenario.together} beats together, then you rest and read how ${letter} goes on. Smaller numbers are faster.`;
  if (count === 0) {
    return [how, `${letter} begins at ${interval} ms. Your own pace is ${play.own} ms.`];
  }
  const yours = `Beat ${count} of ${scenario.together}: yours was ${lastOwn(state, index)} ms.`;
  return [
    how,
    count < scenario.together ? `${yours} ${letter} answers with ${interval} ms.` : yours,
  ];
}
