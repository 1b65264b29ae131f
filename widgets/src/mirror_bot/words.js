/** Words of a text. No pattern is ever made of what somebody typed, and each text is read once from left to right. */

/** @typedef {{ readonly text: string, readonly key: string }} Word */

const WORD_OR_END = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*|[.,!?;:\n—…]/gu;
const WORD_START = /[\p{L}\p{N}]/u;

/**
 * The parts of a text between its punctuation marks, each as its words. A comma ends a part.
 *
 * @param {string} text
 * @returns {Word[][]}
 */
export function clauses(text) {
  /** @type {Word[][]} */
  const parts = [[]];
  for (const found of text.match(WORD_OR_END) ?? []) {
    if (WORD_START.test(found)) {
      parts.at(-1)?.push({ text: found, key: folded(found) });
    } else if (parts.at(-1)?.length !== 0) {
      parts.push([]);
    }
  }
  return parts.filter((part) => part.length > 0);
}

/** @param {string} text  its words, in small letters */
export const keys = (text) =>
  clauses(text)
    .flat()
    .map(({ key }) => key);

/**
 * @param {readonly Word[]} words
 * @param {readonly string[]} phrase  keys, at least one
 * @returns {number} where the phrase begins, or -1
 */
export const place = (words, phrase) =>
  words.findIndex((_, at) => phrase.every((key, offset) => words[at + offset]?.key === key));

/**
 * Whether any of the phrases stands in the text as whole words.
 *
 * @param {string} text
 * @param {readonly string[]} phrases
 */
export function holds(text, phrases) {
  // A phrase is found over hyphens too: "self-harm" is "self harm".
  const parts = clauses(text.replaceAll("-", " "));
  return phrases.map(keys).some((phrase) => parts.some((part) => place(part, phrase) !== -1));
}

/** @param {string} word */
const folded = (word) => word.toLowerCase().replace(/[’ʼ]/gu, "'");
