/** The run in words, for the transcript. */

import { anew, bothReplies, samePairs } from "./replies.js";
import { changedRules } from "./rules.js";
import { holds } from "./words.js";

/** @import { Answer, Rule } from "./bot.js" */
/** @import { Mirror, MirrorAction, MirrorScenario } from "./model.js" */

/**
 * @param {Mirror} mirror  after the action
 * @param {MirrorAction} action
 * @param {MirrorScenario} scenario
 */
export function described(mirror, action, scenario) {
  switch (action.type) {
    case "say":
      return describedAnswer(mirror, scenario);
    case "rate_before":
      return `How heard, before the rules were shown: ${mirror.before} of 100.\nThe rules:\n${mirror.rules.map(describedRule).join("\n")}`;
    case "rate_after":
      return `How heard, with the rules shown: ${mirror.after} of 100.`;
    case "swap":
      return describedPairs(mirror, scenario, [action.pair]);
    case "swap_all":
      return describedPairs(mirror, scenario, mirror.swapped);
    case "own_pair":
      return describedPair(mirror, scenario, action.one, action.other);
    default:
      return describedRules(mirror, scenario);
  }
}

/**
 * @param {Mirror} mirror
 * @param {MirrorScenario} scenario
 */
function describedAnswer({ said }, { person, bot, risk_words }) {
  const last = said.at(-1);
  return last
    ? [
        `${said.length}. ${person}: ${last.text}`,
        `   ${bot}: ${last.reply}`,
        `   (${how(last)})`,
        ...(holds(last.text, risk_words) ? ["   (The page says where help is.)"] : []),
      ].join("\n")
    : null;
}

/** @param {Answer} answer */
function how({ rule, keyword, rank, template, captured }) {
  if (rule === null) {
    return "no keyword; a reply from the list for that";
  }
  const rest = captured ? `; captured “${captured}”` : "; nothing captured";
  return `keyword “${keyword}”, rank ${rank}${rest}; template “${template}”`;
}

/** @param {Rule} rule */
const describedRule = (rule) =>
  `   ${rule.keywords.join(", ")}: rank ${rule.rank}${rule.on ? "" : ", switched off"}; ${rule.templates.join(" / ") || "no reply"}`;

/**
 * @param {Mirror} mirror
 * @param {MirrorScenario} scenario
 * @param {readonly string[]} ids
 */
function describedPairs(mirror, scenario, ids) {
  return scenario.pairs
    .filter(({ id }) => ids.includes(id))
    .map(({ one, other }) => describedPair(mirror, scenario, one, other))
    .join("\n");
}

/**
 * @param {Mirror} mirror
 * @param {MirrorScenario} scenario
 * @param {string} one
 * @param {string} other
 */
function describedPair({ rules }, scenario, one, other) {
  const replies = bothReplies(rules, scenario, one, other);
  return [
    `“${one}”: ${replies.one}`,
    `“${other}”: ${replies.other}`,
    replies.same ? "   The same reply, word for word." : "   Two different replies.",
  ].join("\n");
}

/**
 * @param {Mirror} mirror
 * @param {MirrorScenario} scenario
 */
function describedRules(mirror, scenario) {
  const changed = changedRules(mirror.rules, scenario);
  const answers = anew(mirror, scenario);
  return [
    changed.length === 0 ? "The rules are as they came." : "Rules changed:",
    ...mirror.rules.filter(({ id }) => changed.includes(id)).map(describedRule),
    `   Pairs with the same reply now: ${samePairs(mirror.rules, scenario)} of ${scenario.pairs.length}.`,
    ...answers
      .filter(({ reply }, index) => reply !== mirror.said[index]?.reply)
      .map(({ text, reply }) => `   “${text}” would now get: ${reply}`),
  ].join("\n");
}
