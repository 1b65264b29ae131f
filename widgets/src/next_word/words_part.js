/** The text so far, and the table of the next word. */

import { actions, button, focusSoon, h, setText } from "../common/dom.js";
import { MANY, MOST_WORDS } from "./model.js";
import { copied, isMark } from "./ngram.js";
import { history, nextTable, ngramsOf, startKeys } from "./table.js";
import { percentOf, phrase, pieces, wordName } from "./written.js";

/** @import { WordState } from "./model.js" */
/** @import { WordContext } from "./view.js" */

const SHOWN = 8;
const SHORTEST_COPY = 2;

/** @param {WordContext} context */
export function writtenPart({ act }) {
  const text = textSoFar();
  const one = button("Next word", () => act({ type: "draw", count: 1 }), "main");
  const ten = button("Ten words", () => act({ type: "draw", count: MANY }));
  const clear = button("Back to the start", () => {
    act({ type: "clear" });
    focusSoon(one);
  });
  const full = h("p", {}, `${MOST_WORDS} words: enough. Go back to the start, or choose another.`);
  return {
    node: h("div", { class: "wh-stack" }, text.node, full, actions(one, ten, clear)),
    /** The text on the page's upper half, and the keyboard on the next word. */
    show() {
      one.focus({ preventScroll: true });
      text.node.scrollIntoView({ block: "center" });
    },
    /** @param {WordState} state */
    update(state) {
      text.update(state);
      const { length } = state.play.words;
      clear.hidden = length === 0;
      full.hidden = length < MOST_WORDS;
      for (const draw of [one, ten]) {
        if (!(full.hidden || draw.hidden) && document.activeElement === draw) {
          focusSoon(clear);
        }
        draw.hidden = !full.hidden;
      }
    },
  };
}

function textSoFar() {
  const written = h("p", { class: "wh-large" });
  const copy = h("p", { class: "wh-hint" });
  let drawn = "";
  return {
    node: h(
      "div",
      { class: "wh-panel wh-message", role: "group", "aria-label": "The text so far" },
      written,
      copy,
    ),
    /** @param {WordState} state */
    update({ play, scenario }) {
      // A drag of the temperature leaves the text as it is.
      const now = JSON.stringify([play.start, play.words]);
      if (now === drawn) {
        return;
      }
      drawn = now;
      const ngrams = ngramsOf(scenario);
      const all = pieces(ngrams, play.start, play.words);
      const keys = history(play);
      const run = play.words.length === 0 ? 0 : copied(ngrams, keys);
      const marked = run < SHORTEST_COPY ? 0 : run;
      written.replaceChildren(
        `${all.slice(0, all.length - marked).join("")} `,
        marked > 0
          ? h(
              "mark",
              {},
              all
                .slice(all.length - marked)
                .join("")
                .trim(),
            )
          : "",
        " …",
      );
      setText(copy, copyWords(keys, marked, startKeys(play.start).length));
    },
  };
}

/**
 * @param {readonly string[]} keys
 * @param {number} run  of the last words and marks
 * @param {number} begun  how many of the keys are the start
 */
function copyWords(keys, run, begun) {
  const words = keys.slice(keys.length - run).filter((key) => !isMark(key)).length;
  if (keys.length === begun) {
    return "No word drawn yet.";
  }
  return run === 0
    ? "Copied from the text: only the last word."
    : `Copied from the text (marked): the last ${words} words stand in it in just this order.`;
}

/** Words with their probabilities as bars and numbers. */
export function candidateTable() {
  const looked = h("p", { class: "wh-strong" });
  const rows = Array.from({ length: SHOWN }, candidateRow);
  const rest = h("p", { class: "wh-hint" });
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      looked,
      h(
        "ol",
        { class: "wh-bars wh-next-table", "aria-label": "The next-word table" },
        ...rows.map(({ node }) => node),
      ),
      rest,
    ),
    /** @param {WordState} state */
    update({ play, scenario }) {
      const ngrams = ngramsOf(scenario);
      const { context, followers, shares } = nextTable(play, scenario);
      setText(
        looked,
        lookedWords(phrase(ngrams, context), followers.total, play.order - context.length),
      );
      for (const [index, row] of rows.entries()) {
        const word = followers.words[index];
        row.update(
          word === undefined ? "" : wordName(ngrams, word),
          shares[index] ?? 0,
          `${followers.counts[index] ?? 0} of ${followers.total}`,
        );
      }
      setText(rest, restWords(followers.words.length, shares));
    },
  };
}

function candidateRow() {
  const label = h("span", { class: "wh-bar-label" });
  const part = h("span", { class: "wh-bar-part wh-look-solid" });
  const words = h("span", { class: "wh-bar-words" });
  const node = h(
    "li",
    { class: "wh-bar-row" },
    label,
    h("span", { class: "wh-bar", "aria-hidden": "true" }, part),
    words,
  );
  return {
    node,
    /**
     * @param {string} name  empty for no candidate
     * @param {number} share
     * @param {string} counted
     */
    update(name, share, counted) {
      node.hidden = name === "";
      setText(label, name);
      setText(words, `${percentOf(share)} (${counted})`);
      const width = `${100 * share}%`;
      if (part.style.width !== width) {
        part.style.width = width;
      }
    },
  };
}

/**
 * @param {string} words  that the table looks at
 * @param {number} total
 * @param {number} short  1 when it looks at as many as the order allows
 */
function lookedWords(words, total, short) {
  const found = `followed ${total === 1 ? "once" : `${total} times`} in the text`;
  if (words !== "") {
    const fewer = short > 1 ? " The words before never stood there with them." : "";
    return `The table looks at “${words}”: ${found}.${fewer}`;
  }
  return short === 1
    ? `The table looks at no word: all ${total} words and marks of the text.`
    : `These words never stand in the text, so the table looks at none: all ${total} words and marks.`;
}

/**
 * @param {number} candidates
 * @param {readonly number[]} shares
 */
function restWords(candidates, shares) {
  const others = candidates - SHOWN;
  if (others <= 0) {
    return "No other word ever followed.";
  }
  const share = shares.slice(SHOWN).reduce((sum, value) => sum + value, 0);
  return `${others === 1 ? "One other word" : `${others} other words together`}: ${percentOf(share)}.`;
}
