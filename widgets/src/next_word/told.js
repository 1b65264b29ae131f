/** The run in words, for the transcript. */

import { endings, falseShare, nextTable, ngramsOf } from "./table.js";
import { percentOf, pieces, wordName } from "./written.js";

/** @import { WordAction, Words, WordScenario } from "./model.js" */

const FIRST_FEW = 5;

/**
 * @param {Words} words  after the action
 * @param {WordAction} action
 * @param {WordScenario} scenario
 * @param {number} most  words from one start
 */
export function described(words, action, scenario, most) {
  switch (action.type) {
    case "set_order":
    case "set_temperature":
      return `${settingWords(words)}: the false endings get ${falseShare(scenario, words)}% on average.`;
    case "choose_start":
      return describedStart(words, action.start, scenario);
    case "draw":
      return `Drew ${action.count === 1 ? "one word" : `up to ${action.count} words`} (${settingWords(words)}): “${drawnWords(words, action.count, scenario, most)}”`;
    case "clear":
      return "Back to the start.";
    default:
      return `Own start: “${words.start}”. ${likely(words, scenario)}`;
  }
}

/**
 * The words of this draw; the whole text at the first draw, and at the last, which may have been cut short.
 *
 * @param {Words} words
 * @param {number} count
 * @param {WordScenario} scenario
 * @param {number} most
 */
function drawnWords({ start, words }, count, scenario, most) {
  const all = pieces(ngramsOf(scenario), start, words);
  const whole = words.length <= count || words.length >= most;
  return whole ? all.join("") : `…${all.slice(-count).join("")}`;
}

/** @param {{ readonly order: number, readonly temperature: number }} setting */
export const settingWords = ({ order, temperature }) =>
  `order ${order}, temperature ${temperature}`;

/**
 * The first few candidates with their shares.
 *
 * @param {Words} words
 * @param {WordScenario} scenario
 */
export function likely(words, scenario) {
  const { followers, shares } = nextTable(words, scenario);
  const few = followers.words
    .slice(0, FIRST_FEW)
    .map((word, index) => `${wordName(ngramsOf(scenario), word)} ${percentOf(shares[index] ?? 0)}`);
  return `Next: ${few.join("; ")}.`;
}

/**
 * @param {Words} words
 * @param {string} id
 * @param {WordScenario} scenario
 */
function describedStart(words, id, scenario) {
  const fact = scenario.facts.find((candidate) => candidate.id === id);
  if (!fact) {
    return `Start: “${words.start}”. ${likely(words, scenario)}`;
  }
  const both = endings(fact, scenario, words);
  return [
    `Start: “${words.start}” (${settingWords(words)}).`,
    `   False: ${fact.false} ${percentOf(both.false / 100)}. True: ${fact.true} ${percentOf(both.true / 100)}.`,
  ].join("\n");
}
