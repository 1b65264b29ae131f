/** The shape of the scenario and of a run. Types only. */

/** @import { Claim, Scenario } from "../common/types.js" */

/** @typedef {{ readonly key: string, readonly label: string }} Topic */

/**
 * @typedef {object} FormScenario
 * @property {string} key
 * @property {string} label
 * @property {readonly Topic[]} topics
 * @property {string} [suicide]  key of the topic that asks about suicide; none where the form does not ask
 * @property {string} citation
 * @property {readonly { readonly start: number, readonly label: string }[]} bands
 */

/** @typedef {"stands" | "too_far" | "too_little"} NoteVerdict */
/** @typedef {"fits" | "defensible" | "misses" | "too_much"} StepVerdict */

/**
 * @typedef {object} Note
 * @property {string} key
 * @property {string} text  a sentence that might stand in the note
 * @property {NoteVerdict} verdict
 * @property {string} feedback
 */

/** @typedef {{ readonly key: string, readonly verdict: StepVerdict, readonly feedback: Claim }} StepJudgement */

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {number} age
 * @property {string} form
 * @property {string} about
 * @property {string} words
 * @property {readonly number[]} answers  0 to 3, one for each topic
 * @property {readonly Note[]} notes
 * @property {readonly StepJudgement[]} steps  one for each step of the scenario
 */

/**
 * @typedef {Scenario & {
 *   readonly wording: string,
 *   readonly chosen: string,
 *   readonly frequencies: readonly string[],
 *   readonly cutoff: number,
 *   readonly below: string,
 *   readonly above: string,
 *   readonly direct: string,
 *   readonly forms: readonly FormScenario[],
 *   readonly steps: readonly { readonly key: string, readonly label: string, readonly short: string }[],
 *   readonly enough: number,
 *   readonly people: readonly Person[],
 * }} ScreeningScenario
 */

/** @typedef {{ readonly cutoff: number, readonly itemNine: boolean }} AppRule */

/**
 * What the learner committed for one person.
 *
 * @typedef {object} Answer
 * @property {string} person
 * @property {number} total
 * @property {number} band  its place
 * @property {string} note
 * @property {string} step
 * @property {number} confidence  per cent
 */

/**
 * @typedef {object} Reading
 * @property {number} current  place of the person being read
 * @property {readonly Answer[]} answers  in the order of the people
 * @property {{ readonly topic: number, readonly value: number } | null} whatIf
 * @property {AppRule} rule
 */

/**
 * @typedef {({ readonly type: "answer" } & Answer)
 *   | { readonly type: "next" | "previous" }
 *   | { readonly type: "what_if", readonly topic: number, readonly value: number }
 *   | { readonly type: "set_cutoff", readonly value: number }
 *   | { readonly type: "set_item_nine", readonly value: boolean }} ReadingAction
 */

/** @typedef {import("../common/stages.js").Staged<ScreeningScenario, Reading>} ReadingState */

export {};
