/**
 * A table of what followed what: an n-gram model by plain counts, with backoff to fewer words. Chosen for
 * teaching: no smoothing, so that every probability is a share that one can count in the text.
 */

/**
 * The words that followed some words, the most frequent first; of equals the one that stood first in the text.
 *
 * @typedef {object} Followers
 * @property {readonly string[]} words
 * @property {readonly number[]} counts
 * @property {number} total
 */

/**
 * @typedef {object} Ngrams
 * @property {readonly string[]} words  the text as keys: small letters, punctuation marks of their own
 * @property {ReadonlyMap<string, string>} forms  each key as it is written inside a sentence
 * @property {(context: readonly string[]) => Followers | null} after  null when these words were never followed
 * @property {ReadonlyMap<string, readonly number[]>} places  where each key stands
 */

export const MOST_ORDER = 4;

const WORD_OR_MARK = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.,?!]/gu;
const MARK = /^[.,?!]$/u;
const ENDS_SENTENCE = /^[.?!]$/u;

/** @param {string} text  as written, in order */
export const split = (text) => text.match(WORD_OR_MARK) ?? [];

/** @param {string} written */
export const keyOf = (written) => written.toLowerCase().replaceAll("’", "'");

/** @param {string} key */
export const isMark = (key) => MARK.test(key);

/** @param {string | undefined} key  nothing stands before a text begins */
export const endsSentence = (key) => key === undefined || ENDS_SENTENCE.test(key);

/**
 * Reads the text once and notes where each word stands. What followed which words is then counted when it
 * is first asked for, and kept.
 *
 * @param {readonly string[]} paragraphs
 * @returns {Ngrams}
 */
export function train(paragraphs) {
  const written = paragraphs.flatMap(split);
  const words = written.map(keyOf);
  /** @type {Map<string, number[]>} */
  const places = new Map();
  for (const [index, word] of words.entries()) {
    const known = places.get(word);
    if (known) {
      known.push(index);
    } else {
      places.set(word, [index]);
    }
  }
  return { words, forms: formsOf(written, words), places, after: counter(words, places) };
}

/**
 * @param {readonly string[]} words
 * @param {ReadonlyMap<string, readonly number[]>} places
 */
function counter(words, places) {
  /** @type {Map<string, Followers | null>} */
  const known = new Map();
  return (/** @type {readonly string[]} */ context) => {
    const name = context.join(" ");
    let followers = known.get(name);
    if (followers === undefined) {
      followers = counted(words, places, context);
      // Only what stands in the text is kept: there is no end to what does not.
      if (followers) {
        known.set(name, followers);
      }
    }
    return followers;
  };
}

/**
 * @param {readonly string[]} words
 * @param {ReadonlyMap<string, readonly number[]>} places
 * @param {readonly string[]} context
 * @returns {Followers | null}
 */
function counted(words, places, context) {
  const last = context.at(-1);
  const ends = last === undefined ? [-1, ...words.keys()] : (places.get(last) ?? []);
  /** @type {Map<string, number>} */
  const followers = new Map();
  for (const end of ends) {
    const begin = end + 1 - context.length;
    const follower = words[end + 1];
    if (follower !== undefined && context.every((key, offset) => words[begin + offset] === key)) {
      followers.set(follower, (followers.get(follower) ?? 0) + 1);
    }
  }
  // A stable sort keeps the order of first appearance among equals.
  const pairs = [...followers].sort(([, one], [, other]) => other - one);
  return pairs.length === 0
    ? null
    : {
        words: pairs.map(([word]) => word),
        counts: pairs.map(([, number]) => number),
        total: pairs.reduce((sum, [, number]) => sum + number, 0),
      };
}

/**
 * Names keep their capital; what is only capital because a sentence begins does not.
 *
 * @param {readonly string[]} written
 * @param {readonly string[]} words
 */
function formsOf(written, words) {
  /** @type {Map<string, string>} */
  const forms = new Map();
  for (const [index, word] of words.entries()) {
    if (!endsSentence(words[index - 1]) && (!forms.has(word) || written[index] === word)) {
      forms.set(word, written[index] ?? word);
    }
  }
  return forms;
}

/**
 * What may come next: looks at as many words as the order allows, and at fewer while these words were never
 * followed by anything in the text. The last resort is to look at none.
 *
 * @param {Ngrams} ngrams
 * @param {readonly string[]} history  keys
 * @param {number} order  1 to 4
 */
export function next(ngrams, history, order) {
  for (let looked = Math.min(order - 1, history.length); looked > 0; looked -= 1) {
    const context = history.slice(-looked);
    const followers = ngrams.after(context);
    if (followers) {
      return { context, followers };
    }
  }
  const none = { words: [], counts: [], total: 0 };
  return { context: [], followers: ngrams.after([]) ?? none };
}

/**
 * Shares of the followers at a temperature T: each count to the power of 1/T, over their sum. At 0 the
 * first has it all.
 *
 * @param {Followers} followers
 * @param {number} temperature  0 to 2
 * @returns {number[]} sums to 1
 */
export function shares({ counts }, temperature) {
  const most = Math.log(counts[0] ?? 1);
  const weights = counts.map((number, index) => {
    if (temperature === 0) {
      return index === 0 ? 1 : 0;
    }
    return Math.exp((Math.log(number) - most) / temperature);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * @param {Followers} followers
 * @param {readonly number[]} probabilities
 * @param {number} chance  from 0 up to, not including, 1
 */
export function drawn({ words }, probabilities, chance) {
  let below = 0;
  for (const [index, word] of words.entries()) {
    below += probabilities[index] ?? 0;
    if (chance < below) {
      return word;
    }
  }
  // Rounding may leave a hair above the last one.
  return words[probabilities.findLastIndex((share) => share > 0)] ?? "";
}

/**
 * How many of the last words stand in the text in just this order.
 *
 * @param {Ngrams} ngrams
 * @param {readonly string[]} history
 */
export function copied({ words, places }, history) {
  const last = history.at(-1);
  let longest = 0;
  for (const place of (last && places.get(last)) || []) {
    let length = 0;
    while (
      length < history.length &&
      length <= place &&
      words[place - length] === history.at(-1 - length)
    ) {
      length += 1;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}
