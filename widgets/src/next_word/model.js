/** The next word: an n-gram model, drawn from word by word; four starts with a true and a false ending. */

import { uniform } from "../common/chance.js";
import { staged, within } from "../common/stages.js";
import { copied, drawn, MOST_ORDER, next, shares, split } from "./ngram.js";
import { falseShare, history, judge, ngramsOf } from "./table.js";
import { described } from "./told.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Claim, Scenario } from "../common/types.js" */

/**
 * @typedef {object} Fact
 * @property {string} id
 * @property {string} so  what is so in the world of the text
 * @property {string} start
 * @property {string} true  the next word that makes it true
 * @property {string} false
 */

/**
 * @typedef {Scenario & {
 *   readonly seed: number,
 *   readonly order: number,
 *   readonly temperature: number,
 *   readonly tolerance: number,
 *   readonly text_name: string,
 *   readonly facts: readonly Fact[],
 *   readonly starts: readonly { readonly id: string, readonly text: string }[],
 *   readonly large: {
 *     readonly share: readonly string[],
 *     readonly differ: readonly string[],
 *     readonly tuning: Claim,
 *   },
 *   readonly text: readonly string[],
 * }} WordScenario
 */

/**
 * @typedef {object} Words
 * @property {number} order  1 to 4
 * @property {number} temperature  0 to 2
 * @property {string} start  the words that the model goes on from
 * @property {readonly string[]} words  keys of the words that were drawn since
 * @property {number} draws  of this run, all starts together: the position in the chain of chance
 * @property {readonly string[]} seen  ids of the facts that were looked at
 * @property {number} longest  the longest copy that was seen, in words and punctuation marks
 */

/**
 * @typedef {{ readonly type: "set_order" | "set_temperature", readonly value: number }
 *   | { readonly type: "choose_start", readonly start: string }
 *   | { readonly type: "own_start", readonly text: string }
 *   | { readonly type: "draw", readonly count: number }
 *   | { readonly type: "clear" }} WordAction
 */

/** @typedef {Staged<WordScenario, Words>} WordState */

export const MOST_TEMPERATURE = 2;
export const MOST_WORDS = 120;
export const MANY = 10;
export const ENOUGH_DRAWS = 10;
export const LONGEST_START = 200;

/** @param {string} text  @returns {string} what is wrong with a start; nothing when it can be used */
export function unusable(text) {
  if (text.length > LONGEST_START) {
    return `Write at most ${LONGEST_START} characters.`;
  }
  return split(text).length === 0 ? "Write a word or two first." : "";
}

/** @type {import("../common/stages.js").Play<WordScenario, Words, WordAction>} */
const play = {
  settings: ["set_order", "set_temperature"],

  initial: (scenario) => ({
    order: scenario.order,
    temperature: scenario.temperature,
    start: scenario.starts[0]?.text ?? "",
    words: [],
    draws: 0,
    seen: [],
    longest: 0,
  }),

  step(words, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error("Words are drawn after the prediction.");
    }
    switch (action.type) {
      case "set_order":
        return { ...words, order: whole(within(action.value, 1, MOST_ORDER, "The order")) };
      case "set_temperature":
        return {
          ...words,
          temperature: within(action.value, 0, MOST_TEMPERATURE, "The temperature"),
        };
      case "choose_start":
        return chosen(words, action.start, scenario);
      case "own_start": {
        const problem = unusable(action.text);
        if (problem) {
          throw new Error(problem);
        }
        return { ...words, start: action.text.trim(), words: [] };
      }
      case "draw":
        return drawMany(words, whole(within(action.count, 1, MANY, "The number")), scenario);
      case "clear":
        return { ...words, words: [] };
      default:
        throw new Error(`The next word knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ seen, draws }, { facts }) => seen.length === facts.length && draws >= ENOUGH_DRAWS,

  preamble: ({ facts, text_name }) => [
    `Trained on “${text_name}”, written for this course. What is so in it:`,
    ...facts.map(({ so }) => `   ${so}`),
    "",
  ],

  describe: (words, action, scenario) => described(words, action, scenario, MOST_WORDS),

  outcome(words, scenario, prediction) {
    const seen = words.seen.length === scenario.facts.length;
    return {
      order: words.order,
      temperature: words.temperature,
      starts_seen: words.seen,
      words_drawn: words.draws,
      longest_copy: words.longest,
      false_percent: seen ? falseShare(scenario, scenario) : null,
      false_percent_now: seen ? falseShare(scenario, words) : null,
      within: seen && prediction ? judge(scenario, prediction.guess).within : null,
    };
  },
};

/** @param {number} value */
function whole(value) {
  if (!Number.isInteger(value)) {
    throw new Error(`${value} is not a whole number.`);
  }
  return value;
}

/**
 * @param {Words} words
 * @param {string} id
 * @param {WordScenario} scenario
 * @returns {Words}
 */
function chosen(words, id, scenario) {
  const fact = scenario.facts.find((candidate) => candidate.id === id);
  const start = fact?.start ?? scenario.starts.find((candidate) => candidate.id === id)?.text;
  if (start === undefined) {
    throw new Error(`There is no start ${id}.`);
  }
  const seen = fact ? [...new Set([...words.seen, id])] : words.seen;
  return { ...words, start, words: [], seen };
}

/**
 * @param {Words} words
 * @param {number} count
 * @param {WordScenario} scenario
 * @returns {Words}
 */
function drawMany(words, count, scenario) {
  if (words.words.length >= MOST_WORDS) {
    throw new Error(`At most ${MOST_WORDS} words are drawn from one start; go back to the start.`);
  }
  const ngrams = ngramsOf(scenario);
  const all = history(words);
  const begun = all.length - words.words.length;
  const few = Math.min(count, MOST_WORDS - words.words.length);
  let { longest } = words;
  for (let number = 0; number < few; number += 1) {
    const { followers } = next(ngrams, all, words.order);
    const chance = uniform(scenario.seed, words.draws + number);
    all.push(drawn(followers, shares(followers, words.temperature), chance));
    longest = Math.max(longest, copied(ngrams, all));
  }
  return { ...words, words: all.slice(begun), draws: words.draws + few, longest };
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
