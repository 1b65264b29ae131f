/** The clock of the desk, in minutes. */

/** @import { Arrival } from "./types.js" */

export const OPENS = 9;
const HOUR = 60;
const DAY = 24 * HOUR;

/** @param {string} clock  "HH:MM" */
export function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours ?? 0) * HOUR + (minutes ?? 0);
}

/**
 * @param {Arrival} arrival
 * @param {number} closes  the hour
 */
export function isStaffed({ at }, closes) {
  const minute = minutesOf(at);
  return minute >= OPENS * HOUR && minute < closes * HOUR;
}

/**
 * The next minute at which the desk is open; days are alike.
 *
 * @param {number} minute
 * @param {number} closes  the hour
 */
export function whenOpen(minute, closes) {
  const day = Math.floor(minute / DAY) * DAY;
  const opening = day + OPENS * HOUR;
  if (minute < opening) {
    return opening;
  }
  return minute < day + closes * HOUR ? minute : opening + DAY;
}
