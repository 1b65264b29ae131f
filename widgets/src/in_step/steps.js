/** Where a run stands: whose turn it is, what was played, and how the guess turned out. */

import { kindsInOrder, LETTERS, moved, partnerIntervals, roundLength } from "./partner.js";

/** @import { Beats, Kind, StepScenario } from "./partner.js" */

/** @typedef {"tap" | "step"} Mode */
/** @typedef {"A" | "B" | "C" | "none"} Felt */
/** @typedef {{ readonly kinds: readonly Kind[], readonly felt: Felt, readonly confidence: number }} Guess */

/**
 * @typedef {object} Steps
 * @property {Mode} mode
 * @property {number | null} own  the learner's own interval, in milliseconds
 * @property {readonly Beats[]} rounds  the learner's beats with A, B and C
 * @property {number} last  the partner of the last beat, 0 for A
 * @property {number} repeated  rounds that were played again
 * @property {Guess | null} guess
 */

/**
 * The partner whose turn it is, 0 for A; null when all three have played.
 *
 * @param {Steps} steps
 * @param {StepScenario} scenario
 */
export function current({ rounds }, scenario) {
  const index = rounds.findIndex((beats) => beats.length < roundLength(scenario));
  return index === -1 ? null : index;
}

/**
 * @param {Steps} steps
 * @param {number} index
 * @returns {Beats}
 */
export const beatsOf = ({ rounds }, index) => rounds[index] ?? [];

/**
 * All that a partner has played so far, and what it plays next.
 *
 * @param {Steps} steps
 * @param {number} index
 * @param {StepScenario} scenario
 */
export const heardFrom = (steps, index, scenario) =>
  partnerIntervals(index, steps.own ?? 0, beatsOf(steps, index), scenario);

/**
 * @param {Steps} steps
 * @param {StepScenario} scenario
 * @returns {number | null} 0, 1 or 3: with two right the third is right as well
 */
export function rightCount({ guess, own }, scenario) {
  const kinds = kindsInOrder(scenario, own ?? 0);
  return guess ? guess.kinds.filter((kind, index) => kind === kinds[index]).length : null;
}

/**
 * @param {Steps} steps
 * @param {StepScenario} scenario
 * @returns {Kind | null} what the partner was that felt most as if it was with the learner
 */
export function feltKind({ guess, own }, scenario) {
  const felt = guess?.felt ?? "none";
  const kinds = kindsInOrder(scenario, own ?? 0);
  return felt === "none" ? null : (kinds[LETTERS.indexOf(felt)] ?? null);
}

/**
 * @param {StepScenario} scenario
 * @param {Kind} kind
 */
export const kindLabel = (scenario, kind) =>
  scenario.kinds.find(({ key }) => key === kind)?.label ?? kind;

/**
 * Who moved, in words.
 *
 * @param {Steps} steps
 * @param {number} index
 * @param {StepScenario} scenario
 */
export function movedWords(steps, index, scenario) {
  const own = steps.own ?? 0;
  const { partnerFirst, partnerLast, ownLast } = moved(index, own, beatsOf(steps, index), scenario);
  const yours = ownLast === null ? "you did not play along" : `you ${went(own, ownLast)}`;
  return `Over the time together ${LETTERS[index]} ${went(partnerFirst, partnerLast)}, and ${yours}.`;
}

/**
 * @param {number} from  in milliseconds
 * @param {number} to  in milliseconds
 */
const went = (from, to) =>
  from === to ? `stayed at ${from} ms` : `went from ${from} to about ${to} ms`;
