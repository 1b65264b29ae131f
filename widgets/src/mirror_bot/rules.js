/** Rules as the learner may change them: switched off, ranked anew, other replies, a few rules of one's own. */

import { within } from "../common/stages.js";
import { keys } from "./words.js";

/** @import { Rule } from "./bot.js" */

/**
 * What may be changed of a rule.
 *
 * @typedef {object} RuleEdit
 * @property {string} id
 * @property {boolean} on
 * @property {number} rank
 * @property {readonly string[]} templates
 */

export const HIGHEST_RANK = 10;
export const LONGEST_REPLY = 200;
export const MOST_REPLIES = 6;
const MOST_OWN = 3;
const MOST_WORDS = 4;
const OWN = "own-";

/**
 * @param {{ readonly rules: readonly Omit<Rule, "on">[] }} scenario
 * @returns {Rule[]}
 */
export const startingRules = ({ rules }) => rules.map((rule) => ({ ...rule, on: true }));

/**
 * The replies of a rule as they are typed, one a line.
 *
 * @param {string} text
 */
export const parseReplies = (text) =>
  text
    .split("\n")
    .map((line) => line.trim().slice(0, LONGEST_REPLY))
    .filter(Boolean)
    .slice(0, MOST_REPLIES);

/**
 * @param {readonly Rule[]} rules
 * @param {readonly RuleEdit[]} edits  one for each rule that was changed
 * @returns {Rule[]}
 */
export function checkedRules(rules, edits) {
  for (const { id } of edits) {
    if (!rules.some((rule) => rule.id === id)) {
      throw new Error(`There is no rule ${id}.`);
    }
  }
  return rules.map((rule) => {
    const edit = edits.find(({ id }) => id === rule.id);
    return edit
      ? {
          ...rule,
          on: edit.on,
          rank: within(edit.rank, 0, HIGHEST_RANK, "The rank"),
          templates: parseReplies(edit.templates.join("\n")),
        }
      : rule;
  });
}

/** @param {readonly Rule[]} rules */
const ownRules = (rules) => rules.filter(({ id }) => id.startsWith(OWN));

/**
 * @param {readonly Rule[]} rules
 * @param {string} keyword
 * @param {string} reply
 * @returns {string} what is wrong; nothing when it can be added
 */
export function unaddable(rules, keyword, reply) {
  const words = keys(keyword).length;
  if (ownRules(rules).length >= MOST_OWN) {
    return `You have added ${MOST_OWN} rules; change one of them.`;
  }
  if (words === 0 || words > MOST_WORDS) {
    return `Write a keyword of one to ${MOST_WORDS} words.`;
  }
  return parseReplies(reply).length === 0 ? "Write the reply as well." : "";
}

/**
 * @param {readonly Rule[]} rules
 * @param {{ readonly keyword: string, readonly reply: string, readonly rank: number }} written
 * @returns {Rule}
 */
export function ownRule(rules, { keyword, reply, rank }) {
  const problem = unaddable(rules, keyword, reply);
  if (problem) {
    throw new Error(problem);
  }
  return {
    id: `${OWN}${ownRules(rules).length + 1}`,
    keywords: [keys(keyword).join(" ")],
    rank: within(rank, 0, HIGHEST_RANK, "The rank"),
    on: true,
    templates: parseReplies(reply),
  };
}

/**
 * Ids of the rules that are not as they came.
 *
 * @param {readonly Rule[]} rules
 * @param {{ readonly rules: readonly Omit<Rule, "on">[] }} scenario
 */
export function changedRules(rules, scenario) {
  const started = new Map(startingRules(scenario).map((rule) => [rule.id, told(rule)]));
  return rules.filter((rule) => started.get(rule.id) !== told(rule)).map(({ id }) => id);
}

/** @param {Rule} rule */
const told = ({ on, rank, templates }) => JSON.stringify([on, rank, templates]);

/** @param {Rule} rule  its keywords in a few words */
export function ruleName({ keywords }) {
  const shown = keywords.slice(0, 3).map((keyword) => `“${keyword}”`);
  return shown.join(", ") + (keywords.length > shown.length ? " …" : "");
}
