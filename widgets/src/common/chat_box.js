import { chat } from "./chat.js";
import { h } from "./dom.js";

/** @import { Message } from "./types.js" */

/**
 * A conversation that grows, in a box of its own, so that the buttons below keep their place.
 *
 * @param {object} options
 * @param {string} options.label  what a screen reader calls the list; the box is "<label> so far"
 * @param {string} [options.person]
 * @param {string} [options.other]
 */
export function chatBox({ label, person, other }) {
  const read = chat({ label, ...(person && { person }), ...(other && { other }) });
  const node = h(
    "div",
    { class: "wh-chat-box", tabindex: "0", role: "region", "aria-label": `${label} so far` },
    read.node,
  );
  /** @type {ReturnType<typeof read.add>[]} */
  let drawn = [];

  return {
    node,
    /**
     * @param {readonly Message[]} messages  all of them; what is drawn already stays as it is
     * @returns {readonly ReturnType<typeof read.add>[]} one for each message, to be marked
     */
    update(messages) {
      if (messages.length < drawn.length) {
        read.clear();
        drawn = [];
      }
      const grown = drawn.length < messages.length;
      drawn = [...drawn, ...messages.slice(drawn.length).map((message) => read.add(message))];
      if (grown) {
        // With the next frame: how high it is, is known only once it is laid out.
        requestAnimationFrame(() => {
          node.scrollTop = node.scrollHeight;
        });
      }
      return drawn;
    },
  };
}
