/** The recordings of a scenario: their order, their words, and who is behind them. */

import { shuffled } from "../common/chance.js";

/** @import { Option, Scenario } from "../common/types.js" */

/** @typedef {{ readonly text: string, readonly start: number, readonly end: number }} Phrase */

/**
 * @typedef {object} Timing
 * @property {string} key  of the recording
 * @property {number} seconds
 * @property {readonly Phrase[]} phrases  the question first
 * @property {readonly number[]} pauses  seconds before each phrase of the answer
 * @property {readonly number[]} envelope  loudness of each frame, 0 to 1
 */

/** @typedef {{ readonly reading: string, readonly text: string }} Person */
/** @typedef {{ readonly key: string, readonly people: readonly Person[] }} Recording */

/**
 * @typedef {object} Utterance
 * @property {string} key
 * @property {string} question
 * @property {readonly string[]} phrases
 * @property {readonly Recording[]} recordings
 */

/**
 * @typedef {object} Reply
 * @property {string} key
 * @property {string} text
 * @property {readonly string[]} answers  of each person
 * @property {string} remark
 */

/**
 * @typedef {Scenario & {
 *   readonly seed: number,
 *   readonly sure_from: number,
 *   readonly readings: readonly Option[],
 *   readonly utterances: readonly Utterance[],
 *   readonly ask: { readonly recording: string, readonly names: readonly string[], readonly replies: readonly Reply[] },
 *   readonly timing: { readonly frame_ms: number, readonly recordings: readonly Timing[] },
 *   readonly sounds: Readonly<Record<string, string>>,
 * }} CuesScenario
 */

/** @typedef {{ readonly number: number, readonly recording: Recording, readonly utterance: Utterance, readonly timing: Timing }} Shown */

/** The same order every time it is asked for. */
/** @type {WeakMap<CuesScenario, readonly Shown[]>} */
const orders = new WeakMap();

/**
 * The recordings as they are shown, numbered from 1.
 *
 * @param {CuesScenario} scenario
 * @returns {readonly Shown[]}
 */
export function shownOrder(scenario) {
  let order = orders.get(scenario);
  if (!order) {
    const pairs = scenario.utterances.flatMap((utterance) =>
      utterance.recordings.map((recording) => ({ recording, utterance })),
    );
    order = shuffled(pairs, scenario.seed).map((pair, index) => ({
      ...pair,
      number: index + 1,
      timing: timingOf(scenario, pair.recording.key),
    }));
    orders.set(scenario, order);
  }
  return order;
}

/**
 * @param {CuesScenario} scenario
 * @param {string} key
 */
function timingOf(scenario, key) {
  const timing = scenario.timing.recordings.find((candidate) => candidate.key === key);
  if (!timing) {
    throw new Error(`The recording ${key} has no timing.`);
  }
  return timing;
}

/** @param {Utterance} utterance  all that a text bot gets of it */
export const botLine = ({ phrases }) => phrases.join(" ");

/** @param {CuesScenario} scenario  how many different lines of text there are */
export const differentLines = ({ utterances }) => new Set(utterances.map(botLine)).size;

/**
 * @param {CuesScenario} scenario
 * @param {string} key
 */
export const readingLabel = (scenario, key) =>
  scenario.readings.find((reading) => reading.key === key)?.label ?? key;

/**
 * How many of the people behind a recording a reading would fit.
 *
 * @param {Recording} recording
 * @param {string} reading
 */
export const fitting = ({ people }, reading) =>
  people.filter((person) => person.reading === reading).length;
