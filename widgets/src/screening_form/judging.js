/** What is to be said of an answer: right or not, and why; and what the app makes of the same form. */

import { appStep, bandOf, bandWords, formOf, pointsToNext, reached, totalOf } from "./scoring.js";

/** @import { Answer, NoteVerdict, Person, Reading, ScreeningScenario, StepVerdict } from "./types.js" */

/** @type {Readonly<Record<StepVerdict, string>>} */
export const STEP_WORDS = {
  fits: "It fits",
  defensible: "It can be defended",
  misses: "It leaves something out",
  too_much: "It goes too far, too soon",
};

/** @type {Readonly<Record<NoteVerdict, string>>} */
export const NOTE_WORDS = {
  stands: "It may stand",
  too_far: "It says more than the score",
  too_little: "It says less than the score",
};

/**
 * @template {{ readonly key: string }} T
 * @param {readonly T[]} list
 * @param {string} key
 * @returns {T}
 */
export function named(list, key) {
  const found = list.find((item) => item.key === key);
  if (!found) {
    throw new Error(`There is no answer ${key}.`);
  }
  return found;
}

/**
 * @param {Reading} reading
 * @param {ScreeningScenario} scenario
 */
export function currentPerson(reading, scenario) {
  return /** @type {Person} */ (scenario.people[reading.current]);
}

/**
 * @param {Reading} reading
 * @param {Person} person
 */
export const answerFor = (reading, person) =>
  reading.answers.find((answer) => answer.person === person.id) ?? null;

/**
 * The answers of the person being read, with the one that was changed to see what follows.
 *
 * @param {Reading} reading
 * @param {Person} person
 */
const changedAnswers = ({ whatIf }, person) =>
  person.answers.map((answer, place) => (whatIf?.topic === place ? whatIf.value : answer));

/**
 * Everything there is to say about one committed answer.
 *
 * @param {ScreeningScenario} scenario
 * @param {Answer} answer
 */
export function judged(scenario, answer) {
  const person = /** @type {Person} */ (scenario.people.find(({ id }) => id === answer.person));
  const form = formOf(scenario, person);
  const total = totalOf(person.answers);
  const app = appStep(scenario, form, person.answers, { cutoff: scenario.cutoff, itemNine: false });
  return {
    person,
    form,
    total,
    band: bandOf(form, total),
    note: named(person.notes, answer.note),
    step: named(person.steps, answer.step),
    app: named(person.steps, app),
  };
}

/**
 * Counts over the people answered so far.
 *
 * @param {Reading} reading
 * @param {ScreeningScenario} scenario
 */
export function tally({ answers }, scenario) {
  const all = answers.map((answer) => ({ answer, ...judged(scenario, answer) }));
  const share = (/** @type {(one: (typeof all)[number]) => boolean} */ test) =>
    all.filter(test).length;
  return {
    people: all.length,
    totals: share(({ answer, total }) => answer.total === total),
    bands: share(({ answer, band }) => answer.band === band),
    notes: share(({ note }) => note.verdict === "stands"),
    steps: share(({ step }) => step.verdict === "fits"),
    defensible: share(({ step }) => step.verdict === "defensible"),
    app: share(({ app }) => app.verdict === "fits"),
    sure:
      all.length === 0
        ? 0
        : Math.round(all.reduce((sum, { answer }) => sum + answer.confidence, 0) / all.length),
  };
}

/**
 * What the prediction was about: for how many people the app, as it stands, takes the step that fits.
 *
 * @param {ScreeningScenario} scenario
 */
export const appFits = (scenario) =>
  reached(scenario, { cutoff: scenario.cutoff, itemNine: false });

/**
 * @param {Reading} reading
 * @param {ScreeningScenario} scenario
 */
export function whatIfWords(reading, scenario) {
  const person = currentPerson(reading, scenario);
  const form = formOf(scenario, person);
  const answers = changedAnswers(reading, person);
  const total = totalOf(answers);
  const next = pointsToNext(form, total);
  const rule = { cutoff: scenario.cutoff, itemNine: false };
  const step = named(scenario.steps, appStep(scenario, form, answers, rule)).short;
  const { topic, value } = reading.whatIf ?? { topic: 0, value: answers[0] ?? 0 };
  const said = `${form.topics[topic]?.label}, ${scenario.frequencies[value]}.`;
  const left =
    next === null
      ? "There is no higher band."
      : `${next === 1 ? "1 point" : `${next} points`} to the next band.`;
  const nine =
    form.topics[topic]?.key === form.suicide ? " To the total it is a topic like any other." : "";
  return `${said} Total ${total}: ${bandWords(form, bandOf(form, total))}. ${left} The app: ${step}.${nine}`;
}

/** @param {Reading} reading  @param {ScreeningScenario} scenario */
export function ruleWords({ rule }, scenario) {
  const people = reached(scenario, rule);
  const names = people.map(({ name }) => name).join(", ") || "nobody";
  const also = rule.itemNine ? ", and item 9 above zero brings in a person" : "";
  return `Cut-off ${rule.cutoff}${also}: the app’s step fits for ${people.length} of ${scenario.people.length} (${names}).`;
}
