import { h, setText, uniqueId } from "./dom.js";

/**
 * A labelled field for text: one line, or as many as rows says.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.value]
 * @param {string} [options.hint]
 * @param {number} [options.rows]
 * @param {number} options.longest  in characters
 * @param {(value: string) => void} [options.changed]  at every keystroke
 */
export function textField({ label, value = "", hint = "", rows, longest, changed }) {
  const id = uniqueId();
  const hintId = uniqueId();
  const shared = { id, class: "wh-textarea", maxlength: longest, "aria-describedby": hintId };
  const input =
    rows === undefined
      ? h("input", { ...shared, type: "text", autocomplete: "off" })
      : h("textarea", { ...shared, rows, spellcheck: "false" });
  input.value = value;
  input.addEventListener("input", () => changed?.(input.value));
  const below = h("p", { id: hintId, class: "wh-hint" }, hint);
  return {
    node: h("div", { class: "wh-field" }, h("label", { for: id }, label), input, below),
    input,
    get value() {
      return input.value;
    },
    /** @param {string} next */
    set(next) {
      if (input.value !== next) {
        input.value = next;
      }
    },
    /** @param {string} text */
    hint(text) {
      setText(below, text);
    },
  };
}
