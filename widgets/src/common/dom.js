/**
 * Every element of every widget is made here, and text only ever becomes text: there is no way to hand
 * HTML in.
 */

/** @typedef {Node | string | null} Child */

const FORBIDDEN = /^(?:on|srcdoc$|style$)/iu;
const LINK = /^(?:https:|#)/u;
// The one thing that is ever loaded, and it comes with the scenario.
const SOUND = /^data:audio\/ogg;base64,/u;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]  true sets an empty one; false and null set none
 * @param {...Child} children  strings become text
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  guarded(node, attributes);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * Sets attributes, but none that runs, styles or leads anywhere unsafe.
 *
 * @param {Element} node
 * @param {Record<string, string | number | boolean | null>} attributes
 */
export function guarded(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const unsafe =
      (name === "href" && !LINK.test(String(value))) ||
      (name === "src" && !SOUND.test(String(value)));
    if (FORBIDDEN.test(name) || unsafe) {
      throw new Error(`The attribute ${name}=${String(value).slice(0, 80)} is not allowed.`);
    }
    if (value !== false && value !== null) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/**
 * A heading whose level the host decides: a page has its own h1, a notebook its sections.
 *
 * @param {number} level
 * @param {string} text
 */
export function heading(level, text) {
  const tag = /** @type {"h2"} */ (`h${Math.min(Math.max(level, 2), 6)}`);
  // Focusable from code: a new step takes the keyboard and the screen reader along.
  return h(tag, { class: "wh-heading", tabindex: "-1" }, text);
}

/**
 * Takes the keyboard to the first heading in a part of the page.
 *
 * @param {HTMLElement} root
 */
export function focusHeading(root) {
  const node = root.querySelector(".wh-heading");
  if (node instanceof HTMLElement) {
    focusSoon(node);
  }
}

/**
 * With the next frame: to focus at once is to lay out the page before the event is over, and once more after.
 *
 * @param {HTMLElement} node
 */
export function focusSoon(node) {
  requestAnimationFrame(() => node.focus());
}

/**
 * @param {string} label
 * @param {() => void} pressed
 * @param {"main" | "quiet"} [kind]
 */
export function button(label, pressed, kind = "quiet") {
  const node = h("button", { type: "button", class: `wh-button wh-button-${kind}` }, label);
  node.addEventListener("click", pressed);
  return node;
}

/** @param {...Child} buttons */
export const actions = (...buttons) => h("div", { class: "wh-actions" }, ...buttons);

/**
 * Writes only what changed, so that a drag redraws a few words and not the page.
 *
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

let count = 0;
// A notebook may show one widget twice, each from its own copy of this module.
const copy = Math.random().toString(36).slice(2, 8);

/** An id that no other widget on the page has. */
export function uniqueId() {
  count += 1;
  return `wh-${copy}-${count}`;
}
