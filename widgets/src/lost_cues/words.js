/** A recording in words: what is said, and each silence with its length. */

/** @import { Timing } from "./recordings.js" */

/** From here on a silence is called a pause; chosen for teaching. */
export const SHORT = 0.5;
const STOP = /[.?!]$/u;

/** @param {number} value */
export const seconds = (value) => `${Math.round(100 * value) / 100} s`;

/** @param {number} pause  in seconds */
const pauseWords = (pause) => `(${pause < SHORT ? "short gap" : "pause"}, ${seconds(pause)})`;

/**
 * @param {Timing} timing
 * @returns {string} “How are you?” (pause, 2.4 s) “Fine.” ...
 */
export const timedWords = ({ phrases, pauses }) =>
  phrases
    .map(({ text }, index) =>
      index === 0 ? `“${text}”` : `${pauseWords(pauses[index - 1] ?? 0)} “${text}”`,
    )
    .join(" ");

/** @param {Timing} timing  where the silence lies, for a screen reader and for print */
export function pausesInWords({ phrases, pauses }) {
  const long = pauses
    .map((pause, index) => ({
      pause,
      before: (phrases[index + 1]?.text ?? "").replace(STOP, ""),
    }))
    .filter(({ pause }) => pause >= SHORT);
  if (long.length === 0) {
    return "No gap is longer than half a second.";
  }
  return `${long.map(({ pause, before }) => `${seconds(pause)} before “${before}”`).join(", ")}.`;
}
