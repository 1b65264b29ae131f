/** Keys as a person would write them: names and beginnings of sentences with a capital, no space before a comma. */

import { endsSentence, isMark, keyOf, split } from "./ngram.js";

/** @import { Ngrams } from "./ngram.js" */

/**
 * The start as it was written and the words that were drawn, each with what goes before it.
 *
 * @param {Ngrams} ngrams
 * @param {string} start
 * @param {readonly string[]} words  keys
 * @returns {string[]} pieces; joined they are the text
 */
export function pieces({ forms }, start, words) {
  const begun = split(start);
  const keys = [...begun.map(keyOf), ...words];
  return keys.map((key, index) => {
    const form = begun[index] ?? forms.get(key) ?? key;
    const word = endsSentence(keys[index - 1]) ? capital(form) : form;
    return index === 0 || isMark(key) ? word : ` ${word}`;
  });
}

/** @param {string} word */
const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * A few words as they stand inside a sentence.
 *
 * @param {Ngrams} ngrams
 * @param {readonly string[]} keys
 */
export const phrase = ({ forms }, keys) =>
  keys
    .map((key, index) => `${index === 0 || isMark(key) ? "" : " "}${forms.get(key) ?? key}`)
    .join("");

/**
 * A word as it stands in a table.
 *
 * @param {Ngrams} ngrams
 * @param {string} key
 */
export const wordName = ({ forms }, key) => (isMark(key) ? MARK_NAMES[key] : forms.get(key)) ?? key;

/** @type {Record<string, string | undefined>} */
const MARK_NAMES = {
  ".": "full stop (.)",
  ",": "comma (,)",
  "?": "question mark (?)",
  "!": "exclamation mark (!)",
};

/**
 * A share of 0 to 1 in per cent, exact enough to be read.
 *
 * @param {number} share
 */
export function percentOf(share) {
  const percent = 100 * share;
  return percent > 0 && percent < 1 ? "under 1%" : `${Math.round(percent)}%`;
}
