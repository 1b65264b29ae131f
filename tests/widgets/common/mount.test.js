// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import keywordAlarm from "../../../widgets/src/keyword_alarm/index.js";
import { alarmScenario } from "../scenarios.js";

/** @param {Record<string, unknown>} values */
function fakeBackend(values) {
  /** @type {Map<string, () => void>} */
  const listeners = new Map();
  return {
    values,
    saves: 0,
    get: (/** @type {string} */ key) => values[key],
    set(/** @type {string} */ key, /** @type {unknown} */ value) {
      values[key] = value;
    },
    save_changes() {
      this.saves += 1;
    },
    on: (/** @type {string} */ event, /** @type {() => void} */ listener) => {
      listeners.set(event, listener);
    },
    off: (/** @type {string} */ event) => {
      listeners.delete(event);
    },
    send: () => {
      throw new Error("A simulation sends no message.");
    },
    emit: (/** @type {string} */ event) => listeners.get(event)?.(),
    listeners,
  };
}

/**
 * @param {HTMLElement} el
 * @param {string} name
 */
function press(el, name) {
  const button = [...el.querySelectorAll("button")].find(
    (candidate) => candidate.textContent === name && !candidate.closest("[hidden]"),
  );
  if (!button) {
    throw new Error(`There is no button ${name}.`);
  }
  button.click();
}

/** @param {HTMLElement} el */
function threshold(el) {
  const slider = el.querySelector('input[type="range"][max="5"]');
  if (!(slider instanceof HTMLInputElement)) {
    throw new Error("There is no threshold slider.");
  }
  return slider;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a mounted simulation", () => {
  /** @param {Record<string, unknown>} [values] */
  function shown(values = { scenario: alarmScenario, actions: [] }) {
    const backend = fakeBackend(values);
    const el = document.createElement("div");
    document.body.append(el);
    const remove = keywordAlarm.render({ model: backend, el });
    return { backend, el, remove };
  }

  it("reports actions, outcome and transcript, and a drag as one action in one message", () => {
    const { backend, el } = shown();
    vi.runAllTimers();
    press(el, "Commit my prediction");
    press(el, "Ring the alarm");
    vi.runAllTimers();
    const before = backend.saves;
    const slider = threshold(el);
    for (let move = 0; move < 60; move += 1) {
      slider.value = String((move % 5) + 1);
      slider.dispatchEvent(new Event("input"));
    }
    vi.runAllTimers();
    expect(backend.saves).toBe(before + 1);
    expect(backend.values.actions).toEqual([
      { type: "predict", guess: 50, confidence: 50 },
      { type: "ring" },
      { type: "set_threshold", value: 5 },
    ]);
    expect(backend.values.outcome).toMatchObject({ threshold: 5, counts: { caught: 0 } });
    expect(backend.values.transcript).toContain("Threshold: 5.");
  });

  it("shows again what was played before, and follows what Python plays", () => {
    const { backend, el } = shown({
      scenario: alarmScenario,
      actions: [{ type: "predict", guess: 10, confidence: 50 }, { type: "ring" }],
    });
    expect(el.textContent).toContain("You predicted 10%");
    backend.values.actions = [];
    backend.emit("change:actions");
    expect(el.textContent).toContain("Step 1 of 3");
  });

  it("says in a sentence when it cannot be shown", () => {
    const { el } = shown({ scenario: alarmScenario, actions: [{ type: "fly" }] });
    expect(el.querySelector('[role="alert"]')?.textContent).toContain("This could not be shown");
  });

  it("keeps bare keys from the notebook around it, and lets its Ctrl+S pass", () => {
    const { el } = shown();
    /** @type {string[]} */
    const heard = [];
    document.addEventListener("keydown", ({ key }) => heard.push(key));
    for (const init of [{ key: "x" }, { key: "ArrowRight" }, { key: "s", ctrlKey: true }]) {
      const event = new KeyboardEvent("keydown", { ...init, bubbles: true });
      el.querySelector("input")?.dispatchEvent(event);
    }
    expect(heard).toEqual(["s"]);
  });

  it("saves and lets go when it is removed", () => {
    const { backend, el, remove } = shown();
    press(el, "Commit my prediction");
    remove();
    expect(backend.values.actions).toHaveLength(1);
    expect(backend.listeners.size).toBe(0);
  });

  it("shows hostile text of a scenario as text", () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const { el } = shown({
      scenario: {
        ...alarmScenario,
        title: hostile,
        lead: [hostile],
        words: [hostile],
        phenomena: [{ key: "plain", label: hostile }],
        conversations: alarmScenario.conversations.map((conversation) => ({
          ...conversation,
          rationale: hostile,
          messages: [{ role: "user", content: hostile }],
        })),
      },
      actions: [{ type: "predict", guess: 10, confidence: 50 }, { type: "ring" }],
    });
    expect(el.querySelector("img")).toBeNull();
    expect(el.textContent).toContain(hostile);
  });
});
