/**
 * What a policy decides about a conversation: the semantics of Python's `PolicyGuard`. Every rule that holds
 * is read; the highest disposition and then urgency answers, among equals the first.
 */

import { DEFAULT, RISKS, rank } from "./ranks.js";

/** @import { Arrival, Decision, LabelledConversation, Policy, Reason, Rule, Signal, When } from "./types.js" */

/**
 * @param {LabelledConversation} conversation
 * @param {Arrival} arrival
 * @param {Policy} policy
 * @param {boolean} staffed  whether the desk is open when it comes
 * @returns {Decision}
 */
export function decide(conversation, arrival, policy, staffed) {
  const held = policy.rules.flatMap((rule) => {
    const reason = holds(rule, conversation, arrival, staffed);
    return reason ? [{ rule, reason }] : [];
  });
  let [best] = held;
  for (const each of held) {
    if (best && rank(each.rule.answer) > rank(best.rule.answer)) {
      best = each;
    }
  }
  if (!best) {
    const { disposition, urgency, line } = DEFAULT;
    return { disposition, urgency, line, rule: "default", reason: null, others: [] };
  }
  // [default] holds as well and answers lower, or the same where nothing is asked for.
  const answering = best;
  const { disposition, urgency, line } = answering.rule.answer;
  return {
    disposition,
    urgency,
    line,
    rule: answering.rule.name,
    reason: answering.reason,
    others: held.filter((each) => each !== answering).map(({ rule }) => rule.name),
  };
}

/**
 * @param {Rule} rule
 * @param {LabelledConversation} conversation
 * @param {Arrival} arrival
 * @param {boolean} staffed
 * @returns {Reason | null}
 */
function holds({ name, when }, { signals, age_band: age }, { visit }, staffed) {
  if (
    (when.staffed !== null && when.staffed !== staffed) ||
    (when.ages.length > 0 && !(age && when.ages.includes(age))) ||
    (when.visit !== null && !(visit && visit >= when.visit))
  ) {
    return null;
  }
  const met = signals.filter((signal) => meets(when, signal));
  if (met.length === 0 || new Set(met.map((signal) => signal.turn)).size < when.turns) {
    return null;
  }
  const { domain, turn, start, end } = met.reduce(higher);
  return { rule: name, domain, turn, start, end };
}

/**
 * @param {When} when
 * @param {Signal} signal
 */
const meets = (when, { domain, level, ways }) =>
  when.domains.includes(domain) &&
  RISKS.indexOf(level) >= RISKS.indexOf(when.level) &&
  when.present.every((way) => ways.includes(way)) &&
  !when.absent.some((way) => ways.includes(way));

/**
 * The signal of the higher risk, then level; of equals the earlier one.
 *
 * @param {Signal} one
 * @param {Signal} other
 */
function higher(one, other) {
  const gaps = [
    RISKS.indexOf(other.risk) - RISKS.indexOf(one.risk),
    RISKS.indexOf(other.level) - RISKS.indexOf(one.level),
    one.turn - other.turn,
    one.start - other.start,
    one.end - other.end,
  ];
  return (gaps.find((gap) => gap !== 0) ?? 0) > 0 ? other : one;
}
