import { describe, expect, it } from "vitest";
import { createStore } from "../../../widgets/src/common/store.js";
import { fits } from "../../../widgets/src/red_team/hazard.js";
import * as model from "../../../widgets/src/red_team/model.js";
import { order } from "../../../widgets/src/red_team/order.js";
import { caseOf, foresaw, offered } from "../../../widgets/src/red_team/progress.js";
import { isFailure, verdictOf } from "../../../widgets/src/red_team/verdicts.js";
import { conversation, scenario } from "./cases.js";

/** @import { RedTeamState } from "../../../widgets/src/red_team/model.js" */
/** @import { RedTeamScenario } from "../../../widgets/src/red_team/types.js" */

const predicted = { type: "predict", guess: 20, confidence: 70 };

/**
 * @param {RedTeamScenario} [played]
 * @param {readonly object[]} [actions]
 */
const run = (played = scenario, actions = [predicted]) =>
  createStore(model, played, /** @type {never[]} */ (actions));

/** @param {RedTeamState} state */
const current = ({ play, scenario: played }) => offered(play, played)?.id ?? "";

/**
 * @param {ReturnType<typeof run>} store
 * @param {number} rounds
 */
function foresee(store, rounds) {
  for (let round = 0; round < rounds; round += 1) {
    if (store.state.play.open) {
      store.act({ type: "next" });
    }
    store.act({ type: "foresee", id: current(store.state), said: "too_little" });
  }
}

describe("the order of what is offered", () => {
  it("is the same for the same seed, another for another, and holds each once", () => {
    const again = { ...scenario };
    expect(order(again)).toEqual(order(scenario));
    expect(new Set(order(scenario)).size).toBe(scenario.cases.length);
    const seeds = [1, 2, 3, 4, 5].map((seed) => order({ ...scenario, seed }).join(" "));
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it("mixes three failures with two others while there are enough", () => {
    const verdicts = order(scenario)
      .slice(0, 5)
      .map((id) => isFailure(verdictOf(caseOf(scenario, id), 0)));
    expect(verdicts.filter(Boolean)).toHaveLength(3);
  });

  it("offers a guard without failures too, and one that does nothing but fail", () => {
    const cases = [1, 2, 3, 4, 5, 6].map((n) =>
      conversation(`x-0${n}`, 2, ["as_labelled", "as_labelled"]),
    );
    const broken = cases.map(({ id }) => conversation(id, 2, ["failed", "failed"]));
    const failing = run({ ...scenario, cases: broken });
    foresee(failing, 3);
    expect(model.done(failing.state)).toBe(true);
    expect(model.outcome(failing.state)).toMatchObject({
      foreseen: { said: 0, right: 0 },
      too_little_percent: 100,
    });
    const flawless = { ...scenario, cases };
    expect(order(flawless)).toHaveLength(6);
    const store = run(flawless);
    foresee(store, 3);
    expect(model.done(store.state)).toBe(true);
  });
});

describe("foreseeing", () => {
  it("seals the decisions until enough were foreseen", () => {
    const store = run();
    expect(model.outcome(store.state)).toMatchObject({ counts: null, risky: null, severe: null });
    expect(() => store.act({ type: "open", id: "a-01" })).toThrow("stay sealed until 3");
    expect(() => store.act({ type: "set_guard", key: "keyword" })).toThrow("stay sealed");
    foresee(store, 3);
    store.act({ type: "open", id: "a-01" });
    expect(model.outcome(store.state)).toMatchObject({ opened: ["a-01"], risky: { n: 3 } });
  });

  it("takes an answer for the conversation on offer only, once", () => {
    const store = run();
    const id = current(store.state);
    const other = order(scenario).at(-1) ?? "";
    const said = /** @type {const} */ ("too_much");
    expect(() => store.act({ type: "foresee", id: other, said })).toThrow("not on offer");
    store.act({ type: "foresee", id, said });
    expect(() => store.act({ type: "foresee", id, said })).toThrow("not on offer");
    expect(() => store.act({ type: "skip", id })).toThrow("not on offer");
    store.act({ type: "next" });
    expect(current(store.state)).not.toBe(id);
  });

  it("counts a late answer as labelled, and does not count a guard that failed", () => {
    expect(foresaw({ id: "c", said: "as_labelled", verdict: "late" })).toBe(true);
    expect(foresaw({ id: "c", said: "too_little", verdict: "late" })).toBe(false);
    expect(foresaw({ id: "a", said: "too_little", verdict: "failed" })).toBeNull();
    expect(foresaw({ id: "d", said: "too_much", verdict: "too_much" })).toBe(true);
  });

  it("skips without counting, and never offers what was skipped", () => {
    const store = run();
    const id = current(store.state);
    store.act({ type: "skip", id });
    expect(current(store.state)).not.toBe(id);
    expect(model.outcome(store.state)).toMatchObject({ foreseen: { said: 0, right: 0 } });
  });

  it("opens the seals when everything was skipped", () => {
    const store = run({ ...scenario, names: 0 });
    for (const _case of scenario.cases) {
      store.act({ type: "skip", id: current(store.state) });
    }
    expect(model.done(store.state)).toBe(true);
  });
});

describe("naming failures", () => {
  it("holds the name against the writers' marks", () => {
    const store = run();
    foresee(store, 3);
    store.act({ type: "name", guard: "careful", id: "a-01", mode: "negation" });
    store.act({ type: "name", guard: "careful", id: "c-01", mode: "quotation" });
    const { named } = model.outcome(store.state);
    expect(named).toEqual([
      { guard: "careful", id: "a-01", mode: "negation", fits: true },
      { guard: "careful", id: "c-01", mode: "quotation", fits: false },
    ]);
  });

  it("knows suite and dispute as marks", () => {
    const mode = (/** @type {string} */ key) =>
      /** @type {import("../../../widgets/src/red_team/types.js").Mode} */ (
        scenario.modes.find((each) => each.key === key)
      );
    expect(fits(mode("spelling"), caseOf(scenario, "c-01"))).toBe(true);
    expect(fits(mode("spelling"), caseOf(scenario, "a-01"))).toBe(false);
    expect(fits(mode("disputed"), caseOf(scenario, "f-01"))).toBe(true);
    expect(fits(mode("disputed"), caseOf(scenario, "a-01"))).toBe(false);
  });

  it("refuses what is no failure, what is sealed, and a second name", () => {
    const store = run();
    const sealed = order(scenario)
      .slice(1)
      .find((id) => isFailure(verdictOf(caseOf(scenario, id), 0)));
    expect(() =>
      store.act({ type: "name", guard: "careful", id: sealed ?? "", mode: "time" }),
    ).toThrow("no failure that could be named");
    foresee(store, 3);
    expect(() => store.act({ type: "name", guard: "careful", id: "b-01", mode: "time" })).toThrow(
      "no failure",
    );
    // A guard that raised has stumbled over no words.
    expect(() => store.act({ type: "name", guard: "keyword", id: "a-01", mode: "time" })).toThrow(
      "no failure",
    );
    store.act({ type: "name", guard: "keyword", id: "b-01", mode: "time" });
    expect(() => store.act({ type: "name", guard: "keyword", id: "b-01", mode: "time" })).toThrow(
      "has its name",
    );
    expect(() => store.act({ type: "name", guard: "careful", id: "a-01", mode: "luck" })).toThrow(
      "no failure mode luck",
    );
  });

  it("is needed before the debrief, and no oftener than there are failures", () => {
    const store = run();
    foresee(store, 3);
    expect(model.done(store.state)).toBe(false);
    expect(() => store.act({ type: "debrief" })).toThrow("after the reveal");
    store.act({ type: "name", guard: "careful", id: "a-01", mode: "negation" });
    expect(model.done(store.state)).toBe(false);
    store.act({ type: "name", guard: "careful", id: "f-01", mode: "disputed" });
    expect(model.done(store.state)).toBe(true);
  });
});

describe("the outcome", () => {
  it("counts high and imminent apart and leaves disputed labels out", () => {
    const store = run();
    foresee(store, 3);
    expect(model.outcome(store.state)).toMatchObject({
      guard: "careful",
      too_little_percent: 33,
      correct: false,
      counts: { as_labelled: 3, late: 1, too_little: 2, too_much: 1, failed: 0 },
      risky: { n: 3, too_little: 1 },
      severe: { n: 2, too_little: 1 },
    });
  });

  it("is the same, byte for byte, for the same actions", () => {
    const store = run();
    foresee(store, 4);
    store.act({ type: "name", guard: "careful", id: "a-01", mode: "negation" });
    store.act({ type: "set_guard", key: "keyword" });
    store.act({ type: "set_control", text: "a person reads all" });
    store.act({ type: "keep_hazard" });
    const again = run(scenario, store.actions);
    expect(JSON.stringify(model.outcome(again.state))).toBe(
      JSON.stringify(model.outcome(store.state)),
    );
    expect(model.transcript(again.state)).toBe(model.transcript(store.state));
  });

  it("speaks of the guard that was attacked, whichever is looked at", () => {
    const store = run();
    foresee(store, 3);
    const before = model.outcome(store.state);
    store.act({ type: "set_guard", key: "keyword" });
    expect(model.outcome(store.state)).toEqual(before);
  });
});

describe("the hazard line", () => {
  it("holds the counts of the guard that is looked at, and says when no control stands against it", () => {
    const store = run();
    foresee(store, 3);
    expect(() => store.act({ type: "keep_hazard" })).toThrow("needs a failure mode");
    store.act({ type: "set_hazard", mode: "negation" });
    store.act({ type: "keep_hazard" });
    const { hazards } = model.outcome(store.state);
    const [line] = /** @type {string[]} */ (hazards);
    expect(line).toContain("1 of 3 risky ones");
    expect(line).toContain("high or imminent, 1 of 2");
    expect(line).toContain("this line is open");
    expect(line).toContain("no clearance to deploy");
    store.act({ type: "set_guard", key: "keyword" });
    store.act({ type: "set_control", text: "  A person reads every low one  " });
    store.act({ type: "keep_hazard" });
    const { hazards: both } = model.outcome(store.state);
    const [, second] = /** @type {string[]} */ (both);
    expect(second).toContain("3 of 3 risky ones");
    expect(second).toContain("Control: A person reads every low one.");
    expect(model.transcript(store.state)).toContain(second);
  });
});

describe("the transcript", () => {
  it("holds the chat, every decision with its reason, and the label", () => {
    const store = run();
    foresee(store, 3);
    store.act({ type: "open", id: "b-01" });
    const text = model.transcript(store.state);
    expect(text).toContain("Person: kind of, yes");
    expect(text).toContain("why: a yes to a direct question (“yes”)");
    expect(text).toContain("label: high risk, bring in a person");
    expect(text).toContain("Why this label: Because.");
  });
});
