/** Finding strings in text, which is all that a keyword filter does. */

/** @typedef {readonly [start: number, end: number]} Range */

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const MOST_WORDS = 200;
const LONGEST_WORD = 80;

/**
 * Lower case, plain apostrophes and spaces, character for character: a place found in the folded text
 * is the same place in the original.
 *
 * @param {string} text
 */
export function fold(text) {
  const lower = text.toLowerCase();
  // A few capitals (İ) grow when lowered; such a text keeps them.
  const even =
    lower.length === text.length ? lower : text.replace(/[A-Z]/gu, (c) => c.toLowerCase());
  return even.replace(/[’‘ʼ]/gu, "'").replace(/\s/gu, " ");
}

/**
 * The words and phrases of a list, one a line: folded, without empty lines and repetitions.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function parseWords(text) {
  const words = text
    .split("\n")
    .map((line) => fold(line).replace(/ +/gu, " ").trim().slice(0, LONGEST_WORD))
    .filter(Boolean);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * @param {string} text  folded
 * @param {string} word  folded, not empty
 * @param {boolean} whole  whole words only: "die" is not found in "diet"
 * @returns {Range | null} the first place at or after `from`
 */
export function find(text, word, whole, from = 0) {
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!whole || (isEdge(text, at - 1) && isEdge(text, end))) {
      return [at, end];
    }
  }
  return null;
}

/**
 * @param {string} text
 * @param {number} index
 */
function isEdge(text, index) {
  const character = text[index];
  return character === undefined || !WORD_CHARACTER.test(character);
}

/**
 * Every place of every word, in order; places that touch or overlap are one.
 *
 * @param {string} text  folded
 * @param {readonly string[]} words
 * @param {boolean} whole
 * @returns {Range[]}
 */
export function findAll(text, words, whole) {
  /** @type {Range[]} */
  const places = [];
  for (const word of words) {
    for (let place = find(text, word, whole); place; place = find(text, word, whole, place[1])) {
      places.push(place);
    }
  }
  places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Range[]} */
  const merged = [];
  for (const [start, end] of places) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}
