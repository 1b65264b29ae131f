/** The run in sentences: on the page of results and in the debrief. */

import { withUnit } from "../common/words.js";
import { of, rows } from "./deal.js";
import { lessWasBetter, moreWasBetter, movedPercent, personal, saidWhen } from "./measures.js";

/** @import { Row } from "./measures.js" */
/** @import { AdviceScenario, GameState } from "./model.js" */

/** @param {GameState} state */
export function comparison({ play, prediction, scenario }) {
  const all = rows(play, scenario);
  const moved = movedPercent(all);
  if (!prediction || moved === null) {
    return "Every piece of advice was what you had said already, so that there was no way to move.";
  }
  const gap = moved - prediction.guess;
  const distance =
    gap === 0 ? "just as you said" : `${Math.abs(gap)} points ${gap > 0 ? "more" : "less"}`;
  const met = Math.abs(gap) <= scenario.tolerance ? "were" : "were not";
  return (
    `You predicted that you would move ${prediction.guess}% of the way. It was ${moved}%: ${distance}. ` +
    `You were ${prediction.confidence}% sure to be within ${scenario.tolerance} points; you ${met}.`
  );
}

/**
 * @param {readonly Row[]} all
 * @param {AdviceScenario} scenario
 */
export function moreWords(all, scenario) {
  const row = moreWasBetter(all);
  if (!row) {
    return "Nowhere would moving further have brought you nearer: where the advice was good, you took it.";
  }
  const { name } = scenario.advisers[row.manner];
  return (
    `Moving further would have brought you nearer at “${row.label}”: you ended at ${withUnit(row.final, row.unit)}, ` +
    `${name} said ${withUnit(row.advice, row.unit)}, and ${withUnit(row.answer ?? 0, row.unit)} was found. Good advice that is left lying costs as well.`
  );
}

/**
 * @param {readonly Row[]} all
 * @param {AdviceScenario} scenario
 */
export function lessWords(all, scenario) {
  const row = lessWasBetter(all);
  if (!row) {
    return "Nowhere did a move take you further from what was found.";
  }
  const { name } = scenario.advisers[row.manner];
  return (
    `Staying nearer to your own answer would have been better at “${row.label}”: you had ${withUnit(row.first, row.unit)}, ` +
    `${name} said ${withUnit(row.advice, row.unit)}, you ended at ${withUnit(row.final, row.unit)}, and ${withUnit(row.answer ?? 0, row.unit)} was found.`
  );
}

/** @param {readonly Row[]} all */
export function choiceWords(all) {
  const moved = movedPercent(personal(all));
  const begin =
    moved === null
      ? "In the personal choices the advice was what you had said anyway."
      : `In the personal choices you moved ${moved}% of the way, on average.`;
  return `${begin} There was nothing to be right about: no adviser knows what matters to you.`;
}

/**
 * What an adviser's confidence could have told.
 *
 * @param {readonly Row[]} all
 * @param {AdviceScenario} scenario
 */
export function tellingWords(all, { advisers, tolerance }) {
  return /** @type {const} */ (["hedged", "sure"])
    .map((manner) => {
      const { right, wrong } = saidWhen(of(all, manner), tolerance);
      return `${advisers[manner].name} was ${right ?? "–"}% sure on average when right and ${wrong ?? "–"}% when wrong.`;
    })
    .concat("That difference is what you can use; a tone that never changes tells you nothing.")
    .join(" ");
}
