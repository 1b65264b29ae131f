/**
 * Wires a model and a view to a host: an anywidget in a notebook, or a page that stands alone.
 */

import { h } from "./dom.js";
import { createStore } from "./store.js";

/** @import { Action, Backend, Model, View } from "./types.js" */

const SAVE_AFTER_MS = 120;
const NOTEBOOK_LEVEL = 3;
const PAGE_LEVEL = 1;

/**
 * @template Scenario, State
 * @template {Action} A
 * @param {string} name
 * @param {Model<Scenario, State, A>} model
 * @param {View<State, A>} view
 */
export function mount(name, model, view) {
  const page = document.querySelector(`[data-simulation="${name}"]`);
  if (page instanceof HTMLElement) {
    run(page, pageBackend(), PAGE_LEVEL, model, view);
  }
  return {
    /** @param {{ model: Backend, el: HTMLElement }} host */
    render: ({ model: backend, el }) => run(el, backend, NOTEBOOK_LEVEL, model, view),
  };
}

/**
 * @template Scenario, State
 * @template {Action} A
 * @param {HTMLElement} el
 * @param {Backend} backend
 * @param {number} level
 * @param {Model<Scenario, State, A>} model
 * @param {View<State, A>} view
 */
function run(el, backend, level, model, view) {
  const root = rootElement();
  el.append(root);
  /** @type {ReturnType<typeof createStore<Scenario, State, A>> | null} */
  let store = null;
  /** @type {(state: State) => void} */
  let update = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function save() {
    clearTimeout(timer);
    timer = undefined;
    if (store) {
      backend.set("actions", store.actions);
      backend.set("outcome", model.outcome(store.state));
      backend.set("transcript", model.transcript(store.state));
      backend.save_changes();
    }
  }
  // A drag is one message to the kernel, not sixty.
  function saveSoon() {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
  }

  function draw() {
    if (!store) {
      return;
    }
    root.replaceChildren();
    update = view(root, { act, restart, state: store.state, level });
    update(store.state);
  }

  /** @param {A} action */
  function act(action) {
    if (!store) {
      return;
    }
    store.act(action);
    update(store.state);
    saveSoon();
  }

  function restart() {
    store?.replay([]);
    draw();
    root.querySelector("h2, h3, h4, h5, h6")?.focus();
    saveSoon();
  }

  function start() {
    sayProblems(root, () => {
      store = null;
      const scenario = /** @type {Scenario} */ (backend.get("scenario"));
      store = createStore(model, scenario, played(backend));
      draw();
      saveSoon();
    });
  }

  // Python, or a second view of the same widget, has played.
  function follow() {
    if (store && JSON.stringify(store.actions) !== JSON.stringify(played(backend))) {
      sayProblems(root, () => {
        store?.replay(/** @type {A[]} */ (played(backend)));
        draw();
        saveSoon();
      });
    }
  }

  start();
  backend.on("change:scenario", start);
  backend.on("change:actions", follow);
  return () => {
    backend.off("change:scenario", start);
    backend.off("change:actions", follow);
    if (timer !== undefined) {
      save();
    }
  };
}

/** @param {Backend} backend */
function played(backend) {
  return /** @type {never[]} */ (backend.get("actions") ?? []);
}

/** The element that carries our styles; a notebook's one-letter shortcuts keep out of it. */
export function rootElement() {
  return h("div", { class: "wh", "data-lm-suppress-shortcuts": "true" });
}

/**
 * @param {HTMLElement} root
 * @param {() => void} start
 */
export function sayProblems(root, start) {
  try {
    start();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    root.replaceChildren(
      h(
        "p",
        { class: "wh-note", role: "alert" },
        `This could not be shown: ${words} Run the cell again, or tell your instructor this sentence.`,
      ),
    );
  }
}

/** A page keeps everything to itself: nothing is stored and nothing is sent. */
function pageBackend() {
  const scenario = JSON.parse(document.getElementById("scenario")?.textContent ?? "null");
  /** @type {Map<string, unknown>} */
  const values = new Map(Object.entries({ scenario }));
  return {
    get: (/** @type {string} */ key) => values.get(key),
    set: (/** @type {string} */ key, /** @type {unknown} */ value) => void values.set(key, value),
    save_changes() {},
    on() {},
    off() {},
    send() {},
  };
}
