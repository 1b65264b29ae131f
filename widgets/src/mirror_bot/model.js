/** The mirror bot: talk with it, rate it, look inside, swap the feelings, rewrite the rules. */

import { staged, within } from "../common/stages.js";
import { conversation } from "./bot.js";
import { expectedSame, samePairs } from "./replies.js";
import { changedRules, checkedRules, ownRule, startingRules } from "./rules.js";
import { described } from "./told.js";
import { holds, keys } from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Scenario } from "../common/types.js" */
/** @import { Answer, Rule, Tables } from "./bot.js" */
/** @import { RuleEdit } from "./rules.js" */

/** @typedef {{ readonly id: string, readonly one: string, readonly other: string, readonly swap: string }} Pair */

/**
 * @typedef {Scenario & Tables & {
 *   readonly person: string,
 *   readonly bot: string,
 *   readonly opening: string,
 *   readonly privacy: string,
 *   readonly least_turns: number,
 *   readonly most_turns: number,
 *   readonly ready: readonly string[],
 *   readonly rules: readonly Omit<Rule, "on">[],
 *   readonly pairs_lead: string,
 *   readonly pairs: readonly Pair[],
 *   readonly risk_words: readonly string[],
 *   readonly risk_note: string,
 * }} MirrorScenario
 */

/**
 * @typedef {object} Mirror
 * @property {readonly Answer[]} said  each of the learner's texts with the reply that it got then
 * @property {number | null} before  how heard, 0 to 100, before the rules were shown
 * @property {number | null} after  the same, afterwards
 * @property {readonly Rule[]} rules  as they are now
 * @property {readonly string[]} swapped  ids of pairs whose feeling was swapped
 * @property {readonly [string, string] | null} own  the learner's own pair
 * @property {boolean} risk  whether something was said at which the page says where help is
 * @property {boolean} ownRisk  the same for the learner's own pair
 */

/**
 * @typedef {{ readonly type: "say", readonly text: string }
 *   | { readonly type: "rate_before" | "rate_after", readonly value: number }
 *   | { readonly type: "swap", readonly pair: string }
 *   | { readonly type: "swap_all" }
 *   | { readonly type: "own_pair", readonly one: string, readonly other: string }
 *   | { readonly type: "set_rules", readonly rules: readonly RuleEdit[] }
 *   | { readonly type: "add_rule", readonly keyword: string, readonly reply: string, readonly rank: number }
 *   | { readonly type: "reset_rules" }} MirrorAction
 */

/** @typedef {Staged<MirrorScenario, Mirror>} MirrorState */

export const LONGEST_TEXT = 300;

/**
 * @param {string} text
 * @returns {string} what is wrong with it; nothing when it can be said
 */
export function unsayable(text) {
  if (keys(text).length === 0) {
    return "Write a few words first.";
  }
  return text.length > LONGEST_TEXT ? `Write at most ${LONGEST_TEXT} characters.` : "";
}

/** @param {Mirror} mirror */
export const isRevealed = ({ before }) => before !== null;

/** @type {import("../common/stages.js").Play<MirrorScenario, Mirror, MirrorAction>} */
const play = {
  settings: ["set_rules"],

  initial: (scenario) => ({
    said: [],
    before: null,
    after: null,
    rules: startingRules(scenario),
    swapped: [],
    own: null,
    risk: false,
    ownRisk: false,
  }),

  step(mirror, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error("The talk comes after the prediction.");
    }
    switch (action.type) {
      case "say":
        return said(mirror, action.text, scenario);
      case "rate_before":
      case "rate_after":
        return rated(mirror, action, scenario);
      default:
        if (mirror.after === null) {
          throw new Error("Pairs and rules come after the second rating.");
        }
        return tried(mirror, action, scenario);
    }
  },

  done: ({ after, swapped }, { pairs }) => after !== null && swapped.length === pairs.length,

  preamble: ({ bot, opening }) => [`${bot}: ${opening}`],

  describe: described,

  outcome(mirror, scenario, prediction) {
    const expected = expectedSame(scenario);
    const reached = mirror.swapped.length === scenario.pairs.length;
    return {
      messages_sent: mirror.said.length,
      without_a_rule: mirror.said.filter(({ rule }) => rule === null).length,
      heard_before: mirror.before,
      heard_after: mirror.after,
      pairs_swapped: mirror.swapped.length,
      same_replies: reached ? expected : null,
      same_replies_now: reached ? samePairs(mirror.rules, scenario) : null,
      correct: reached && prediction ? prediction.guess === expected : null,
      rules_changed: changedRules(mirror.rules, scenario),
      help_shown: mirror.risk || mirror.ownRisk,
    };
  },
};

/**
 * @param {Mirror} mirror
 * @param {string} text
 * @param {MirrorScenario} scenario
 * @returns {Mirror}
 */
function said(mirror, text, scenario) {
  const problem = unsayable(text);
  if (problem) {
    throw new Error(problem);
  }
  if (mirror.said.length >= scenario.most_turns) {
    throw new Error(`The chat holds at most ${scenario.most_turns} messages.`);
  }
  const texts = [...mirror.said.map((answer) => answer.text), text.trim()];
  const last = conversation(mirror.rules, scenario, texts).at(-1);
  return {
    ...mirror,
    said: last ? [...mirror.said, last] : mirror.said,
    risk: mirror.risk || holds(text, scenario.risk_words),
  };
}

/**
 * @param {Mirror} mirror
 * @param {{ readonly type: "rate_before" | "rate_after", readonly value: number }} action
 * @param {MirrorScenario} scenario
 * @returns {Mirror}
 */
function rated(mirror, { type, value }, scenario) {
  const heard = within(value, 0, 100, "The rating");
  if (type === "rate_before") {
    if (mirror.said.length < scenario.least_turns || isRevealed(mirror)) {
      throw new Error(`The first rating comes once, after ${scenario.least_turns} messages.`);
    }
    return { ...mirror, before: heard };
  }
  if (!isRevealed(mirror) || mirror.after !== null) {
    throw new Error("The second rating comes once, when the rules have been shown.");
  }
  return { ...mirror, after: heard };
}

/**
 * @param {Mirror} mirror
 * @param {MirrorAction} action
 * @param {MirrorScenario} scenario
 * @returns {Mirror}
 */
function tried(mirror, action, scenario) {
  switch (action.type) {
    case "swap": {
      if (!scenario.pairs.some(({ id }) => id === action.pair)) {
        throw new Error(`There is no pair ${action.pair}.`);
      }
      return { ...mirror, swapped: [...new Set([...mirror.swapped, action.pair])] };
    }
    case "swap_all":
      return { ...mirror, swapped: scenario.pairs.map(({ id }) => id) };
    case "own_pair": {
      const problem = unsayable(action.one) || unsayable(action.other);
      if (problem) {
        throw new Error(problem);
      }
      const own = /** @type {const} */ ([action.one.trim(), action.other.trim()]);
      const ownRisk = mirror.ownRisk || own.some((text) => holds(text, scenario.risk_words));
      return { ...mirror, own, ownRisk };
    }
    case "set_rules":
      return { ...mirror, rules: checkedRules(mirror.rules, action.rules) };
    case "add_rule":
      return { ...mirror, rules: [...mirror.rules, ownRule(mirror.rules, action)] };
    case "reset_rules":
      return { ...mirror, rules: startingRules(scenario) };
    default:
      throw new Error(`The mirror bot knows no action ${JSON.stringify(action)}.`);
  }
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
