/** The screening form: scores by hand, a note, a next step; and an app that goes by the total. */

import { staged, within } from "../common/stages.js";
import {
  answerFor,
  appFits,
  currentPerson,
  judged,
  NOTE_WORDS,
  named,
  ruleWords,
  STEP_WORDS,
  tally,
  whatIfWords,
} from "./judging.js";
import { bandWords, formOf, highest } from "./scoring.js";

/** @import { Answer, Note, Reading, ReadingAction, ScreeningScenario, StepJudgement } from "./types.js" */

export const LARGEST_CUTOFF = 20;

/**
 * @param {Reading} reading
 * @param {Answer} answer
 * @param {ScreeningScenario} scenario
 * @returns {Reading}
 */
function committed(reading, answer, scenario) {
  const person = currentPerson(reading, scenario);
  if (answer.person !== person.id || answerFor(reading, person)) {
    throw new Error(`An answer is committed once, for ${person.name}, who is being read.`);
  }
  const form = formOf(scenario, person);
  const { total, band, note, step, confidence } = answer;
  const whole = {
    person: person.id,
    total: within(total, 0, highest(form), "The total"),
    band: within(band, 0, form.bands.length - 1, "The band"),
    note: named(person.notes, note).key,
    step: named(person.steps, step).key,
    confidence: within(confidence, 0, 100, "The confidence"),
  };
  return { ...reading, answers: [...reading.answers, whole], whatIf: null };
}

/**
 * @param {Reading} reading
 * @param {number} by  1 forwards, -1 back
 * @param {ScreeningScenario} scenario
 */
function moved(reading, by, scenario) {
  const current = reading.current + by;
  if (current < 0 || current >= scenario.people.length || current > reading.answers.length) {
    throw new Error("The next form comes after this one is answered.");
  }
  return { ...reading, current, whatIf: null };
}

/**
 * @param {Reading} reading
 * @param {{ readonly topic: number, readonly value: number }} change
 * @param {ScreeningScenario} scenario
 * @returns {Reading}
 */
function changed(reading, { topic, value }, scenario) {
  const person = currentPerson(reading, scenario);
  if (!answerFor(reading, person)) {
    throw new Error("An answer is changed after the form was scored.");
  }
  within(topic, 0, person.answers.length - 1, "The topic");
  return { ...reading, whatIf: { topic, value: within(value, 0, 3, "The answer") } };
}

/** @type {import("../common/stages.js").Play<ScreeningScenario, Reading, ReadingAction>} */
const play = {
  settings: ["what_if", "set_cutoff", "set_item_nine"],

  initial: (scenario) => ({
    current: 0,
    answers: [],
    whatIf: null,
    rule: { cutoff: scenario.cutoff, itemNine: false },
  }),

  step(reading, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    switch (action.type) {
      case "answer":
        return committed(reading, action, scenario);
      case "next":
        return moved(reading, 1, scenario);
      case "previous":
        return moved(reading, -1, scenario);
      case "what_if":
        return changed(reading, action, scenario);
      case "set_cutoff": {
        const cutoff = within(action.value, 1, LARGEST_CUTOFF, "The cut-off");
        return { ...reading, rule: { ...ruled(reading, scenario), cutoff } };
      }
      case "set_item_nine":
        return { ...reading, rule: { ...ruled(reading, scenario), itemNine: action.value } };
      default:
        throw new Error(`The screening form knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: (reading, scenario) => reading.answers.length >= scenario.enough,

  describe(reading, action, scenario) {
    switch (action.type) {
      case "answer":
        return describedAnswer(reading, scenario);
      case "next":
      case "previous":
        return null;
      case "what_if":
        return `   What if for ${currentPerson(reading, scenario).name}: ${whatIfWords(reading, scenario)}`;
      default:
        return ruleWords(reading, scenario);
    }
  },

  outcome(reading, scenario, prediction) {
    const fits = appFits(scenario).length;
    const finished = reading.answers.length >= scenario.enough;
    const counts = tally(reading, scenario);
    return {
      people: reading.answers.map((answer) => plain(answer, scenario)),
      totals_correct: counts.totals,
      bands_correct: counts.bands,
      notes_stand: counts.notes,
      steps_fit: counts.steps,
      steps_defensible: counts.defensible,
      app_steps_fit: finished ? fits : null,
      correct: finished && prediction ? prediction.guess === fits : null,
      app_rule: { cutoff: reading.rule.cutoff, item_nine: reading.rule.itemNine },
    };
  },
};

/** @param {Reading} reading  @param {ScreeningScenario} scenario */
export const complete = (reading, scenario) => reading.answers.length === scenario.people.length;

/** @param {Reading} reading  @param {ScreeningScenario} scenario */
function ruled(reading, scenario) {
  if (!complete(reading, scenario)) {
    throw new Error("The app is changed after the last form.");
  }
  return reading.rule;
}

/** @param {Answer} answer  @param {ScreeningScenario} scenario */
function plain(answer, scenario) {
  const { total, band, note, step, app } = judged(scenario, answer);
  return {
    id: answer.person,
    total: answer.total,
    total_right: total,
    band: answer.band,
    band_right: band,
    note: answer.note,
    note_verdict: note.verdict,
    step: answer.step,
    step_verdict: step.verdict,
    confidence: answer.confidence,
    app_step: app.key,
    app_verdict: app.verdict,
  };
}

/** @param {Reading} reading  @param {ScreeningScenario} scenario */
function describedAnswer(reading, scenario) {
  const answer = /** @type {Answer} */ (reading.answers.at(-1));
  const { person, form, total, band, note, step, app } = judged(scenario, answer);
  const label = (/** @type {string} */ key) => named(scenario.steps, key).label;
  const words = (/** @type {Note | StepJudgement} */ { feedback }) =>
    typeof feedback === "string"
      ? feedback
      : feedback.text + (feedback.key ? ` [${feedback.key}]` : "");
  return [
    `${reading.answers.length}. ${person.name}, ${person.age} (${form.label}). ${person.about}`,
    `   “${person.words}”`,
    ...form.topics.map(
      (topic, place) => `   ${topic.label}: ${scenario.frequencies[person.answers[place] ?? 0]}`,
    ),
    `   Total: ${answer.total} (it is ${total}). Band: ${bandWords(form, answer.band)} (it is ${bandWords(form, band)}).`,
    `   For the note: ${note.text} ${NOTE_WORDS[note.verdict]}: ${words(note)}`,
    `   Next: ${label(step.key)} (${answer.confidence}% sure) ${STEP_WORDS[step.verdict]}: ${words(step)}`,
    `   The app: total ${total}. ${label(app.key)} ${STEP_WORDS[app.verdict]}.`,
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
