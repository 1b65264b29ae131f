import { h, setText } from "./dom.js";

const SETTLED_MS = 400;

/**
 * Says in words what has changed, to those who do not see it. Waits until a drag has settled: one
 * sentence, not sixty.
 */
export function liveRegion() {
  const node = h("div", { class: "wh-unseen", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    node,
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => setText(node, text), SETTLED_MS);
    },
  };
}
