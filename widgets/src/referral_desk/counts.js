/** A day in numbers, and which of two days is the better one. */

import { conversationAt, isGrave, needsPerson, runDay, shortfall } from "./day.js";

/** @import { Desk, DeskScenario, Result, Risk, Verdict } from "./types.js" */

/**
 * @typedef {object} Counts
 * @property {number} need  people who need a person
 * @property {number} reached
 * @property {number} missed  nobody was asked for, or too late by the policy itself
 * @property {number} missed_high  of these, HIGH or IMMINENT
 * @property {number} unreached  asked for, and nobody there in time
 * @property {number} unreached_high  of these, HIGH or IMMINENT
 * @property {number} declined
 * @property {number} over  over-referred
 * @property {number} fine  no person needed, and rightly handled
 * @property {number} silent  of those missed, with no word that a rule could hear
 * @property {number} reached_at_night  reached who came outside staffed hours
 * @property {number} exposed
 * @property {number} longest_wait  minutes, of requests marked "now"
 */

/** @type {WeakMap<Desk, Result[]>} */
const days = new WeakMap();

/**
 * The day with the learner's policy; worked out once for each state.
 *
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 * @returns {readonly Result[]}
 */
export function resultsOf(desk, scenario) {
  let results = days.get(desk);
  if (!results) {
    results = runDay(desk.settings, desk, scenario);
    days.set(desk, results);
  }
  return results;
}

/**
 * @param {readonly Result[]} results
 * @param {DeskScenario} scenario
 * @returns {Counts}
 */
export function count(results, scenario) {
  /** @param {(result: Result, index: number) => boolean} fits */
  const many = (fits) => results.filter(fits).length;
  /** @param {Verdict} verdict */
  const of = (verdict) => many((result) => result.verdict === verdict);
  /** @param {Verdict} verdict */
  const grave = (verdict) =>
    many((result, index) => result.verdict === verdict && isGrave(conversationAt(scenario, index)));
  return {
    need: many((_result, index) => needsPerson(conversationAt(scenario, index))),
    reached: of("reached"),
    missed: of("missed"),
    missed_high: grave("missed"),
    unreached: of("unreached"),
    unreached_high: grave("unreached"),
    declined: of("declined"),
    over: of("over"),
    fine: of("fine"),
    silent: many(
      ({ verdict }, index) =>
        verdict === "missed" && conversationAt(scenario, index).signals.length === 0,
    ),
    reached_at_night: many(({ verdict, night }) => verdict === "reached" && night),
    exposed: many(({ exposed }) => exposed),
    longest_wait: Math.max(
      0,
      ...results.filter(({ decision }) => decision.urgency === "now").map(({ wait }) => wait ?? 0),
    ),
  };
}

/**
 * @param {readonly Result[]} results
 * @param {DeskScenario} scenario
 * @param {Risk} risk
 */
export function countAt(results, scenario, risk) {
  const counts = { reached: 0, missed: 0, unreached: 0, declined: 0, over: 0, fine: 0 };
  for (const [index, { verdict }] of results.entries()) {
    if (conversationAt(scenario, index).risk === risk) {
      counts[verdict] += 1;
    }
  }
  return counts;
}

/**
 * @typedef {{ readonly side: "better" | "worse" | "equal", readonly because: string }} Standing
 */

/**
 * Which of two days of the same people is the better one. The first difference decides: no saving further
 * down makes up for a HIGH or IMMINENT person who is answered too low.
 *
 * @param {readonly Result[]} results
 * @param {readonly Result[]} before
 * @param {DeskScenario} scenario
 * @returns {Standing}
 */
export function standing(results, before, scenario) {
  const now = ladder(results, scenario);
  const then = ladder(before, scenario);
  for (const [index, [because, value]] of now.entries()) {
    const other = then[index]?.[1] ?? 0;
    if (value !== other) {
      return { side: value < other ? "better" : "worse", because };
    }
  }
  return { side: "equal", because: "" };
}

/**
 * @param {readonly Result[]} results
 * @param {DeskScenario} scenario
 * @returns {(readonly [because: string, value: number])[]} the smaller the better, the weightiest first
 */
function ladder(results, scenario) {
  const counts = count(results, scenario);
  const grave = results.filter((_result, index) => isGrave(conversationAt(scenario, index)));
  return [
    ["the number of HIGH or IMMINENT people missed", counts.missed_high],
    [
      "how far the answers to HIGH or IMMINENT stay below a person now",
      grave.reduce((sum, { decision }) => sum + shortfall(decision), 0),
    ],
    ["the number of HIGH or IMMINENT people asked for and not reached", counts.unreached_high],
    [
      "the number of people in need who were not reached",
      counts.need - counts.reached - counts.declined,
    ],
    ["the number of people over-referred", counts.over],
    ["the longest wait", counts.longest_wait],
  ];
}
