/** The trail in words. */

/** @import { Counts, Stop, TrailScenario } from "./trail.js" */

const YEAR = 365;

/**
 * @param {number | null} days
 * @returns {string} "for ever", "while it is answered", "30 days", "3 years"
 */
export function keptWords(days) {
  if (days === null) {
    return "for ever";
  }
  if (days === 0) {
    return "while it is answered";
  }
  const years = days / YEAR;
  if (Number.isInteger(years)) {
    return years === 1 ? "1 year" : `${years} years`;
  }
  return days === 1 ? "1 day" : `${days} days`;
}

/** @type {Readonly<Record<Stop["reads"], string>>} */
export const READS = {
  words: "can read her words",
  signs: "learns that she uses it",
  locked: "holds it, cannot read it",
};

/** @type {Readonly<Record<Stop["back"], string>>} */
export const BACK = {
  yes: "She can delete it.",
  onward: "She can stop it from now on, not undo it.",
  no: "She cannot take it back.",
};

/** @param {number} count */
const kinds = (count) => (count === 1 ? "1 kind of reader" : `${count} kinds of readers`);

/**
 * The same in a line that stays in sight.
 *
 * @param {Counts} counts
 * @param {number} prices  how many things the choices cost
 */
export const inShort = ({ words, signs, longest }, prices) =>
  `${words} can read · ${signs} learn of it · kept longest: ${keptWords(longest)} · costs: ${prices}`;

/** @param {Counts} counts */
export const summary = ({ words, signs, longest }) =>
  `Now ${kinds(words)} can read her words, and ${signs} more ${signs === 1 ? "learns" : "learn"} that she uses it. Kept longest: ${keptWords(longest)}.`;

/**
 * @param {TrailScenario} scenario
 * @param {Stop} stop
 */
export function stopLine(scenario, { id, reads, days, back }) {
  const station = scenario.stations.find((candidate) => candidate.id === id);
  return `${station?.name ?? id}: ${READS[reads]}; kept ${keptWords(days)}; for ${station?.use ?? ""}. ${BACK[back]}`;
}

/**
 * The laws of a place, a line each.
 *
 * @param {TrailScenario} scenario
 * @param {string} place
 */
export function lawLines(scenario, place) {
  const here = scenario.laws.filter(({ places }) => places.includes(place));
  const lines = here.map(
    ({ name, says, in_force, read, status, key }) =>
      `   ${name}: ${in_force}. ${says} Looked up ${read}; ${status} [${key}]`,
  );
  return [`Law of: ${labelOf(scenario.places, place)}.`, ...lines];
}

/**
 * @param {readonly { readonly key: string, readonly label: string }[]} options
 * @param {string} key
 */
export const labelOf = (options, key) => options.find((option) => option.key === key)?.label ?? key;
