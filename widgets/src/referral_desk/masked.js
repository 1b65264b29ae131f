/** Rules that never answer; Python's `load_policy` refuses a file that holds one. */

import { RISKS, rank } from "./ranks.js";

/** @import { Rule, When } from "./types.js" */

/**
 * Whether a rule never answers, because another one holds whenever it does and comes before it.
 *
 * @param {Rule} rule
 * @param {number} place
 * @param {readonly Rule[]} rules
 */
export const isMasked = (rule, place, rules) =>
  rules.some((other, otherPlace) => {
    const gap = rank(other.answer) - rank(rule.answer);
    return (
      other !== rule &&
      (gap > 0 || (gap === 0 && otherPlace < place)) &&
      covers(other.when, rule.when)
    );
  });

/**
 * Whether the broad conditions hold whenever the narrow ones do, by their form.
 *
 * @param {When} broad
 * @param {When} narrow
 */
function covers(broad, narrow) {
  return (
    isWithin(narrow.domains, broad.domains) &&
    RISKS.indexOf(broad.level) <= RISKS.indexOf(narrow.level) &&
    isWithin(broad.present, narrow.present) &&
    isWithin(broad.absent, narrow.absent) &&
    broad.turns <= narrow.turns &&
    (broad.ages.length === 0 || (narrow.ages.length > 0 && isWithin(narrow.ages, broad.ages))) &&
    (broad.staffed === null || broad.staffed === narrow.staffed) &&
    (broad.visit === null || (narrow.visit !== null && broad.visit <= narrow.visit))
  );
}

/**
 * @param {readonly string[]} few
 * @param {readonly string[]} many
 */
const isWithin = (few, many) => few.every((one) => many.includes(one));
