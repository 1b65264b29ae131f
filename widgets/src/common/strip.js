import { h, setText } from "./dom.js";

/**
 * Messages as a row of boxes, oldest first, with a bracket under those in view. Says the same in words.
 *
 * @param {string} keyLabel  what the filled box is
 * @param {string} seenLabel  what the bracket holds
 */
export function strip(keyLabel, seenLabel) {
  const boxes = h("div", { class: "wh-strip", "aria-hidden": "true" });
  const words = h("p", {});
  const state = h("p", { class: "wh-strong" });
  return {
    node: h(
      "div",
      {},
      boxes,
      h(
        "p",
        { class: "wh-legend", "aria-hidden": "true" },
        legendItem("wh-swatch-key", keyLabel),
        legendItem("wh-swatch-seen", seenLabel),
      ),
      words,
      state,
    ),
    /**
     * @param {readonly { seen: boolean, key: boolean }[]} items  seen: in view; key: the one to watch
     * @param {string} text
     * @param {string} watched  where the one to watch is now
     */
    update(items, text, watched) {
      while (boxes.childElementCount > items.length) {
        boxes.lastElementChild?.remove();
      }
      for (const [index, { seen, key }] of items.entries()) {
        const { classList } =
          boxes.children[index] ?? boxes.appendChild(h("span", { class: "wh-box" }));
        classList.toggle("wh-box-seen", seen);
        classList.toggle("wh-box-first", seen && items[index - 1]?.seen !== true);
        classList.toggle("wh-box-last", seen && items[index + 1]?.seen !== true);
        classList.toggle("wh-box-key", key);
      }
      setText(words, text);
      setText(state, watched);
    },
  };
}

/**
 * @param {string} look
 * @param {string} label
 */
function legendItem(look, label) {
  return h("span", { class: "wh-legend-item" }, h("span", { class: `wh-swatch ${look}` }), label);
}
