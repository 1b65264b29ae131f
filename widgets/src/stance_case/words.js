/**
 * Sentences that both the page and the transcript use.
 */

import { codeOf, endingOf } from "./graph.js";

/** @import { Closed, Walk } from "./graph.js" */
/** @import { Case, Disclosure, Script } from "./types.js" */

const VOWEL = /^[aeiou]/u;

/** How a conversation may end. No ending is a death or an attempt. */
/** @type {Readonly<Record<string, string>>} */
export const ENDINGS = {
  warm_handoff: "A warm handoff.",
  called_together: "Somebody was called together.",
  appointment: "A next step, taken together.",
  own_words: "A next step in their own words.",
  help_called: "Help was called.",
  called_later: "Help was called later.",
  time_lost: "Time was lost.",
  polite_goodbye: "A polite goodbye.",
  left_unheard: "Left without being heard.",
};

/** @param {Walk} walk */
export function endingWords(walk) {
  const ending = endingOf(walk);
  return ending ? (ENDINGS[ending.kind] ?? "") : "";
}

/** @param {number} minutes */
export const minutesWords = (minutes) =>
  `From the first word until help was on its way: ${minutes} minutes. Chosen for teaching, not measured.`;

/**
 * @param {Case} played
 * @param {number} count
 */
export const heardWords = (played, count) =>
  `Heard: ${count} of ${played.disclosures.length} things.`;

/**
 * Up to which reply something could still have been heard.
 *
 * @param {Script} scenario
 * @param {Closed} closed
 */
export function closedWords(scenario, closed) {
  const what = closed.disclosures.length === 1 ? "this was" : "these were";
  return `${untilWords(scenario, closed)} ${what} still within reach:`;
}

/**
 * The same, without giving away what it was.
 *
 * @param {Script} scenario
 * @param {Closed} closed
 */
export function closedCount(scenario, closed) {
  const { length } = closed.disclosures;
  const what = length === 1 ? "1 of these things was" : `${length} of these things were`;
  return `${untilWords(scenario, closed)} ${what} still within reach.`;
}

/**
 * @param {Script} scenario
 * @param {Closed} closed
 */
function untilWords(scenario, { number, reply }) {
  const { label, quick } = codeOf(scenario, reply.code);
  return `Until your reply ${number}, “${reply.text}” (${label}${quick ? ", a quick fix" : ""}),`;
}

/**
 * @param {Script} scenario
 * @param {Disclosure} disclosure  that was not heard
 */
export function unsaidWords(scenario, { text, opened_by }) {
  const { label } = codeOf(scenario, opened_by);
  return `${text} ${VOWEL.test(label) ? "An" : "A"} ${label} would have opened it.`;
}
