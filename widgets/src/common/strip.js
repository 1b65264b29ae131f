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
        const box = boxes.children[index] ?? boxes.appendChild(h("span"));
        const first = seen && !items[index - 1]?.seen;
        const last = seen && !items[index + 1]?.seen;
        box.className = [
          "wh-box",
          seen ? "wh-box-seen" : "",
          first ? "wh-box-first" : "",
          last ? "wh-box-last" : "",
          key ? "wh-box-key" : "",
        ]
          .filter(Boolean)
          .join(" ");
      }
      setText(words, text);
    },
  };
}
