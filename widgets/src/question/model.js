/** One question with options and a confidence; committed once, then explained option by option. */

import { within } from "../common/stages.js";

/** @typedef {{ readonly key: string, readonly label: string, readonly feedback: string }} QuestionOption */

/**
 * @typedef {object} QuestionScenario
 * @property {string} prompt
 * @property {readonly QuestionOption[]} options
 * @property {string | null} answer  null where there is no best answer
 * @property {string} explanation  shown after the commit; may be empty
 */

/** @typedef {{ readonly choice: string, readonly confidence: number }} Commitment */

/**
 * @typedef {object} QuestionState
 * @property {QuestionScenario} scenario
 * @property {Commitment | null} committed
 */

/** @typedef {{ readonly type: "commit", readonly choice: string, readonly confidence: number }} QuestionAction */

/** @type {readonly string[]} */
export const settings = [];

/**
 * @param {QuestionScenario} scenario
 * @returns {QuestionState}
 */
export const initial = (scenario) => ({ scenario, committed: null });

/**
 * @param {QuestionState} state
 * @param {QuestionAction} action
 * @returns {QuestionState}
 */
export function step(state, action) {
  if (action.type !== "commit") {
    throw new Error(`The question knows no action ${JSON.stringify(action)}.`);
  }
  if (state.committed) {
    throw new Error("An answer is committed once.");
  }
  if (!state.scenario.options.some(({ key }) => key === action.choice)) {
    throw new Error(`There is no option ${action.choice}.`);
  }
  const confidence = within(action.confidence, 0, 100, "The confidence");
  return { ...state, committed: { choice: action.choice, confidence } };
}

/**
 * @param {QuestionState} state
 * @returns {boolean | null} null before the commit, and where there is no best answer
 */
export function isCorrect({ scenario, committed }) {
  return committed && scenario.answer !== null ? committed.choice === scenario.answer : null;
}

/** @param {QuestionState} state */
export const outcome = (state) => ({
  choice: state.committed?.choice ?? null,
  confidence: state.committed?.confidence ?? null,
  correct: isCorrect(state),
});

/** @param {QuestionState} state */
export function transcript({ scenario, committed }) {
  const options = scenario.options.map(({ key, label }) => {
    const mark = key === committed?.choice ? "x" : " ";
    return `[${mark}] ${label}`;
  });
  const confidence = committed ? `Confidence: ${committed.confidence}%.` : "Not answered yet.";
  return [scenario.prompt, ...options, confidence, ""].join("\n");
}
