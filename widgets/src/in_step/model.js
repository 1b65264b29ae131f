/** In step: beats with three partners, and a guess which of them is which. */

import { staged, within } from "../common/stages.js";
import { kindsInOrder, LETTERS, roundLength } from "./partner.js";
import {
  beatsOf,
  current,
  feltKind,
  heardFrom,
  kindLabel,
  movedWords,
  rightCount,
} from "./steps.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Beats, StepScenario } from "./partner.js" */
/** @import { Guess, Mode, Steps } from "./steps.js" */

/**
 * @typedef {{ readonly type: "set_mode", readonly value: Mode }
 *   | { readonly type: "own", readonly intervals: readonly number[] }
 *   | { readonly type: "beat", readonly learner: number | null }
 *   | { readonly type: "again", readonly partner: number }
 *   | ({ readonly type: "guess" } & Guess)} StepAction
 */

/** @typedef {Staged<StepScenario, Steps>} StepState */

/** Milliseconds. A partner of twice or a third of this stays below three beats a second. */
export const FASTEST_OWN = 450;
export const SLOWEST_OWN = 1000;
export const FASTEST_BEAT = 350;
export const SLOWEST_BEAT = 2000;
const LONGEST_REST = 5000;

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** @type {import("../common/stages.js").Play<StepScenario, Steps, StepAction>} */
const play = {
  settings: ["set_mode"],

  initial: () => ({
    mode: "tap",
    own: null,
    rounds: LETTERS.map(() => []),
    last: 0,
    repeated: 0,
    guess: null,
  }),

  step(steps, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    if (steps.guess) {
      throw new Error("The guess is made; start again for another round.");
    }
    switch (action.type) {
      case "set_mode":
        if (action.value !== "tap" && action.value !== "step") {
          throw new Error(`There is no way to take part called ${action.value}.`);
        }
        return { ...steps, mode: action.value };
      case "own":
        return ownPace(steps, action.intervals);
      case "beat":
        return beat(steps, action.learner, scenario);
      case "again":
        return again(steps, action.partner);
      case "guess":
        return guessed(steps, action, scenario);
      default:
        throw new Error(`In step knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ guess }) => guess !== null,

  describe(steps, action, scenario) {
    switch (action.type) {
      case "set_mode":
        return steps.mode === "tap" ? "Chose to tap." : "Chose to go step by step.";
      case "own":
        return `Own pace: ${steps.own} ms between beats.`;
      case "beat":
        return describedRound(steps, scenario);
      case "again":
        return `Played with partner ${LETTERS[action.partner]} again.`;
      default:
        return describedGuess(steps, scenario);
    }
  },

  outcome(steps, scenario) {
    const kinds = kindsInOrder(scenario, steps.own ?? 0);
    return {
      mode: steps.mode,
      own_ms: steps.own,
      partners: LETTERS.map((letter, index) => ({
        partner: letter,
        kind: steps.guess && kinds[index],
        guess: steps.guess?.kinds[index] ?? null,
        yours_ms: beatsOf(steps, index),
        theirs_ms: heardFrom(steps, index, scenario).slice(0, beatsOf(steps, index).length),
      })),
      repeated: steps.repeated,
      right: rightCount(steps, scenario),
      confidence: steps.guess?.confidence ?? null,
      felt_met: steps.guess?.felt ?? null,
      felt_met_kind: feltKind(steps, scenario),
    };
  },
};

/**
 * @param {Steps} steps
 * @param {readonly number[]} intervals
 * @returns {Steps}
 */
function ownPace(steps, intervals) {
  if (steps.own !== null) {
    throw new Error("Your own pace is set already.");
  }
  if (intervals.length === 0) {
    throw new Error("Your own pace needs at least one interval.");
  }
  for (const interval of intervals) {
    within(interval, 1, LONGEST_REST, "An interval");
  }
  const own = Math.round(Math.min(Math.max(median(intervals), FASTEST_OWN), SLOWEST_OWN));
  return { ...steps, own };
}

/**
 * @param {Steps} steps
 * @param {number} index
 * @param {Beats} beats
 * @returns {Steps}
 */
const withRound = (steps, index, beats) => ({
  ...steps,
  rounds: steps.rounds.map((each, place) => (place === index ? beats : each)),
});

/**
 * @param {Steps} steps
 * @param {number | null} learner
 * @param {StepScenario} scenario
 * @returns {Steps}
 */
function beat(steps, learner, scenario) {
  const index = current(steps, scenario);
  if (steps.own === null || index === null) {
    throw new Error("A beat comes after your own pace and before the guess.");
  }
  const beats = beatsOf(steps, index);
  if (learner !== null) {
    if (beats.length >= scenario.together) {
      throw new Error("You rest now; the partner goes on alone.");
    }
    within(learner, FASTEST_BEAT, SLOWEST_BEAT, "Your beat");
  }
  return { ...withRound(steps, index, [...beats, learner]), last: index };
}

/**
 * @param {Steps} steps
 * @param {number} partner
 * @returns {Steps}
 */
function again(steps, partner) {
  if (beatsOf(steps, partner).length === 0) {
    throw new Error(`There is nothing to play again with partner ${partner}.`);
  }
  return { ...withRound(steps, partner, []), repeated: steps.repeated + 1 };
}

/**
 * @param {Steps} steps
 * @param {Guess} guess
 * @param {StepScenario} scenario
 * @returns {Steps}
 */
function guessed(steps, { kinds, felt, confidence }, scenario) {
  if (current(steps, scenario) !== null) {
    throw new Error("The guess comes after all three partners.");
  }
  if (
    [...kinds].sort().join() !==
    scenario.kinds
      .map(({ key }) => key)
      .sort()
      .join()
  ) {
    throw new Error("Each of the three descriptions belongs to one partner.");
  }
  if (felt !== "none" && !LETTERS.includes(felt)) {
    throw new Error(`There is no partner ${felt}.`);
  }
  const sure = within(confidence, 0, 100, "The confidence");
  return { ...steps, guess: { kinds: [...kinds], felt, confidence: sure } };
}

/**
 * A line when a round is over: which beats there were.
 *
 * @param {Steps} steps
 * @param {StepScenario} scenario
 */
function describedRound(steps, scenario) {
  const index = steps.last;
  const beats = beatsOf(steps, index);
  if (beats.length < roundLength(scenario)) {
    return null;
  }
  const theirs = heardFrom(steps, index, scenario);
  return [
    `Partner ${LETTERS[index]}, in milliseconds:`,
    `   together, you: ${inWords(beats.slice(0, scenario.together))}`,
    `   together, ${LETTERS[index]}: ${inWords(theirs.slice(0, scenario.together))}`,
    `   alone, ${LETTERS[index]}: ${inWords(theirs.slice(scenario.together))}`,
  ].join("\n");
}

/** @param {Beats} beats */
const inWords = (beats) => beats.map((each) => each ?? "no beat").join(", ");

/**
 * @param {Steps} steps
 * @param {StepScenario} scenario
 */
function describedGuess(steps, scenario) {
  const { guess } = steps;
  if (!guess) {
    return null;
  }
  const kinds = kindsInOrder(scenario, steps.own ?? 0);
  const lines = LETTERS.map((letter, index) => {
    const said = kindLabel(scenario, guess.kinds[index] ?? "recording");
    const was = kindLabel(scenario, kinds[index] ?? "recording");
    return `   ${letter}: you said “${said}”; it was “${was}”. ${movedWords(steps, index, scenario)}`;
  });
  return [
    `Guess, ${guess.confidence}% sure; ${rightCount(steps, scenario)} of 3 right. Felt most with you: ${guess.felt}.`,
    ...lines,
    "   All three were code.",
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
