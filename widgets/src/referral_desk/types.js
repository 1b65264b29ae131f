/** What the referral desk is made of. Types only. */

/** @import { Staged } from "../common/stages.js" */
/** @import { Message, Option, Scenario } from "../common/types.js" */

/** @typedef {"none" | "low" | "moderate" | "high" | "imminent"} Risk */
/** @typedef {"continue" | "offer_support" | "warm_handoff" | "emergency"} Disposition */
/** @typedef {"routine" | "days" | "today" | "now"} Urgency */
/** @typedef {"suicide" | "other"} Group */
/** @typedef {"denied" | "past" | "others"} Ignored */
/** @typedef {"young" | "returning" | "repeated" | "night"} Extra */
/** @typedef {"down" | "place" | "unsafe" | "declines"} WhatIfKey */
/** @typedef {"none" | "support" | "days" | "today" | "now" | "emergency"} Answer */

/**
 * Words of one turn that speak of a danger, as Python has read them.
 *
 * @typedef {object} Signal
 * @property {number} turn
 * @property {string} domain
 * @property {Risk} level  of the words as they stand
 * @property {Risk} risk  of the words as they are meant
 * @property {number} start
 * @property {number} end
 * @property {readonly string[]} ways  how else they are meant
 */

/**
 * @typedef {object} LabelledConversation
 * @property {string} id
 * @property {readonly Message[]} messages
 * @property {string | null} age_band
 * @property {Risk} risk
 * @property {readonly Disposition[]} accepted
 * @property {Urgency} urgency
 * @property {string} rationale
 * @property {readonly Signal[]} signals  by turn
 */

/**
 * How a conversation came in; chosen for teaching.
 *
 * @typedef {object} Arrival
 * @property {string} id
 * @property {string} at  "HH:MM"
 * @property {string} place  where the person is, ISO 3166
 * @property {boolean} told  whether the service knows that
 * @property {number} [visit]  from 1
 * @property {boolean} [watched]  somebody else reads the phone
 * @property {boolean} [declines]  says no when asked
 */

/** @typedef {{ readonly key: string, readonly group: Group, readonly level: Risk, readonly label: string, readonly name: string }} Row */

/**
 * @typedef {object} WhatIfOption
 * @property {string} key
 * @property {string} label
 * @property {string} means
 * @property {string} [reads]  what the person then reads
 */

/**
 * @typedef {object} WhatIf
 * @property {WhatIfKey} key
 * @property {string} title
 * @property {readonly string[]} story
 * @property {readonly WhatIfOption[]} options
 */

/** @typedef {Readonly<Record<"support" | "handoff" | "emergency" | "night", string>>} Replies */

/**
 * @typedef {object} Settings
 * @property {string} title
 * @property {string} to  who takes over
 * @property {Readonly<Record<string, Answer>>} rows
 * @property {Readonly<Record<Ignored, boolean>>} ignore
 * @property {Readonly<Record<Extra, boolean>>} extras
 */

/**
 * @typedef {object} Minutes
 * @property {number} call  that one takes
 * @property {number} line  until a crisis line answers
 * @property {number} emergency  until the emergency service answers
 * @property {number} ask  until a person has said where they are
 * @property {number} now  within which somebody must be there
 * @property {number} today
 * @property {number} days
 */

/**
 * @typedef {Scenario & {
 *   readonly tolerance: number,
 *   readonly start: Settings,
 *   readonly staff: number,
 *   readonly closes: number,
 *   readonly time_zone: string,
 *   readonly minutes: Minutes,
 *   readonly outage: { readonly from: string, readonly to: string },
 *   readonly usual_place: string,
 *   readonly rows: readonly Row[],
 *   readonly ignore: readonly (Option & { readonly key: Ignored })[],
 *   readonly extras: readonly (Option & { readonly key: Extra, readonly name: string })[],
 *   readonly replies: Readonly<Record<"suicide" | "somebody_else" | "other", Replies>> & { readonly young: string },
 *   readonly safety: string,
 *   readonly failure_reply: string,
 *   readonly what_ifs: readonly WhatIf[],
 *   readonly day: readonly Arrival[],
 *   readonly conversations: readonly LabelledConversation[],
 * }} DeskScenario
 */

/**
 * @typedef {object} When
 * @property {readonly string[]} domains
 * @property {Risk} level
 * @property {readonly string[]} present
 * @property {readonly string[]} absent
 * @property {number} turns
 * @property {readonly string[]} ages
 * @property {boolean | null} staffed
 * @property {number | null} visit
 */

/**
 * @typedef {object} Then
 * @property {Disposition} disposition
 * @property {Urgency} urgency
 * @property {boolean} line  whether it hands to a crisis line and not to the desk
 * @property {readonly string[]} ask
 * @property {string} reply
 */

/** @typedef {{ readonly row: string, readonly name: string, readonly when: When, readonly answer: Then }} Rule */
/** @typedef {{ readonly rules: readonly Rule[], readonly masked: readonly Rule[], readonly failSafe: Then }} Policy */
/** @typedef {{ readonly rule: string, readonly domain: string, readonly turn: number, readonly start: number, readonly end: number }} Reason */

/**
 * @typedef {object} Decision
 * @property {Disposition} disposition
 * @property {Urgency} urgency
 * @property {boolean} line
 * @property {string} rule  "default" where none answers
 * @property {Reason | null} reason
 * @property {readonly string[]} others  rules that hold as well
 */

/** @typedef {"reached" | "missed" | "unreached" | "declined" | "over" | "fine"} Verdict */
/** @typedef {"offered" | "connected" | "declined" | "unreachable"} HandoffState */

/**
 * @typedef {object} Result
 * @property {Decision} decision
 * @property {Verdict} verdict
 * @property {HandoffState | null} state  of the handoff; null where nobody was asked for
 * @property {number | null} wait  minutes; null where nobody came
 * @property {"desk" | "line" | "emergency" | null} who  was asked
 * @property {boolean} exposed  contact put them at risk
 * @property {boolean} night  came outside staffed hours
 */

/**
 * @typedef {object} Circumstances
 * @property {number} staff
 * @property {number} closes  the hour
 * @property {Readonly<Partial<Record<WhatIfKey, string | undefined>>>} answers
 * @property {readonly WhatIfKey[]} events  that happen today
 */

/**
 * @typedef {Circumstances & {
 *   readonly settings: Settings,
 *   readonly run: boolean,
 *   readonly changed: boolean,
 *   readonly first: import("./counts.js").Counts | null,
 *   readonly opened: readonly string[],
 * }} Desk
 */

/**
 * @typedef {{ readonly type: "run" }
 *   | { readonly type: "reset" }
 *   | { readonly type: "set_row", readonly row: string, readonly answer: Answer }
 *   | { readonly type: "set_ignore", readonly key: Ignored, readonly value: boolean }
 *   | { readonly type: "set_extra", readonly key: Extra, readonly value: boolean }
 *   | { readonly type: "set_title", readonly text: string }
 *   | { readonly type: "set_to", readonly text: string }
 *   | { readonly type: "set_staff", readonly value: number }
 *   | { readonly type: "set_closes", readonly value: number }
 *   | { readonly type: "answer", readonly what_if: WhatIfKey, readonly key: string }
 *   | { readonly type: "set_event", readonly what_if: WhatIfKey, readonly value: boolean }
 *   | { readonly type: "open", readonly id: string }} DeskAction
 */

/** @typedef {Staged<DeskScenario, Desk>} DeskState */

export {};
