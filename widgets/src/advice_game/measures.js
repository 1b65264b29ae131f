/**
 * How far advice moved somebody, and how well confidence fits being right: plain arithmetic on finished
 * items.
 */

/** @typedef {"hedged" | "sure"} Manner */

/**
 * One item, answered, advised and answered again.
 *
 * @typedef {object} Row
 * @property {string} item
 * @property {string} label
 * @property {string} unit
 * @property {Manner} manner
 * @property {number} first
 * @property {number | null} firstConfidence  per cent; null in a personal choice
 * @property {number} advice
 * @property {number | null} stated  the adviser's confidence, per cent; null where it gives none
 * @property {number} final
 * @property {number | null} finalConfidence
 * @property {number | null} answer  null in a personal choice
 * @property {number | null} weight  of the advice, 0 to 1; null where it cannot be told
 */

/**
 * Weight of advice: the way moved over the way to the advice, clipped to 0 (kept or moved away) and 1
 * (taken over or overshot). Undefined when the advice was one's own answer. After Harvey and Fischer and
 * Yaniv, as reviewed by Bonaccio and Dalal (2006).
 *
 * @param {number} first
 * @param {number} advice
 * @param {number} final
 * @returns {number | null}
 */
export function weightOfAdvice(first, advice, final) {
  if (advice === first) {
    return null;
  }
  return Math.min(1, Math.max(0, (final - first) / (advice - first)));
}

/**
 * @param {readonly (number | null)[]} values  what is null does not count
 * @returns {number | null} null when nothing counts
 */
export function mean(values) {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** @param {number | null} share  0 to 1; as whole per cent */
export const whole = (share) => (share === null ? null : Math.round(share * 100));

/** @param {readonly Row[]} rows  mean weight of advice in whole per cent; null when undefined in all */
export const movedPercent = (rows) => whole(mean(rows.map(({ weight }) => weight)));

/** @param {readonly Row[]} rows  those with a right answer */
export const withAnswer = (rows) => rows.filter(({ answer }) => answer !== null);

/** @param {readonly Row[]} rows  those without */
export const personal = (rows) => rows.filter(({ answer }) => answer === null);

/**
 * @param {number} value
 * @param {Row} row  with an answer
 */
export const distance = (value, { answer }) => Math.abs(value - (answer ?? value));

/**
 * Stated confidence beside the share that was right. Personal choices never count.
 *
 * @typedef {object} Calibration
 * @property {number} items
 * @property {number | null} said  mean stated confidence, per cent
 * @property {number} right  within the tolerance
 * @property {number | null} share  right of items, per cent
 * @property {number | null} distance  mean distance from the answer, in points
 */

/**
 * @param {readonly Row[]} rows
 * @param {number} tolerance  points
 * @param {(row: Row) => { value: number, said: number | null }} of  whose answer and confidence
 * @returns {Calibration}
 */
export function calibration(rows, tolerance, of) {
  const facts = withAnswer(rows);
  const right = facts.filter((row) => distance(of(row).value, row) <= tolerance).length;
  const said = mean(facts.map((row) => of(row).said));
  const away = mean(facts.map((row) => distance(of(row).value, row)));
  return {
    items: facts.length,
    said: said === null ? null : Math.round(said),
    right,
    share: facts.length === 0 ? null : Math.round((100 * right) / facts.length),
    distance: away === null ? null : Math.round(away),
  };
}

/** @param {Row} row */
export const byAdviser = ({ advice, stated }) => ({ value: advice, said: stated });
/** @param {Row} row */
export const before = ({ first, firstConfidence }) => ({ value: first, said: firstConfidence });
/** @param {Row} row */
export const after = ({ final, finalConfidence }) => ({ value: final, said: finalConfidence });

/**
 * The item where most was lost by not moving further towards advice that was nearer.
 *
 * @param {readonly Row[]} rows
 */
export const moreWasBetter = (rows) =>
  greatest(withAnswer(rows), (row) => distance(row.final, row) - distance(row.advice, row));

/**
 * The item where most was lost by moving.
 *
 * @param {readonly Row[]} rows
 */
export const lessWasBetter = (rows) =>
  greatest(
    withAnswer(rows).filter(({ weight }) => weight !== null && weight > 0),
    (row) => distance(row.final, row) - distance(row.first, row),
  );

/**
 * How sure an adviser was when it was right, and when it was wrong: what its confidence tells.
 *
 * @param {readonly Row[]} rows
 * @param {number} tolerance  points
 * @returns {{ right: number | null, wrong: number | null }} mean stated confidence, per cent
 */
export function saidWhen(rows, tolerance) {
  const facts = withAnswer(rows);
  const said = (/** @type {boolean} */ right) => {
    const found = facts.filter((row) => distance(row.advice, row) <= tolerance === right);
    const average = mean(found.map(({ stated }) => stated));
    return average === null ? null : Math.round(average);
  };
  return { right: said(true), wrong: said(false) };
}

/**
 * @param {readonly Row[]} rows
 * @param {(row: Row) => number} loss  in points
 * @returns {Row | null} null when nothing was lost
 */
function greatest(rows, loss) {
  /** @type {Row | null} */
  let found = null;
  for (const row of rows) {
    if (loss(row) > (found ? loss(found) : 0)) {
      found = row;
    }
  }
  return found;
}
