import { button, h, setText } from "./dom.js";

/** @import { Option } from "./types.js" */

/**
 * What may be said next: always the same buttons with new words, so that the keyboard stays where it is.
 *
 * @param {object} options
 * @param {string} options.label  what a screen reader calls the group
 * @param {number} options.most  how many may be on offer at once
 * @param {(key: string) => void} options.chosen
 */
export function replyButtons({ label, most, chosen }) {
  /** @type {readonly Option[]} */
  let offered = [];
  const buttons = Array.from({ length: most }, (_, index) =>
    button("", () => {
      const option = offered[index];
      if (option) {
        chosen(option.key);
      }
    }),
  );
  const title = h("p", { class: "wh-strong" });
  return {
    node: h(
      "div",
      { class: "wh-stack wh-choices", role: "group", "aria-label": label },
      title,
      ...buttons,
    ),
    /**
     * @param {readonly Option[]} options  on offer now
     * @param {string} words  above the buttons
     */
    update(options, words) {
      offered = options;
      setText(title, words);
      for (const [index, node] of buttons.entries()) {
        setText(node, options[index]?.label ?? "");
        node.hidden = index >= options.length;
      }
    },
  };
}
