// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import referralDesk from "../../../widgets/src/referral_desk/index.js";
import { aDay } from "./scenario.js";

/** @import { DeskScenario } from "../../../widgets/src/referral_desk/types.js" */

/** @type {DeskScenario} */
let scenario;
beforeEach(async () => {
  scenario = await aDay();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** @param {Record<string, unknown>} values */
function shown(values = {}) {
  /** @type {Map<string, (() => void)[]>} */
  const listeners = new Map();
  /** @type {Record<string, unknown>} */
  const traits = { scenario, actions: [], saved: null, ...values };
  /** @type {unknown[]} */
  const sent = [];
  const el = document.createElement("div");
  document.body.append(el);
  const remove = referralDesk.render({
    model: {
      get: (key) => traits[key],
      set(key, value) {
        traits[key] = value;
      },
      save_changes: () => undefined,
      on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
      off(event, listener) {
        listeners.set(
          event,
          (listeners.get(event) ?? []).filter((each) => each !== listener),
        );
      },
      send: (content) => sent.push(content),
    },
    el,
  });
  /** @param {string} name */
  const press = (name) => {
    const button = [...el.querySelectorAll("button")].find(
      (each) => each.textContent === name && !each.closest("[hidden]"),
    );
    if (!button) {
      throw new Error(`There is no button ${name}.`);
    }
    button.click();
  };
  /** @param {unknown} saved */
  const answer = (saved) => {
    traits.saved = saved;
    for (const listener of listeners.get("change:saved") ?? []) {
      listener();
    }
  };
  return { el, traits, sent, press, answer, remove, listeners };
}

/** @param {HTMLElement} el */
const told = (el) => [...el.querySelectorAll('p[role="status"]')].at(-1)?.textContent;

/** @param {ReturnType<typeof shown>} desk */
function begun(desk) {
  desk.press("Commit my prediction");
  desk.press("Run the day");
  return desk;
}

describe("the desk in a notebook", () => {
  it("sends the policy to Python on Save, and shows the one sentence that comes back", () => {
    const desk = begun(shown());
    desk.press("Save policy.toml");
    vi.runAllTimers();
    expect(desk.sent).toEqual([
      { type: "save", policy: /** @type {{ policy: string }} */ (desk.traits.outcome).policy },
    ]);
    expect(told(desk.el)).toBe("Saving …");
    desk.answer({ saved: true, line: "Saved in <b>policy.toml</b>." });
    expect(told(desk.el)).toBe("Saved in <b>policy.toml</b>.");
  });

  it("hears Python after a new start too, and no longer once it is gone", () => {
    const desk = begun(shown());
    desk.press("Stop here");
    desk.press("Start again");
    begun(desk);
    desk.answer({ saved: false, line: "Not saved: no room." });
    expect(told(desk.el)).toBe("Not saved: no room.");
    desk.remove();
    expect([...desk.listeners.values()].flat()).toEqual([]);
  });

  it("shows what a scenario brings as text, whatever stands in it", () => {
    const hostile = "<img src=x onerror=alert(1)></script>";
    const [first] = scenario.conversations;
    const desk = begun(
      shown({
        scenario: {
          ...scenario,
          title: hostile,
          conversations: [
            { ...first, messages: [{ role: "user", content: hostile }], rationale: hostile },
            ...scenario.conversations.slice(1),
          ],
        },
      }),
    );
    expect(desk.el.querySelector("img")).toBeNull();
    expect(desk.el.textContent).toContain(hostile);
  });

  it("says of a row that it never answers", () => {
    const desk = begun(shown());
    const weakest = [...desk.el.querySelectorAll("select")].find(
      (each) =>
        desk.el.querySelector(`label[for="${each.id}"]`)?.textContent ===
        "A wish to be dead or gone",
    );
    if (!weakest) {
      throw new Error("There is no such row.");
    }
    weakest.value = "now";
    weakest.dispatchEvent(new Event("change"));
    const notes = [...desk.el.querySelectorAll("p")].filter(
      (each) => !each.hidden && each.textContent?.startsWith("Never answers"),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]?.closest("div")?.textContent).toContain("Thoughts of suicide, or self-injury");
  });
});
