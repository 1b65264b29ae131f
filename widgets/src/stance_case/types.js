/**
 * The shape of the scenario, as stance_case.schema.json describes it. Types only.
 */

/** @import { Scenario } from "../common/types.js" */

/**
 * A kind of reply.
 *
 * @typedef {object} Code
 * @property {string} key
 * @property {string} label
 * @property {string} meaning
 * @property {boolean} quick  whether it is a quick fix when it comes too early
 * @property {readonly string[]} near  the kinds it is most easily taken for
 */

/**
 * @typedef {object} Reply
 * @property {string} code
 * @property {string} text
 * @property {string} why  why it was coded so, and what it does
 * @property {string} to  the turn that it leads to
 * @property {number} [minutes]  until the next turn
 */

/** @typedef {{ readonly kind: string, readonly left: string }} Ending */

/**
 * @typedef {object} ClientTurn
 * @property {string} id
 * @property {string} said
 * @property {readonly string[]} [tells]  ids of the disclosures in it
 * @property {readonly Reply[]} [replies]  absent at an ending
 * @property {Reply} [bot]  what the advice bot answers here, if it comes by
 * @property {Ending} [ending]
 */

/**
 * @typedef {object} Disclosure
 * @property {string} id
 * @property {string} text
 * @property {string} opened_by  the code of a reply that opens it
 */

/**
 * @typedef {object} Case
 * @property {string} id
 * @property {string} label
 * @property {string} person
 * @property {string} scene
 * @property {boolean} timed  whether minutes count and are shown
 * @property {string} start
 * @property {readonly Disclosure[]} disclosures
 * @property {string} matters_most  id of the disclosure that the case is about
 * @property {readonly ClientTurn[]} nodes
 * @property {string} reading  how to read the list of what was unsaid
 * @property {string} point  what this case is there for
 * @property {string} bot_left  how the person left the bot
 * @property {string} bot_did_well
 * @property {string} bot_missed
 */

/**
 * @typedef {Scenario & {
 *   readonly case: string,
 *   readonly seed: number,
 *   readonly codes: readonly Code[],
 *   readonly cases: readonly Case[],
 * }} Script
 */

export {};
