import { h, setText, uniqueId } from "./dom.js";

/**
 * A native slider with a visible label and its value in words.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.min
 * @param {number} options.max
 * @param {number} [options.step]
 * @param {number} options.value
 * @param {(value: number) => string} [options.words]  the value as it is read and shown
 * @param {string} [options.hint]
 * @param {(value: number) => void} [options.moved]
 */
export function slider({ label, min, max, step = 1, value, words = String, hint, moved }) {
  const id = uniqueId();
  const hintId = hint ? uniqueId() : null;
  const input = h("input", {
    id,
    type: "range",
    class: "wh-range",
    min,
    max,
    step,
    value,
    "aria-describedby": hintId,
  });
  // The slider itself speaks its value; shown a second time, it need not be heard a second time.
  const shown = h("span", { class: "wh-slider-value", "aria-hidden": "true" });

  function draw() {
    const text = words(input.valueAsNumber);
    setText(shown, text);
    input.setAttribute("aria-valuetext", text);
  }
  input.addEventListener("input", () => {
    draw();
    moved?.(input.valueAsNumber);
  });
  draw();

  return {
    node: h(
      "div",
      { class: "wh-slider" },
      h("div", { class: "wh-slider-head" }, h("label", { for: id }, label), shown),
      hint ? h("p", { id: hintId, class: "wh-hint" }, hint) : null,
      input,
    ),
    input,
    get value() {
      return input.valueAsNumber;
    },
    /** @param {number} next */
    set(next) {
      if (input.valueAsNumber !== next) {
        input.value = String(next);
      }
      draw();
    },
  };
}
