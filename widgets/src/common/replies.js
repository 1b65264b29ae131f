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
  const node = h(
    "div",
    { class: "wh-stack wh-choices", role: "group", "aria-label": label },
    title,
    ...buttons,
  );
  // The second half of a double click would answer what nobody has read yet.
  node.addEventListener(
    "click",
    (event) => {
      if (event.detail > 1) {
        event.stopPropagation();
      }
    },
    true,
  );
  return {
    node,
    /**
     * @param {readonly Option[]} options  on offer now
     * @param {string} words  above the buttons
     */
    update(options, words) {
      offered = options;
      setText(title, words);
      for (const [index, choice] of buttons.entries()) {
        setText(choice, options[index]?.label ?? "");
        choice.hidden = index >= options.length;
      }
    },
  };
}
