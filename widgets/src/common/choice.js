import { h, uniqueId } from "./dom.js";

/** @import { Option } from "./types.js" */

/**
 * One of several, as a labelled group of radio buttons.
 *
 * @param {object} options
 * @param {string} options.legend
 * @param {readonly Option[]} options.options
 * @param {string | null} [options.value]
 * @param {(key: string) => void} [options.chosen]
 */
export function radios({ legend, options, value = null, chosen }) {
  const name = uniqueId();
  const inputs = options.map(({ key }) => {
    const input = h("input", { type: "radio", name, value: key, checked: key === value });
    input.addEventListener("change", () => chosen?.(key));
    return input;
  });
  return {
    node: group(legend, options, inputs),
    get value() {
      return inputs.find((input) => input.checked)?.value ?? null;
    },
  };
}

/**
 * Any of several, as a labelled group of checkboxes.
 *
 * @param {object} options
 * @param {string} options.legend
 * @param {readonly Option[]} options.options
 * @param {readonly string[]} [options.value]
 * @param {(keys: string[]) => void} [options.chosen]
 */
export function checkboxes({ legend, options, value = [], chosen }) {
  const inputs = options.map(({ key }) =>
    h("input", { type: "checkbox", value: key, checked: value.includes(key) }),
  );
  const keys = () => inputs.filter((input) => input.checked).map((input) => input.value);
  for (const input of inputs) {
    input.addEventListener("change", () => chosen?.(keys()));
  }
  return {
    node: group(legend, options, inputs),
    get value() {
      return keys();
    },
  };
}

/**
 * @param {string} legend
 * @param {readonly Option[]} options
 * @param {readonly HTMLInputElement[]} inputs  one for each option
 */
function group(legend, options, inputs) {
  const labels = options.map(({ label }, index) =>
    h("label", { class: "wh-option" }, inputs[index] ?? null, h("span", {}, label)),
  );
  return h("fieldset", { class: "wh-group" }, h("legend", {}, legend), ...labels);
}

/**
 * @param {object} options
 * @param {string} options.label
 * @param {boolean} options.value
 * @param {string} [options.hint]
 * @param {(value: boolean) => void} options.chosen
 */
export function checkbox({ label, value, hint, chosen }) {
  const hintId = hint ? uniqueId() : null;
  const input = h("input", { type: "checkbox", checked: value, "aria-describedby": hintId });
  input.addEventListener("change", () => chosen(input.checked));
  return {
    node: h(
      "div",
      { class: "wh-check" },
      h("label", { class: "wh-option" }, input, h("span", {}, label)),
      hint ? h("p", { id: hintId, class: "wh-hint" }, hint) : null,
    ),
    /** @param {boolean} next */
    set(next) {
      input.checked = next;
    },
  };
}

/**
 * @param {object} options
 * @param {string} options.label
 * @param {readonly Option[]} options.options
 * @param {string | null} [options.value]
 * @param {(key: string) => void} [options.chosen]
 */
export function select({ label, options, value = null, chosen }) {
  const id = uniqueId();
  const input = h(
    "select",
    { id, class: "wh-select" },
    ...options.map((option) =>
      h("option", { value: option.key, selected: option.key === value }, option.label),
    ),
  );
  input.addEventListener("change", () => chosen?.(input.value));
  return {
    node: h("div", { class: "wh-field" }, h("label", { for: id }, label), input),
    get value() {
      return input.value;
    },
    /** @param {string} key */
    set(key) {
      input.value = key;
    },
  };
}
