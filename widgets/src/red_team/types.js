/** What Python hands over. Types only. */

/** @import { Message, Option, Scenario } from "../common/types.js" */
/** @import { Verdict } from "./verdicts.js" */

/**
 * Levels, what to do and how soon as numbers from 0; then which of the reasons.
 *
 * @typedef {readonly [risk: number, disposition: number, urgency: number, reasons: readonly number[]]} Decision
 */

/**
 * Which rule, and where the words stand that triggered it, in UTF-16 units.
 *
 * @typedef {readonly [rule: number, domain: string | null, turn: number | null, start: number | null, end: number | null]} ReasonData
 */

/**
 * A labelled conversation; the last three hold one entry for each guard.
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {string} suite
 * @property {string} phenomenon  the one in whose row it counts
 * @property {readonly string[]} phenomena
 * @property {string} domain
 * @property {readonly Message[]} messages
 * @property {number} risk  0 to 4
 * @property {number} disposition  0 to 3
 * @property {readonly number[]} accepted  dispositions
 * @property {number | null} deciding  index of the message that decides
 * @property {boolean} risky  labelled moderate or above
 * @property {boolean} disputed  raters accept both that a person is brought in and that none is
 * @property {string} rationale
 * @property {readonly Verdict[]} verdicts
 * @property {readonly (readonly (Decision | null)[])[]} decisions  after each of the person's messages; null: failed
 * @property {readonly (readonly ReasonData[])[]} reasons
 */

/**
 * @typedef {object} GuardEntry
 * @property {string} key
 * @property {string} label
 * @property {string} about
 * @property {readonly string[]} rules  the words for each
 * @property {string | null} failure  its first failure
 */

/**
 * @typedef {Option & {
 *   readonly phenomena: readonly string[],
 *   readonly suites?: readonly string[],
 *   readonly disputed?: boolean,
 * }} Mode
 */

/**
 * @typedef {Scenario & {
 *   readonly tolerance: number,
 *   readonly seed: number,
 *   readonly rounds: number,
 *   readonly names: number,
 *   readonly epilogue: string,
 *   readonly guards: readonly GuardEntry[],
 *   readonly suites: readonly Option[],
 *   readonly modes: readonly Mode[],
 *   readonly phenomena: readonly Option[],
 *   readonly domains: readonly Option[],
 *   readonly cases: readonly Case[],
 * }} RedTeamScenario
 */

export {};
