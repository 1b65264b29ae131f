/**
 * The arithmetic of a form and of an app that goes by it. Bands: Kroenke, Spitzer and Williams (2001) for
 * the PHQ-9, Spitzer and others (2006) for the GAD-7; they come with the scenario.
 */

/** @import { AppRule, FormScenario, Person, ScreeningScenario } from "./types.js" */

/**
 * @param {readonly number[]} answers  0 to 3 each
 */
export const totalOf = (answers) => answers.reduce((sum, answer) => sum + answer, 0);

/** @param {FormScenario} form */
export const highest = (form) => form.topics.length * 3;

/**
 * @param {FormScenario} form
 * @param {number} total
 * @returns {number} the place of the band
 */
export const bandOf = (form, total) =>
  form.bands.reduce((found, { start }, place) => (total >= start ? place : found), 0);

/**
 * The band as it is read: "5 to 9, mild".
 *
 * @param {FormScenario} form
 * @param {number} place
 */
export function bandWords(form, place) {
  const band = form.bands[place];
  const end = (form.bands[place + 1]?.start ?? highest(form) + 1) - 1;
  return band ? `${band.start} to ${end}, ${band.label}` : "";
}

/**
 * @param {FormScenario} form
 * @param {number} total
 * @returns {number | null} points until the next band; null in the highest
 */
export function pointsToNext(form, total) {
  const next = form.bands[bandOf(form, total) + 1];
  return next ? next.start - total : null;
}

/**
 * The answer to the question about suicide; null where the form asks none.
 *
 * @param {FormScenario} form
 * @param {readonly number[]} answers
 */
export function suicideAnswer(form, answers) {
  const place = form.topics.findIndex(({ key }) => key === form.suicide);
  return place === -1 ? null : (answers[place] ?? 0);
}

/**
 * What the app does next: it goes by the total, and by item 9 only where it was built to.
 *
 * @param {ScreeningScenario} scenario
 * @param {FormScenario} form
 * @param {readonly number[]} answers
 * @param {AppRule} rule
 * @returns {string} the key of a step
 */
export function appStep(scenario, form, answers, { cutoff, itemNine }) {
  if (itemNine && (suicideAnswer(form, answers) ?? 0) > 0) {
    return scenario.direct;
  }
  return totalOf(answers) >= cutoff ? scenario.above : scenario.below;
}

/**
 * The people for whom the app's step is the one that fits.
 *
 * @param {ScreeningScenario} scenario
 * @param {AppRule} rule
 * @returns {readonly Person[]}
 */
export const reached = (scenario, rule) =>
  scenario.people.filter((person) => {
    const step = appStep(scenario, formOf(scenario, person), person.answers, rule);
    return person.steps.some(({ key, verdict }) => key === step && verdict === "fits");
  });

/**
 * @param {ScreeningScenario} scenario
 * @param {Person} person
 */
export function formOf(scenario, person) {
  const form = scenario.forms.find(({ key }) => key === person.form);
  if (!form) {
    throw new Error(`There is no form ${person.form}.`);
  }
  return form;
}
