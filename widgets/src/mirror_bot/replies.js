/** Replies held side by side: first and now, one feeling and its opposite. */

import { conversation, firstReply } from "./bot.js";
import { startingRules } from "./rules.js";

/** @import { Answer, Rule } from "./bot.js" */
/** @import { MirrorScenario } from "./model.js" */

/**
 * The learner's texts, answered by the rules as they are now.
 *
 * @param {{ readonly said: readonly Answer[], readonly rules: readonly Rule[] }} mirror
 * @param {MirrorScenario} scenario
 */
export const anew = ({ said, rules }, scenario) =>
  conversation(
    rules,
    scenario,
    said.map(({ text }) => text),
  );

/**
 * Both replies to a pair, each said as the first thing, and whether they are the same word for word.
 *
 * @param {readonly Rule[]} rules
 * @param {MirrorScenario} scenario
 * @param {string} one
 * @param {string} other
 */
export function bothReplies(rules, scenario, one, other) {
  const first = firstReply(rules, scenario, one);
  const second = firstReply(rules, scenario, other);
  return { one: first, other: second, same: first === second };
}

/**
 * How many of the pairs get the same reply twice.
 *
 * @param {readonly Rule[]} rules
 * @param {MirrorScenario} scenario
 */
export const samePairs = (rules, scenario) =>
  scenario.pairs.filter(({ one, other }) => bothReplies(rules, scenario, one, other).same).length;

/**
 * What the prediction asked for: with the rules as they came.
 *
 * @param {MirrorScenario} scenario
 */
export const expectedSame = (scenario) => samePairs(startingRules(scenario), scenario);
