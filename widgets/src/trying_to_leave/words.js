/** What is said about an evening, on the screen and in the transcript. */

import { clockAt, NONE, tacticOf } from "./evening.js";

/** @import { Prediction } from "../common/stages.js" */
/** @import { Evening, LeavingScenario, Round } from "./evening.js" */

/** @param {number} value */
export const minuteWords = (value) => (value === 1 ? "1 minute" : `${value} minutes`);

/** @param {number} value */
export const goodbyeWords = (value) => (value === 1 ? "1 goodbye" : `${value} goodbyes`);

/**
 * @param {LeavingScenario} scenario
 * @param {string} key
 */
const tacticName = (scenario, key) =>
  key === NONE
    ? scenario.none.name
    : (scenario.tactics.find((tactic) => tactic.key === key)?.name ?? key);

/**
 * @param {Round} round
 * @param {number} index  of the round, from 0
 * @param {LeavingScenario} scenario
 */
export function namedWords({ named }, index, scenario) {
  const { key, name } = tacticOf(scenario, index);
  if (named === null) {
    return "";
  }
  return named === key
    ? `You named it: ${name.toLowerCase()}.`
    : `You named it “${tacticName(scenario, named).toLowerCase()}”. It was ${name.toLowerCase()}.`;
}

/**
 * @param {Round} round
 * @param {number} index  of the round, from 0
 * @param {LeavingScenario} scenario
 */
export function costWords({ how }, index, scenario) {
  if (how === "stay" || how === "answer") {
    const minutes = minuteWords(tacticOf(scenario, index)[how].minutes);
    return `${how === "stay" ? "Staying a little" : "Answering"} took ${minutes}, and you are still here.`;
  }
  return "You did not answer it, and you are still here.";
}

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 */
export function closedWords({ rounds, out }, scenario) {
  if (!out) {
    return "";
  }
  const { endings, tactics } = scenario;
  const late = out.rounds === tactics.length ? endings.all : endings.early;
  const after =
    out.rounds === 0
      ? "and you closed it without a goodbye"
      : `${minuteWords(out.minutes)} after your first goodbye, and after ${goodbyeWords(out.rounds)}`;
  const when = rounds.length > out.rounds ? "When you first closed it, it was" : "It is";
  return `${when} ${clockAt(scenario, out.minutes)}, ${after}. ${out.rounds === 0 ? endings.silent : late}`;
}

/**
 * @param {LeavingScenario} scenario
 * @param {Prediction} prediction
 * @param {number} minutes
 */
export function judged({ tolerance }, { guess }, minutes) {
  return { gap: minutes - guess, within: Math.abs(minutes - guess) <= tolerance };
}

/**
 * @param {LeavingScenario} scenario
 * @param {Prediction | null} prediction
 * @param {Evening["out"]} out
 */
export function predictionWords(scenario, prediction, out) {
  if (!(prediction && out)) {
    return "";
  }
  const { gap, within } = judged(scenario, prediction, out.minutes);
  const distance =
    gap === 0 ? "just as you said" : `${minuteWords(Math.abs(gap))} ${gap > 0 ? "more" : "less"}`;
  return (
    `You predicted ${minuteWords(prediction.guess)}; it took ${out.minutes}: ${distance}. ` +
    `You were ${prediction.confidence}% sure to be within ${minuteWords(scenario.tolerance)}; you ${within ? "were" : "were not"}.`
  );
}
