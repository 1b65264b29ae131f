/** The words of triage in their order, as `warmhandoff.risk` has them, and the answers a row may give. */

/** @import { Answer, Disposition, Risk, Then, Urgency } from "./types.js" */

/** @type {readonly Disposition[]} */
const DISPOSITIONS = ["continue", "offer_support", "warm_handoff", "emergency"];
/** @type {readonly Urgency[]} */
const URGENCIES = ["routine", "days", "today", "now"];
/** @type {readonly Risk[]} */
export const RISKS = ["none", "low", "moderate", "high", "imminent"];

/** @type {Readonly<Record<Answer, readonly [Disposition, Urgency]>>} */
export const ANSWERS = {
  none: ["continue", "routine"],
  support: ["offer_support", "days"],
  days: ["warm_handoff", "days"],
  today: ["warm_handoff", "today"],
  now: ["warm_handoff", "now"],
  emergency: ["emergency", "now"],
};

/** @param {{ readonly disposition: Disposition, readonly urgency: Urgency }} answer */
export const rank = ({ disposition, urgency }) =>
  DISPOSITIONS.indexOf(disposition) * URGENCIES.length + URGENCIES.indexOf(urgency);

/** @type {Then} */
export const DEFAULT = {
  disposition: "continue",
  urgency: "routine",
  line: false,
  ask: [],
  reply: "",
};
