/** The queue at the desk. */

import { minutesOf, OPENS, whenOpen } from "./hours.js";

/** @import { Circumstances, Decision, DeskScenario } from "./types.js" */

const HOUR = 60;
const URGENT_FIRST = ["now", "today", "days", "routine"];

/**
 * @typedef {object} Request
 * @property {"desk" | "line" | "emergency" | null} who
 * @property {number | null} wait  until somebody is there; null where nobody comes, or the desk has yet to say
 * @property {boolean} exposed
 * @property {boolean} declined
 */

/**
 * The queue: whoever is free takes the most urgent request, and among equals the one that came first.
 *
 * @param {readonly Decision[]} decisions
 * @param {readonly Request[]} requests
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {Map<number, number>} waits by index
 */
export function deskWaits(decisions, requests, { staff, closes }, { day, minutes }) {
  const waiting = day
    .map(({ at }, index) => ({
      index,
      came: minutesOf(at),
      order: URGENT_FIRST.indexOf(decisions[index]?.urgency ?? "routine"),
    }))
    .filter(({ index }) => {
      const request = requests[index];
      return request?.who === "desk" && !request.exposed && !request.declined;
    });
  const free = Array.from({ length: staff }, () => OPENS * HOUR);
  /** @type {Map<number, number>} */
  const waits = new Map();
  while (waiting.length > 0) {
    const person = free.indexOf(Math.min(...free));
    const first = Math.min(...waiting.map(({ came }) => came));
    const now = whenOpen(Math.max(free[person] ?? 0, first), closes);
    const there = waiting.filter(({ came }) => came <= now);
    there.sort((one, other) => one.order - other.order || one.came - other.came);
    const next = /** @type {typeof waiting[0]} */ (there[0]);
    waits.set(next.index, now - next.came);
    waiting.splice(waiting.indexOf(next), 1);
    free[person] = now + minutes.call;
  }
  return waits;
}
