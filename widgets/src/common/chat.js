import { h, setText } from "./dom.js";

/** @import { Message } from "./types.js" */

/** @typedef {readonly [start: number, end: number]} Range */

/**
 * A conversation to read. Who speaks is a word, not only a side.
 *
 * @param {object} options
 * @param {string} options.label  what a screen reader calls the list
 * @param {string} [options.person]  the name of the one who seeks help
 * @param {string} [options.other]  the name of the one who answers
 */
export function chat({ label, person = "Person", other = "Bot" }) {
  const node = h("ol", { class: "wh-chat", "aria-label": label });

  return {
    node,
    /**
     * @param {Message} message
     * @param {readonly Range[]} [marked]  parts to highlight, in order and apart
     */
    add({ role, content }, marked = []) {
      const tag = h("span", { class: "wh-tag" });
      const speaker = h("p", { class: "wh-speaker" }, role === "user" ? person : other, tag);
      const text = h("p", { class: "wh-message-text" }, ...highlighted(content, marked));
      const item = h("li", { class: `wh-message wh-message-${role}` }, speaker, text);
      node.append(item);
      return {
        node: item,
        /**
         * @param {string} words  said after the speaker's name
         * @param {boolean} faint  drawn as set aside; the words say why
         */
        mark(words, faint) {
          setText(tag, words && ` · ${words}`);
          item.classList.toggle("wh-message-faint", faint);
        },
      };
    },
    clear() {
      node.replaceChildren();
    },
  };
}

/**
 * @param {string} text
 * @param {readonly Range[]} ranges
 */
function highlighted(text, ranges) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), h("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
