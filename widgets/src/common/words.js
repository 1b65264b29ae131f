/** Numbers as they are read and shown. */

/** @param {number} value */
export const percent = (value) => `${value}%`;

/**
 * @param {number} value
 * @param {string} unit  "messages", or one that begins with "%" and stands close
 */
export const withUnit = (value, unit) =>
  unit.startsWith("%") ? `${value}${unit}` : `${value} ${unit}`;
