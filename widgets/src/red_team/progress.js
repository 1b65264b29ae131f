/** How far the learner is: what is on offer, what was foreseen, what is still to be named. */

import { order } from "./order.js";
import { isNameable, missedShare, tally, verdictOf } from "./verdicts.js";

/** @import { Prediction } from "../common/stages.js" */
/** @import { Foreseen, Foresight, RedTeam } from "./model.js" */
/** @import { Case, RedTeamScenario } from "./types.js" */

/** @type {Readonly<Record<Foresight, string>>} */
export const FORESIGHT_WORDS = {
  too_little: "Too little: less than the label asks for",
  as_labelled: "As labelled",
  too_much: "Too much: more than the label asks for",
};

export const LONGEST_CONTROL = 300;

/**
 * @param {RedTeamScenario} scenario
 * @param {string} id
 */
export function caseOf(scenario, id) {
  const item = scenario.cases.find((candidate) => candidate.id === id);
  if (!item) {
    throw new Error(`There is no conversation ${id}.`);
  }
  return item;
}

/**
 * The conversation on the card: the one just opened, or the next that nobody has seen into.
 *
 * @param {RedTeam} play
 * @param {RedTeamScenario} scenario
 * @returns {Case | null}  null when all have been offered
 */
export function offered({ said, skipped, opened, open }, scenario) {
  const last = said.at(-1);
  if (open && last) {
    return caseOf(scenario, last.id);
  }
  const seen = new Set([...said.map(({ id }) => id), ...skipped, ...opened]);
  const fresh = order(scenario).find((candidate) => !seen.has(candidate));
  return fresh === undefined ? null : caseOf(scenario, fresh);
}

/**
 * Whether it went as foreseen; null where the guard failed, which nobody could read off the words.
 *
 * @param {Foreseen} foreseen
 */
export function foresaw({ said, verdict }) {
  if (verdict === "failed") {
    return null;
  }
  return said === (verdict === "late" ? "as_labelled" : verdict);
}

/** @param {RedTeam} play */
export function foresight({ said }) {
  const judged = said.map(foresaw).filter((right) => right !== null);
  return { said: judged.length, right: judged.filter(Boolean).length };
}

/**
 * @param {RedTeam} play
 * @param {RedTeamScenario} scenario
 */
export const enoughSaid = (play, scenario) =>
  play.said.length >= Math.min(scenario.rounds, scenario.cases.length) ||
  offered(play, scenario) === null;

/**
 * How many failures are still to be named: no more than the guard has.
 *
 * @param {RedTeam} play
 * @param {RedTeamScenario} scenario
 */
export function namesLeft({ named }, { cases, names }) {
  const there = cases.filter((item) => isNameable(verdictOf(item, 0))).length;
  return Math.max(0, Math.min(names, there) - named.length);
}

/**
 * @param {RedTeam} play
 * @param {string} guard  key
 * @param {string} id
 */
export const namingOf = ({ named }, guard, id) =>
  named.find((each) => each.id === id && each.guard === guard) ?? null;

/**
 * @param {RedTeamScenario} scenario
 * @param {Prediction} prediction
 */
export function judgePrediction({ cases, tolerance }, prediction) {
  const share = missedShare(tally(cases, 0).risky);
  return { share, within: Math.abs(share - prediction.guess) <= tolerance };
}

/**
 * Whether the decisions of a guard lie open: those of the first one as soon as they were foreseen.
 *
 * @param {RedTeam} play
 * @param {RedTeamScenario} scenario
 * @param {number} guard
 * @param {string} id
 */
export const isShown = (play, scenario, guard, id) =>
  enoughSaid(play, scenario) || (guard === 0 && play.said.some((each) => each.id === id));
