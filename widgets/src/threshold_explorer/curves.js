/** Counts, shares with their intervals, and curves over all thresholds. */

/** @import { Case } from "./model.js" */

/** @typedef {{ caught: number, missed: number, false_alarm: number, quiet: number }} Counts */
/** @typedef {{ hits: number, n: number, share: number, low: number, high: number }} Share */
/** @typedef {readonly [x: number, y: number]} Point */

const Z = 1.959_963_984_540_054;

/**
 * @param {readonly Case[]} cases
 * @param {number} guard  index
 * @param {number | null} threshold  an alarm from this score on; null: never
 * @returns {Counts}
 */
export function count(cases, guard, threshold) {
  const counts = { caught: 0, missed: 0, false_alarm: 0, quiet: 0 };
  for (const { risky, scores } of cases) {
    const alarm = threshold !== null && (scores[guard] ?? 0) >= threshold;
    if (risky) {
      counts[alarm ? "caught" : "missed"] += 1;
    } else {
      counts[alarm ? "false_alarm" : "quiet"] += 1;
    }
  }
  return counts;
}

/**
 * A share with its 95 % Wilson score interval, from 0 to 1. Of none, nothing is known.
 *
 * @param {number} hits
 * @param {number} n
 * @returns {Share}
 */
export function share(hits, n) {
  if (n === 0) {
    return { hits, n, share: 0, low: 0, high: 1 };
  }
  const found = hits / n;
  const weight = 1 + (Z * Z) / n;
  const centre = (found + (Z * Z) / (2 * n)) / weight;
  const half = (Z / weight) * Math.sqrt((found * (1 - found)) / n + (Z * Z) / (4 * n * n));
  return {
    hits,
    n,
    share: found,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === n ? 1 : Math.min(1, centre + half),
  };
}

/** @param {Counts} counts */
export const sensitivity = ({ caught, missed }) => share(caught, caught + missed);

/** @param {Counts} counts */
export const specificity = ({ false_alarm, quiet }) => share(quiet, quiet + false_alarm);

/**
 * Of the alarms, the share that is true where so many conversations are risky (Bayes' rule). Without any
 * alarm there is none.
 *
 * @param {Counts} counts
 * @param {number} prevalence  from 0 to 1
 * @returns {number | null}
 */
export function precision(counts, prevalence) {
  const found = prevalence * sensitivity(counts).share;
  const wrong = (1 - prevalence) * (1 - specificity(counts).share);
  return found + wrong === 0 ? null : found / (found + wrong);
}

/**
 * What a day brings, expected: whole conversations.
 *
 * @param {Counts} counts
 * @param {{ volume: number, prevalence: number, staff: number }} day
 */
export function ofDay(counts, { volume, prevalence, staff }) {
  const risky = volume * prevalence;
  const trueAlarms = Math.round(risky * sensitivity(counts).share);
  const falseAlarms = Math.round((volume - risky) * (1 - specificity(counts).share));
  const alarms = trueAlarms + falseAlarms;
  return {
    alarms,
    true_alarms: trueAlarms,
    missed: Math.round(risky) - trueAlarms,
    waiting: Math.max(0, alarms - staff),
  };
}

/**
 * Receiver operating characteristic: from never an alarm to always.
 *
 * @param {readonly Counts[]} counts  for each threshold, ascending
 * @returns {Point[]}
 */
export const roc = (counts) => [
  [0, 0],
  ...[...counts].reverse().map((found) => rocPoint(found)),
  [100, 100],
];

/**
 * @param {Counts} counts
 * @returns {Point}
 */
export const rocPoint = (counts) => [
  inPercent(1 - specificity(counts).share),
  inPercent(sensitivity(counts).share),
];

/**
 * Precision over recall at a prevalence. A threshold without any alarm has no place on it.
 *
 * @param {readonly Counts[]} counts  for each threshold, ascending
 * @param {number} prevalence  from 0 to 1
 * @returns {Point[]}
 */
export const recallPrecision = (counts, prevalence) =>
  [...counts].reverse().flatMap((found) => {
    const point = recallPrecisionPoint(found, prevalence);
    return point ? [point] : [];
  });

/**
 * @param {Counts} counts
 * @param {number} prevalence
 * @returns {Point | null}
 */
export function recallPrecisionPoint(counts, prevalence) {
  const right = precision(counts, prevalence);
  return right === null ? null : [inPercent(sensitivity(counts).share), inPercent(right)];
}

/**
 * With one decimal, as a table can still be read with.
 *
 * @param {number} found  from 0 to 1
 */
const inPercent = (found) => Math.round(1000 * found) / 10;
