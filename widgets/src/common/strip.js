import { h, setText } from "./dom.js";

/**
 * Messages as a row of boxes, oldest first, with a bracket under those in view. Says the same in words.
 */
export function strip() {
  const boxes = h("div", { class: "wh-strip", "aria-hidden": "true" });
  const words = h("p", {});
  return {
    node: h("div", { class: "wh-strip-frame" }, boxes, words),
    /**
     * @param {readonly { seen: boolean, key: boolean }[]} items  seen: in view; key: the one to watch
     * @param {string} text
     */
    update(items, text) {
      while (boxes.childElementCount > items.length) {
        boxes.lastElementChild?.remove();
      }
      for (const [index, { seen, key }] of items.entries()) {
        const { classList } = boxes.children[index] ?? boxes.appendChild(h("span", { class: "wh-box" }));
        classList.toggle("wh-box-seen", seen);
        classList.toggle("wh-box-first", seen && items[index - 1]?.seen !== true);
        classList.toggle("wh-box-last", seen && items[index + 1]?.seen !== true);
        classList.toggle("wh-box-key", key);
      }
      setText(words, text);
    },
  };
}
