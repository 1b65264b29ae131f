/** The real scenario with a small day of its own: Python's part, the conversations, written by hand. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** @import { Arrival, DeskScenario, LabelledConversation, Risk, Signal } from "../../../widgets/src/referral_desk/types.js" */

const FILE = join(import.meta.dirname, "../../../datasets/simulations/referral_desk.json");

/**
 * @param {string} domain
 * @param {Risk} level
 * @param {...string} ways
 * @returns {Signal}
 */
export const heard = (domain, level, ...ways) => ({
  turn: 0,
  domain,
  level,
  risk: ways.length > 0 ? "none" : level,
  start: 2,
  end: 7,
  ways,
});

/** @type {Readonly<Record<Risk, Pick<LabelledConversation, "accepted" | "urgency">>>} */
const LABELS = {
  none: { accepted: ["continue"], urgency: "routine" },
  low: { accepted: ["offer_support"], urgency: "days" },
  moderate: { accepted: ["warm_handoff"], urgency: "days" },
  high: { accepted: ["warm_handoff"], urgency: "now" },
  imminent: { accepted: ["emergency"], urgency: "now" },
};

/**
 * @param {readonly [id: string, at: string, risk: Risk]} who
 * @param {readonly Signal[]} signals
 * @param {Partial<Arrival> & Partial<LabelledConversation>} [more]
 */
export function person([id, at, risk], signals, more = {}) {
  const { age_band = null, urgency = LABELS[risk].urgency, ...arrival } = more;
  /** @type {[Arrival, LabelledConversation]} */
  const pair = [
    { id, at, place: "GB", told: true, ...arrival },
    {
      id,
      messages: [{ role: "user", content: "I wrote this." }],
      age_band,
      risk,
      ...LABELS[risk],
      urgency,
      rationale: "Because.",
      signals,
    },
  ];
  return pair;
}

/**
 * @param {...[Arrival, LabelledConversation]} people
 * @returns {Promise<DeskScenario>}
 */
export async function scenarioOf(...people) {
  const written = JSON.parse(await readFile(FILE, "utf8"));
  return {
    ...written,
    safety: "A safer phone is better.",
    failure_reply: "Something failed.",
    day: people.map(([arrival]) => arrival),
    conversations: people.map(([, conversation]) => conversation),
  };
}

export const aDay = () =>
  scenarioOf(
    person(["night", "01:00", "high"], [heard("suicide", "high")], { told: false, place: "IE" }),
    person(["watched", "09:00", "high"], [heard("abuse", "high")], { watched: true }),
    person(["song", "09:10", "none"], [heard("suicide", "high", "quotation_lyrics")]),
    person(["joke", "09:15", "none"], [heard("suicide", "moderate", "idiom_hyperbole")]),
    person(["plan", "09:20", "high"], [heard("suicide", "high")], { declines: true }),
    person(["brother", "12:30", "moderate"], [heard("suicide", "moderate", "third_person")]),
    person(["silent", "13:00", "high"], []),
    person(["child", "14:00", "moderate"], [heard("minor", "low")], {
      age_band: "13-17",
      urgency: "today",
    }),
    person(["often", "21:00", "moderate"], [heard("suicide", "low")], { visit: 3 }),
    person(["now", "22:00", "imminent"], [heard("suicide", "imminent")], { declines: true }),
  );
