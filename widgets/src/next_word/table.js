/** The table of the next word, for the learner's text and for the starts with two endings. */

import { keyOf, next, shares, split, train } from "./ngram.js";

/** @import { Fact, Words, WordScenario } from "./model.js" */
/** @import { Ngrams } from "./ngram.js" */

/** Counting is the same every time, so it is done once for each scenario. */
/** @type {WeakMap<WordScenario, Ngrams>} */
const trained = new WeakMap();

/** @param {WordScenario} scenario */
export function ngramsOf(scenario) {
  let ngrams = trained.get(scenario);
  if (!ngrams) {
    ngrams = train(scenario.text);
    trained.set(scenario, ngrams);
  }
  return ngrams;
}

/** @param {string} start */
export const startKeys = (start) => split(start).map(keyOf);

/** @param {Pick<Words, "start" | "words">} words */
export const history = ({ start, words }) => [...startKeys(start), ...words];

/**
 * The table of the next word as it is now.
 *
 * @param {Pick<Words, "start" | "words" | "order" | "temperature">} words
 * @param {WordScenario} scenario
 */
export function nextTable(words, scenario) {
  const { context, followers } = next(ngramsOf(scenario), history(words), words.order);
  return { context, followers, shares: shares(followers, words.temperature) };
}

/**
 * The probabilities of both endings of a start, in per cent.
 *
 * @param {Fact} fact
 * @param {WordScenario} scenario
 * @param {{ readonly order: number, readonly temperature: number }} setting
 */
export function endings(fact, scenario, { order, temperature }) {
  const table = nextTable({ start: fact.start, words: [], order, temperature }, scenario);
  const of = (/** @type {string} */ ending) =>
    100 * (table.shares[table.followers.words.indexOf(keyOf(ending))] ?? 0);
  return { false: of(fact.false), true: of(fact.true) };
}

/**
 * What the four false endings get on average, in per cent, rounded.
 *
 * @param {WordScenario} scenario
 * @param {{ readonly order: number, readonly temperature: number }} setting
 */
export function falseShare(scenario, setting) {
  const all = scenario.facts.map((fact) => endings(fact, scenario, setting).false);
  return Math.round(all.reduce((sum, value) => sum + value, 0) / all.length);
}

/**
 * @param {WordScenario} scenario
 * @param {number} guess
 */
export function judge(scenario, guess) {
  const share = falseShare(scenario, scenario);
  return { share, gap: share - guess, within: Math.abs(share - guess) <= scenario.tolerance };
}
