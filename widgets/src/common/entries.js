/** Conversations in a list, each closed until somebody wants to read it. */

import { button, h, heading, setText } from "./dom.js";

const PREVIEW = 72;

/** @typedef {{ node: HTMLElement, isOpen: () => boolean }} Entry */

/**
 * @template Now
 * @param {object} options
 * @param {string} options.label  said after the verdict
 * @param {string} options.preview
 * @param {Node} options.inside
 * @param {(now: Now) => void} options.draw  what is inside; called while the entry is open
 * @param {(now: Now) => void} options.opened
 */
export function entry({ label, preview, inside, draw, opened }) {
  const verdict = h("strong", {});
  const summary = h("summary", {}, verdict, label, h("span", { class: "wh-preview" }, preview));
  const details = h("details", { class: "wh-entry" }, summary, inside);
  /** @type {Now | null} */
  let current = null;

  // A closed conversation costs nothing: it is drawn when somebody opens it.
  details.addEventListener("toggle", () => {
    if (details.open && current !== null) {
      draw(current);
      opened(current);
    }
  });

  return {
    node: h("li", {}, details),
    isOpen: () => details.open,
    /**
     * @param {string} words  the verdict
     * @param {Now} now
     */
    update(words, now) {
      current = now;
      setText(verdict, words);
      if (details.open) {
        draw(now);
      }
    },
  };
}

/**
 * The first words of a text, in quotation marks and on one line.
 *
 * @param {string} text
 */
export function firstWords(text) {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= PREVIEW ? `“${line}”` : `“${line.slice(0, PREVIEW).trimEnd()}…”`;
}

/**
 * The entries that fit what is asked for, a few at first.
 *
 * @param {object} options
 * @param {number} options.level  of its heading
 * @param {Node} options.filters
 * @param {readonly Entry[]} options.entries
 * @param {(index: number) => boolean} options.fits
 * @param {number} options.few
 * @param {string} [options.order]  said after their number
 */
export function entryList({ level, filters, entries, fits, few, order = "" }) {
  let whole = false;
  const number = h("p", { class: "wh-hint" });
  const more = button("", () => {
    whole = true;
    show();
  });

  function show() {
    let fitting = 0;
    for (const [index, { node, isOpen }] of entries.entries()) {
      const fit = fits(index);
      fitting += fit ? 1 : 0;
      // Whoever is reading one keeps it, though a change may have moved it elsewhere.
      const hidden = !(isOpen() || (fit && (whole || fitting <= few)));
      if (node.hidden !== hidden) {
        node.hidden = hidden;
      }
    }
    setText(number, fitting === 1 ? "1 conversation" : `${fitting} conversations${order}`);
    setText(more, `Show all ${fitting}`);
    more.hidden = whole || fitting <= few;
  }

  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level, "Read them"),
      filters,
      number,
      h("ul", { class: "wh-entries" }, ...entries.map(({ node }) => node)),
      more,
    ),
    show,
  };
}
