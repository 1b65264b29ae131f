/**
 * A bot in the manner of ELIZA (Weizenbaum 1966): keywords with a rank, what follows is captured, pronouns
 * are swapped by a table, and a template is filled. It is a function of the rules and the texts alone.
 */

import { clauses, keys, place } from "./words.js";

/** @import { Word } from "./words.js" */

/**
 * @typedef {object} Rule
 * @property {string} id
 * @property {readonly string[]} keywords
 * @property {number} rank  0 to 10; the highest wins
 * @property {boolean} on
 * @property {readonly string[]} templates  taken in turn; {rest} is the place of what was captured
 */

/** @typedef {{ readonly from: string, readonly to: string }} Swap */

/**
 * What the bot is made of besides its rules.
 *
 * @typedef {object} Tables
 * @property {readonly Swap[]} swaps
 * @property {readonly string[]} fallback
 */

/**
 * One reply and how it came about.
 *
 * @typedef {object} Answer
 * @property {string} text  what was said to the bot
 * @property {string} reply
 * @property {string | null} rule  id of the rule that fired; null for the fallback list
 * @property {string} keyword
 * @property {number} rank
 * @property {readonly string[]} found  every keyword that was found, with its rank, the winner first
 * @property {string} captured  the words after the keyword, to the end of the clause
 * @property {readonly Swap[]} swapped
 * @property {string} template
 * @property {number} turn  which of the usable templates this was, from 1
 * @property {number} of  how many could be used
 */

/** @typedef {{ rule: Rule, keyword: string, rest: readonly Word[] }} Found */

export const PLACE = "{rest}";

/** Words that are captured at most: a reply stays readable. */
const MOST_CAPTURED = 40;

/**
 * The replies to several texts, said one after the other.
 *
 * @param {readonly Rule[]} rules
 * @param {Tables} tables
 * @param {readonly string[]} texts
 * @returns {Answer[]}
 */
export function conversation(rules, tables, texts) {
  /** @type {Map<string | null, number>} */
  const uses = new Map();
  return texts.map((text) => {
    const answer = answerTo(rules, tables, text, (id) => uses.get(id) ?? 0);
    uses.set(answer.rule, (uses.get(answer.rule) ?? 0) + 1);
    return answer;
  });
}

/**
 * The reply to a text that is the first thing said.
 *
 * @param {readonly Rule[]} rules
 * @param {Tables} tables
 * @param {string} text
 */
export const firstReply = (rules, tables, text) => answerTo(rules, tables, text, () => 0).reply;

/**
 * @param {readonly Rule[]} rules
 * @param {Tables} tables
 * @param {string} text
 * @param {(id: string | null) => number} used  how often a rule has fired
 * @returns {Answer}
 */
function answerTo(rules, tables, text, used) {
  const ranked = findKeywords(rules, clauses(text));
  const found = ranked.map(({ rule, keyword }) => `${keyword} (${rule.rank})`);
  for (const { rule, keyword, rest } of ranked) {
    const usable = rule.templates.filter((line) => rest.length > 0 || !line.includes(PLACE));
    const turn = used(rule.id) % usable.length;
    const template = usable[turn];
    if (template !== undefined) {
      const { words, swapped } = reflected(rest, tables.swaps);
      return {
        text,
        reply: template.replace(PLACE, () => words),
        rule: rule.id,
        keyword,
        rank: rule.rank,
        found,
        captured: rest.map((word) => word.text).join(" "),
        swapped: template.includes(PLACE) ? swapped : [],
        template,
        turn: turn + 1,
        of: usable.length,
      };
    }
  }
  const turn = used(null) % tables.fallback.length;
  const reply = tables.fallback[turn] ?? "";
  return {
    text,
    reply,
    rule: null,
    keyword: "",
    rank: 0,
    found,
    captured: "",
    swapped: [],
    template: reply,
    turn: turn + 1,
    of: tables.fallback.length,
  };
}

/**
 * Every rule whose keyword is there: the highest rank first, and of equals the one that stands earlier
 * in the text, then the one that stands earlier in the list.
 *
 * @param {readonly Rule[]} rules
 * @param {readonly (readonly Word[])[]} parts
 * @returns {Found[]}
 */
function findKeywords(rules, parts) {
  /** @type {(Found & { order: number })[]} */
  const all = [];
  for (const rule of rules.filter(({ on }) => on)) {
    const first = earliest(rule, parts);
    if (first) {
      all.push(first);
    }
  }
  return all.sort((a, b) => b.rule.rank - a.rule.rank || a.order - b.order);
}

/** Keywords are the same for every text, so their words are taken apart once. */
/** @type {WeakMap<readonly string[], { keyword: string, phrase: string[] }[]>} */
const phrasesOf = new WeakMap();

/** @param {Rule} rule */
function phrases({ keywords }) {
  let known = phrasesOf.get(keywords);
  if (!known) {
    known = keywords
      .map((keyword) => ({ keyword, phrase: keys(keyword) }))
      .filter(({ phrase }) => phrase.length > 0);
    phrasesOf.set(keywords, known);
  }
  return known;
}

/**
 * The first place where one of the rule's keywords stands; of two that begin there, the longer.
 *
 * @param {Rule} rule
 * @param {readonly (readonly Word[])[]} parts
 */
function earliest(rule, parts) {
  /** @type {(Found & { order: number, size: number }) | null} */
  let best = null;
  let before = 0;
  for (const part of parts) {
    for (const { keyword, phrase } of phrases(rule)) {
      const at = place(part, phrase);
      const [order, size] = [before + at, phrase.length];
      const better =
        best === null || order < best.order || (order === best.order && size > best.size);
      if (at !== -1 && better) {
        const rest = part.slice(at + size, at + size + MOST_CAPTURED);
        best = { rule, keyword, rest, order, size };
      }
    }
    before += part.length;
  }
  return best;
}

/**
 * Pronouns turned round, two words before one.
 *
 * @param {readonly Word[]} words
 * @param {readonly Swap[]} swaps
 */
function reflected(words, swaps) {
  const table = new Map(swaps.map((swap) => [swap.from, swap]));
  /** @type {string[]} */
  const out = [];
  /** @type {Swap[]} */
  const swapped = [];
  let at = 0;
  while (at < words.length) {
    const [one, two] = [words[at], words[at + 1]];
    const pair = two && table.get(`${one?.key} ${two.key}`);
    const swap = pair ?? table.get(one?.key ?? "");
    out.push(swap ? swap.to : (one?.text ?? ""));
    if (swap) {
      swapped.push(swap);
    }
    at += pair ? 2 : 1;
  }
  return { words: out.join(" "), swapped };
}
