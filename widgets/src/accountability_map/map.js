/**
 * Who answers: read from the scenario, for one event, one setting and one place.
 *
 * Chosen for teaching: which answerers count as plain and which as arguable is the writers' judgement,
 * and stands in the scenario with its reasons.
 */

/** @import { Option, Scenario } from "../common/types.js" */

/** @typedef {"practice" | "coach" | "app"} Setting */
/** @typedef {{ readonly plain: readonly string[], readonly arguable: readonly string[] }} Who */
/** @typedef {Who & { readonly reason: string, readonly key?: string }} Cell */

/**
 * @typedef {object} Law
 * @property {string} id
 * @property {string} name
 * @property {readonly string[]} places
 * @property {string} in_force
 * @property {string} read  the day on which it was last looked at
 * @property {string} status
 * @property {string} key
 */

/** @typedef {Who & { readonly law: string, readonly setting: Setting, readonly says: string }} Rule */

/**
 * @typedef {object} Mishap
 * @property {string} id
 * @property {string} title
 * @property {Setting} ask
 * @property {string} story
 * @property {Readonly<Record<Setting, Cell>>} cells
 * @property {readonly Rule[]} rules
 */

/**
 * @typedef {Scenario & {
 *   readonly caution: string,
 *   readonly place: string,
 *   readonly places: readonly Option[],
 *   readonly settings: readonly { readonly key: Setting, readonly label: string, readonly who: string }[],
 *   readonly answerers: readonly { readonly key: string, readonly label: string, readonly short: string }[],
 *   readonly laws: readonly Law[],
 *   readonly events: readonly Mishap[],
 * }} MapScenario
 */

/** @typedef {{ readonly rule: Rule, readonly law: Law }} Applied */

/** @typedef {Who & { readonly reason: string, readonly key: string, readonly laws: readonly Applied[] }} Answer */

/** The tick for an event that nobody plainly answers for. */
export const NOBODY = "nobody";

/**
 * @param {MapScenario} scenario
 * @param {Mishap} event
 * @param {Setting} setting
 * @param {string} place
 * @returns {Answer} each answerer once, in the scenario's order; plain goes before arguable
 */
export function answerOf(scenario, event, setting, place) {
  const laws = event.rules.flatMap((rule) => {
    const law = scenario.laws.find(({ id }) => id === rule.law);
    const applies = law && rule.setting === setting && law.places.includes(place);
    return applies ? [{ rule, law }] : [];
  });
  const cell = event.cells[setting];
  const plain = new Set([cell.plain, ...laws.map(({ rule }) => rule.plain)].flat());
  const arguable = new Set([cell.arguable, ...laws.map(({ rule }) => rule.arguable)].flat());
  const order = scenario.answerers.map(({ key }) => key);
  return {
    plain: order.filter((key) => plain.has(key)),
    arguable: order.filter((key) => arguable.has(key) && !plain.has(key)),
    reason: cell.reason,
    key: cell.key ?? "",
    laws,
  };
}

/**
 * Of the first events, for how many somebody plainly answers.
 *
 * @param {MapScenario} scenario
 * @param {Setting} setting
 * @param {string} place
 * @param {number} [events]  how many of them, from the first; all of them by default
 */
export function plainly(scenario, setting, place, events = scenario.events.length) {
  return scenario.events
    .slice(0, events)
    .filter((event) => answerOf(scenario, event, setting, place).plain.length > 0).length;
}

/**
 * Of all events, for how many an answerer of these kinds plainly answers.
 *
 * @param {MapScenario} scenario
 * @param {Setting} setting
 * @param {string} place
 * @param {readonly string[]} kinds
 */
export function answeredBy(scenario, setting, place, kinds) {
  return scenario.events.filter((event) =>
    answerOf(scenario, event, setting, place).plain.some((key) => kinds.includes(key)),
  ).length;
}

/**
 * What was ticked, held against the map. Nobody is right where nobody plainly answers.
 *
 * @param {readonly string[]} ticked
 * @param {Who} answer
 */
export function judged(ticked, { plain, arguable }) {
  const truth = plain.length > 0 ? plain : [NOBODY];
  return {
    right: ticked.filter((key) => truth.includes(key)),
    arguable: ticked.filter((key) => arguable.includes(key)),
    missed: truth.filter((key) => !ticked.includes(key)),
    not_here: ticked.filter((key) => !(truth.includes(key) || arguable.includes(key))),
  };
}
