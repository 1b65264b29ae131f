import { h, setText } from "./dom.js";

/**
 * A few numbers side by side, each with its name and its unit in words.
 *
 * @param {readonly string[]} labels
 */
export function tiles(labels) {
  const drawn = labels.map((label) => {
    const number = h("span", { class: "wh-large" });
    const rest = h("span", { class: "wh-hint" });
    const node = h("div", { class: "wh-tile" }, h("dt", {}, label), h("dd", {}, number, " ", rest));
    return { node, number, rest };
  });
  return {
    node: h("dl", { class: "wh-tiles" }, ...drawn.map(({ node }) => node)),
    /** @param {readonly (readonly [number: string, rest: string])[]} values  one for each label */
    update(values) {
      for (const [index, { number, rest }] of drawn.entries()) {
        const [big, small] = values[index] ?? ["", ""];
        setText(number, big);
        setText(rest, small);
      }
    },
  };
}
