/**
 * What a test does in a crowd: Bayes' rule, whole people, and a queue. Natural frequencies after
 * Gigerenzer and Hoffrage (1995), Psychol. Rev. 102, 684-704.
 */

/**
 * @typedef {object} Setting
 * @property {number} prevalence  per cent
 * @property {number} sensitivity  per cent
 * @property {number} specificity  per cent
 * @property {boolean} second  whether those flagged are tested once more
 */

/**
 * Whole people, which add up.
 *
 * @typedef {object} Counts
 * @property {number} found  have it, flagged
 * @property {number} missed  have it, passed
 * @property {number} false_alarms  do not have it, flagged
 * @property {number} passed  do not have it, passed
 */

/** @typedef {{ readonly flagged: number, readonly seen: number, readonly waiting: number, readonly waitingHaveIt: number, readonly waitDays: number }} Queue */

/**
 * Sensitivity and specificity as shares. A second, independent look at those flagged must flag them again.
 *
 * @param {Setting} setting
 */
export function quality({ sensitivity, specificity, second }) {
  const [finds, passes] = [sensitivity / 100, specificity / 100];
  return second
    ? { sensitivity: finds ** 2, specificity: 1 - (1 - passes) ** 2 }
    : { sensitivity: finds, specificity: passes };
}

/**
 * The four groups, as shares of everybody.
 *
 * @param {Setting} setting
 */
function shares(setting) {
  const { sensitivity, specificity } = quality(setting);
  const prevalence = setting.prevalence / 100;
  return [
    prevalence * sensitivity,
    prevalence * (1 - sensitivity),
    (1 - prevalence) * (1 - specificity),
    (1 - prevalence) * specificity,
  ];
}

/**
 * Of those flagged, the share that has it; null when nobody is flagged.
 *
 * @param {Setting} setting
 */
export function positiveValue(setting) {
  const [found = 0, , alarms = 0] = shares(setting);
  return found + alarms === 0 ? null : found / (found + alarms);
}

/**
 * Of those passed, the share that does not have it; null when nobody is passed.
 *
 * @param {Setting} setting
 */
export function negativeValue(setting) {
  const [, missed = 0, , passed = 0] = shares(setting);
  return missed + passed === 0 ? null : passed / (missed + passed);
}

/**
 * The four groups in whole people, by the largest remainder, so that they add up.
 *
 * @param {Setting} setting
 * @param {number} of  how many people
 * @returns {Counts}
 */
export function counts(setting, of) {
  // A product such as 0.07 * 1000 must not fall below its whole number.
  const exact = shares(setting).map((share) => Math.round(share * of * 1e6) / 1e6);
  const whole = exact.map(Math.floor);
  const left = Math.round(of - whole.reduce((sum, number) => sum + number, 0));
  const order = exact
    .map((number, place) => ({ place, rest: number - Math.floor(number) }))
    .sort((one, other) => other.rest - one.rest || one.place - other.place)
    .slice(0, left)
    .map(({ place }) => place);
  const [found = 0, missed = 0, alarms = 0, passed = 0] = whole.map(
    (number, place) => number + (order.includes(place) ? 1 : 0),
  );
  return { found, missed, false_alarms: alarms, passed };
}

/**
 * How many, where a group that is there but rounded away is not called nobody.
 *
 * @param {Setting} setting
 * @param {"found" | "missed"} kind
 * @param {number} of
 */
export function fewWords(setting, kind, of) {
  const number = counts(setting, of)[kind];
  const [found = 0, missed = 0] = shares(setting);
  const there = (kind === "found" ? found : missed) > 0;
  return number === 0 && there ? "fewer than 1" : many(number);
}

/**
 * Those flagged in some days, seen at so many a day, first come first served.
 *
 * @param {Counts} people  screened in those days
 * @param {number} staff  people seen a day
 * @param {number} days
 * @returns {Queue}
 */
export function queue(people, staff, days) {
  const flagged = people.found + people.false_alarms;
  const seen = Math.min(flagged, staff * days);
  const waiting = flagged - seen;
  return {
    flagged,
    seen,
    waiting,
    waitingHaveIt: flagged === 0 ? 0 : Math.round((people.found * waiting) / flagged),
    waitDays: Math.ceil(waiting / staff),
  };
}

/**
 * A share as it is read: more digits near 0 and near 1, where they matter.
 *
 * @param {number | null} share
 */
export function shareWords(share) {
  if (share === null) {
    return "nobody";
  }
  const value = share * 100;
  if (value === 0 || value === 100) {
    return `${value}%`;
  }
  if (value < 10) {
    return `${Number(value.toPrecision(2))}%`;
  }
  const digits = value > 99 ? Math.min(6, -Math.floor(Math.log10(100 - value))) : 0;
  return `${value.toFixed(digits)}%`;
}

const WHOLE = new Intl.NumberFormat("en-GB");

/** @param {number} number */
export const many = (number) => WHOLE.format(number);

/**
 * @param {number} number
 */
const have = (number) => (number === 1 ? "1 has it" : `${many(number)} have it`);

/**
 * The same in whole people: most of us reason better with them.
 *
 * @param {Setting} setting
 * @param {number} of
 */
export function sentence(setting, of) {
  const { found, missed, false_alarms, passed } = counts(setting, of);
  const flagged = found + false_alarms;
  return (
    `Of ${many(of)} people ${have(found + missed)}. The test flags ${many(flagged)}: ${have(found)}, ${many(false_alarms)} ${false_alarms === 1 ? "does" : "do"} not. ` +
    `It passes ${many(missed + passed)}: ${have(missed)} and ${missed === 1 ? "is" : "are"} missed.`
  );
}
