/**
 * Wires a model and a view to a host: an anywidget in a notebook, or a page that stands alone.
 */

import { focusHeading, h } from "./dom.js";
import { createStore } from "./store.js";

/** @import { Action, Backend, Model, View } from "./types.js" */

const SAVE_AFTER_MS = 120;
const NOTEBOOK_LEVEL = 3;
const PAGE_LEVEL = 1;

/**
 * @template Scenario, State
 * @template {Action} A
 * @typedef {object} Widget
 * @property {Model<Scenario, State, A>} model
 * @property {View<State, A>} view
 */

/**
 * @template Scenario, State
 * @template {Action} A
 * @param {string} name
 * @param {Widget<Scenario, State, A>} widget
 */
export function mount(name, widget) {
  const page = document.querySelector(`[data-simulation="${name}"]`);
  if (page instanceof HTMLElement) {
    run(widget, page, pageBackend(), PAGE_LEVEL);
  }
  return {
    /** @param {{ model: Backend, el: HTMLElement }} host */
    render: ({ model: backend, el }) => run(widget, el, backend, NOTEBOOK_LEVEL),
  };
}

/**
 * @template Scenario, State
 * @template {Action} A
 * @param {Widget<Scenario, State, A>} widget
 * @param {HTMLElement} el
 * @param {Backend} backend
 * @param {number} level
 */
function run({ model, view }, el, backend, level) {
  const root = rootElement();
  el.append(root);
  /** @type {ReturnType<typeof createStore<Scenario, State, A>> | null} */
  let store = null;
  /** @type {(state: State) => void} */
  let update;

  const saving = debounced(() => {
    if (store) {
      backend.set("actions", store.actions);
      backend.set("outcome", model.outcome(store.state));
      backend.set("transcript", model.transcript(store.state));
      backend.save_changes();
    }
  }, SAVE_AFTER_MS);

  /** @param {A} action */
  function act(action) {
    if (store) {
      store.act(action);
      update(store.state);
      saving.soon();
    }
  }

  /** @param {readonly A[]} actions  played before anything is shown */
  function begin(actions) {
    sayProblems(root, () => {
      const scenario = /** @type {Scenario} */ (backend.get("scenario"));
      store = createStore(model, scenario, actions);
      root.replaceChildren();
      update = view(root, { act, restart, state: store.state, level });
      update(store.state);
      saving.soon();
    });
  }

  function restart() {
    begin([]);
    focusHeading(root);
  }

  const start = () => begin(played(backend));
  // Python, or a second view of the same widget, has played.
  const follow = () => {
    if (JSON.stringify(store?.actions) !== JSON.stringify(played(backend))) {
      start();
    }
  };

  start();
  backend.on("change:scenario", start);
  backend.on("change:actions", follow);
  return () => {
    backend.off("change:scenario", start);
    backend.off("change:actions", follow);
    saving.now();
  };
}

/**
 * A drag is one message to the kernel, not sixty.
 *
 * @param {() => void} task
 * @param {number} milliseconds
 */
function debounced(task, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const now = () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
      task();
    }
  };
  return {
    now,
    soon() {
      clearTimeout(timer);
      timer = setTimeout(now, milliseconds);
    },
  };
}

/** @param {Backend} backend */
function played(backend) {
  return /** @type {never[]} */ (backend.get("actions") ?? []);
}

/**
 * The element that carries our styles. A notebook takes bare keys for commands of its own (an arrow leaves
 * the slider, x cuts the cell), and so they stay in here; with Ctrl, Alt or Command they pass.
 */
export function rootElement() {
  const root = h("div", { class: "wh" });
  root.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.altKey || event.metaKey)) {
      event.stopPropagation();
    }
  });
  return root;
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
  const scenario = JSON.parse(document.querySelector("#scenario")?.textContent ?? "null");
  /** @type {Map<string, unknown>} */
  const values = new Map(Object.entries({ scenario }));
  const nothing = () => {
    // No kernel listens.
  };
  return {
    get: (/** @type {string} */ key) => values.get(key),
    set: (/** @type {string} */ key, /** @type {unknown} */ value) => {
      values.set(key, value);
    },
    save_changes: nothing,
    on: nothing,
    off: nothing,
    send: nothing,
  };
}
