/**
 * The three partners, all of them code: a beat that moves towards the learner's by a fixed share (linear
 * period correction), with or without a way back, and a recording.
 *
 * Chosen for teaching: every number in it. It adapts its tempo only, not the single beat.
 */

import { shuffled, uniform } from "../common/chance.js";

/** @import { Scenario } from "../common/types.js" */

/** @typedef {"stays" | "resets" | "recording"} Kind */

/**
 * @typedef {Scenario & {
 *   readonly seed: number,
 *   readonly slower: number,
 *   readonly alpha: number,
 *   readonly return: number,
 *   readonly wobble: number,
 *   readonly together: number,
 *   readonly alone: number,
 *   readonly kinds: readonly { readonly key: Kind, readonly label: string, readonly code: string }[],
 *   readonly room: readonly string[],
 * }} StepScenario
 */

/** The learner's interval of each beat in milliseconds; null where there was none. */
/** @typedef {readonly (number | null)[]} Beats */

export const LETTERS = /** @type {const} */ (["A", "B", "C"]);

/** @type {readonly Kind[]} */
const KINDS = ["stays", "resets", "recording"];

// Places in the seed's sequence: no two beats of the three partners waver alike.
const PLACES_EACH = 64;

/**
 * Which kind A, B and C are. The learner's own pace has a say, so that another run is another riddle.
 *
 * @param {StepScenario} scenario
 * @param {number} own  milliseconds
 */
export const kindsInOrder = ({ seed }, own) => shuffled(KINDS, seed + own);

/** @param {StepScenario} scenario */
export const roundLength = ({ together, alone }) => together + alone;

/**
 * A partner's first interval, and the one that it would keep by itself.
 *
 * @param {number} own  the learner's own interval, in milliseconds
 * @param {StepScenario} scenario
 */
export const firstInterval = (own, { slower }) => Math.round(own * slower);

/**
 * The intervals that a partner plays, up to and including the one after the learner's last beat.
 *
 * @param {number} index  0 for A
 * @param {number} own  the learner's own interval, in milliseconds
 * @param {Beats} beats  the learner's so far
 * @param {StepScenario} scenario
 * @returns {number[]} milliseconds
 */
export function partnerIntervals(index, own, beats, scenario) {
  const kind = kindsInOrder(scenario, own)[index] ?? "recording";
  const first = firstInterval(own, scenario);
  const wavering = (/** @type {number} */ interval, /** @type {number} */ place) =>
    Math.round(
      interval *
        (1 + scenario.wobble * (2 * uniform(scenario.seed, index * PLACES_EACH + place) - 1)),
    );
  let period = first;
  const played = [first];
  for (const [beat, learner] of beats.entries()) {
    if (kind !== "recording" && learner !== null) {
      period += scenario.alpha * (learner - period);
    }
    if (kind === "resets" && beat + 1 >= scenario.together) {
      period += scenario.return * (first - period);
    }
    played.push(wavering(period, beat + 1));
  }
  return played.slice(0, roundLength(scenario));
}

/** Beats whose mean is taken as where somebody ended up. */
const LAST = 3;

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Where each began and about where each was at the end of the time together.
 *
 * @param {number} index
 * @param {number} own
 * @param {Beats} beats
 * @param {StepScenario} scenario
 * @returns {{ partnerFirst: number, partnerLast: number, ownLast: number | null }} milliseconds; null
 *   without a beat of the learner's
 */
export function moved(index, own, beats, scenario) {
  const together = partnerIntervals(index, own, beats, scenario).slice(0, scenario.together);
  const yours = beats.slice(0, scenario.together).filter((beat) => beat !== null);
  return {
    partnerFirst: firstInterval(own, scenario),
    partnerLast: Math.round(mean(together.slice(-LAST))),
    ownLast: yours.length === 0 ? null : Math.round(mean(yours.slice(-LAST))),
  };
}
