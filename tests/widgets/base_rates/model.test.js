import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outlined } from "../../../widgets/src/base_rates/crowd.js";
import {
  answer,
  initial,
  outcome,
  settings,
  step,
  transcript,
} from "../../../widgets/src/base_rates/model.js";
import {
  counts,
  negativeValue,
  positiveValue,
  queue,
  sentence,
  shareWords,
} from "../../../widgets/src/base_rates/rates.js";
import { createStore } from "../../../widgets/src/common/store.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { RatesAction, RatesScenario, RatesState } from "../../../widgets/src/base_rates/model.js" */

/** @type {RatesScenario} */
const scenario = JSON.parse(
  readFileSync(new URL("../../../datasets/simulations/base_rates.json", import.meta.url), "utf8"),
);

/**
 * @param {number} prevalence
 * @param {number} sensitivity
 * @param {number} specificity
 * @param {boolean} [second]
 */
const setting = (prevalence, sensitivity, specificity, second = false) => ({
  prevalence,
  sensitivity,
  specificity,
  second,
});

/**
 * @param {...(RatesAction | StageAction)} actions
 * @returns {RatesState}
 */
function played(...actions) {
  /** @type {RatesState} */
  const start = initial(scenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 60, confidence: 80 }));
}

/** @type {RatesAction[]} */
const EVERYTHING = [
  { type: "set_prevalence", value: 10 },
  { type: "load", preset: "start" },
  { type: "set_second", value: true },
  { type: "set_specificity", value: 95 },
  { type: "set_staff", value: 20 },
  { type: "load", preset: "inpatients" },
];

describe("the four groups", () => {
  const everySetting = [0, 0.01, 0.15, 1, 8.4, 33, 50, 99.9, 100].flatMap((prevalence) =>
    [0, 77, 99.5, 100].flatMap((sensitivity) =>
      [0, 90, 99.5, 100].flatMap((specificity) => [
        setting(prevalence, sensitivity, specificity),
        setting(prevalence, sensitivity, specificity, true),
      ]),
    ),
  );

  it.each([1000, 100_000])("add up to %i, whatever is set", (of) => {
    for (const set of everySetting) {
      const numbers = Object.values(counts(set, of));
      expect(numbers.every((number) => Number.isInteger(number) && number >= 0)).toBe(true);
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(of);
    }
  });

  it("lie within one person of their shares", () => {
    for (const set of everySetting) {
      const finds = (set.sensitivity / 100) ** (set.second ? 2 : 1);
      const exact = 10 * set.prevalence * finds;
      expect(Math.abs(counts(set, 1000).found - exact)).toBeLessThan(1);
    }
  });

  it("are those of the classic", () => {
    expect(counts(setting(1, 90, 90), 1000)).toEqual({
      found: 9,
      missed: 1,
      false_alarms: 99,
      passed: 891,
    });
  });

  it("show the rare in a larger crowd, where a thousand show nobody", () => {
    const rare = setting(0.01, 70, 93);
    expect(counts(rare, 1000)).toMatchObject({ found: 0, missed: 0 });
    expect(counts(rare, 100_000)).toMatchObject({ found: 7, missed: 3 });
  });

  it("are said in words that fit one and many", () => {
    expect(sentence(setting(1, 90, 90), 1000)).toBe(
      "Of 1,000 people 10 have it. The test flags 108: 9 have it, 99 do not. It passes 892: 1 has it and is missed.",
    );
  });
});

describe("predictive values", () => {
  it.each([
    { set: setting(1, 90, 90), positive: 0.009 / 0.108, negative: 0.891 / 0.892 },
    { set: setting(8.4, 77, 90), positive: 0.064_68 / 0.156_28, negative: 0.8244 / 0.843_72 },
    { set: setting(50, 90, 90), positive: 0.9, negative: 0.9 },
    { set: setting(100, 90, 90), positive: 1, negative: 0 },
    { set: setting(0, 90, 90), positive: 0, negative: 1 },
  ])("are Bayes' at $set.prevalence% of people", ({ set, positive, negative }) => {
    expect(positiveValue(set)).toBeCloseTo(positive, 12);
    expect(negativeValue(set)).toBeCloseTo(negative, 12);
  });

  it("are nobody's when nobody is flagged, or passed", () => {
    expect(positiveValue(setting(0, 90, 100))).toBeNull();
    expect(negativeValue(setting(100, 100, 90))).toBeNull();
    expect(shareWords(null)).toBe("nobody");
  });

  it("rise with a second step, which misses more", () => {
    const once = setting(1, 90, 90);
    const twice = { ...once, second: true };
    expect(positiveValue(twice)).toBeCloseTo(0.0081 / (0.0081 + 0.0099), 12);
    expect(counts(twice, 1000).missed).toBe(2);
    expect(counts(once, 1000).missed).toBe(1);
  });

  it("are written with digits where they matter", () => {
    const shares = [0, 0.000_999, 0.0133, 0.0833, 0.4139, 0.977, 0.998_88, 0.999_968, 1];
    expect(shares.map(shareWords)).toEqual([
      "0%",
      "0.1%",
      "1.3%",
      "8.3%",
      "41%",
      "98%",
      "99.9%",
      "99.997%",
      "100%",
    ]);
  });
});

describe("the queue", () => {
  const people = { found: 9, missed: 1, false_alarms: 99, passed: 891 };

  it("holds those flagged whom nobody could see yet", () => {
    expect(queue(people, 5, 10)).toEqual({
      flagged: 108,
      seen: 50,
      waiting: 58,
      waitingHaveIt: 5,
      waitDays: 12,
    });
  });

  it("is empty when the team is large enough, or nobody is flagged", () => {
    expect(queue(people, 11, 10)).toMatchObject({ seen: 108, waiting: 0, waitDays: 0 });
    const nobody = { found: 0, missed: 10, false_alarms: 0, passed: 990 };
    expect(queue(nobody, 5, 10)).toMatchObject({ flagged: 0, waiting: 0, waitingHaveIt: 0 });
  });

  it("is never shortened by missing people: the missed are named beside it", () => {
    const text = transcript(played({ type: "set_sensitivity", value: 0 }));
    expect(text).toContain("Missed: 10 who have it, in no queue.");
  });
});

describe("base rates", () => {
  it("ask for a number that is far below the test's quality", () => {
    expect(answer(scenario)).toBe(8);
    expect(outcome(played())).toMatchObject({ answer: 8, within: false });
  });

  it.each(scenario.presets.filter((preset) => "stated" in preset))(
    "agree with what the source of $key states",
    (preset) => {
      const { stated } = /** @type {{ stated: { ppv: number, npv?: number } }} */ (
        /** @type {unknown} */ (preset)
      );
      const set = { ...preset, second: false };
      const positive = 100 * (positiveValue(set) ?? 0);
      expect(Math.abs(positive - stated.ppv)).toBeLessThan(stated.ppv < 1 ? 0.05 : 0.5);
      if (stated.npv !== undefined) {
        expect(Math.round(100 * (negativeValue(set) ?? 0))).toBe(stated.npv);
      }
    },
  );

  it("count a task as tried when it was, and keep it", () => {
    const tasks = EVERYTHING.map((_, index) => played(...EVERYTHING.slice(0, index + 1)).play.met);
    expect(tasks).toEqual([
      ["common"],
      ["common"],
      ["common", "queue"],
      ["common", "rare", "queue"],
      ["common", "rare", "queue"],
      ["common", "rare", "queue", "measured"],
    ]);
  });

  it("do not count a sharper test as a higher prevalence", () => {
    const state = played(
      { type: "set_specificity", value: 99 },
      { type: "set_prevalence", value: 10 },
    );
    expect(state.play.met).not.toContain("common");
  });

  it("keep the debrief until all was tried", () => {
    expect(() => played(...EVERYTHING.slice(0, -1), { type: "debrief" })).toThrow(
      "after the reveal",
    );
    expect(played(...EVERYTHING, { type: "debrief" }).stage).toBe("debrief");
  });

  it("say which setting it is, and that it is one's own once it was changed", () => {
    const loaded = played({ type: "load", preset: "models" });
    expect(outcome(loaded)).toMatchObject({ preset: "models", prevalence: 0.01 });
    expect(outcome(step(loaded, { type: "set_prevalence", value: 1 }))).toMatchObject({
      preset: "own",
      sensitivity: 70,
    });
    expect(transcript(loaded)).toContain("[spittal2025]");
  });

  it("never call the missed nobody because a thousand marks are too few for them", () => {
    const text = transcript(played({ type: "load", preset: "models" }));
    expect(text).toContain("Missed: fewer than 1 who has it, in no queue.");
    expect(text).toContain("Of 100,000 people 10 have it. The test flags 7,006: 7 have it");
  });

  it("refuse what cannot be", () => {
    expect(() => played({ type: "set_prevalence", value: 101 })).toThrow("between 0 and 100");
    expect(() => played({ type: "set_staff", value: 0 })).toThrow("between 1 and 50");
    expect(() => played({ type: "load", preset: "own" })).toThrow("no setting own");
    expect(() => step(initial(scenario), { type: "set_staff", value: 4 })).toThrow(
      "after the prediction",
    );
  });

  it("take a drag as one action, and forget what it passed through", () => {
    /** @type {import("../../../widgets/src/common/types.js").Model<RatesScenario, RatesState, RatesAction | StageAction>} */
    const model = { initial, step, outcome, transcript, settings };
    const store = createStore(model, scenario, [{ type: "predict", guess: 60, confidence: 80 }]);
    for (const value of [5, 10, 2]) {
      store.act({ type: "set_prevalence", value });
    }
    expect(store.actions).toHaveLength(2);
    expect(store.state.play.met).toEqual([]);
  });

  it("give the same bytes for the same actions", () => {
    const [one, two] = [played(...EVERYTHING), played(...EVERYTHING)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });
});

describe("the marks", () => {
  /**
   * How many places of ten by ten an outline covers.
   *
   * @param {string} outline
   */
  const covered = (outline) =>
    [...outline.matchAll(/h(\d+)v(\d+)/gu)].reduce(
      (sum, [, wide, high]) => sum + (Number(wide) * Number(high)) / 100,
      0,
    );

  it.each([
    [0, 0],
    [0, 9],
    [9, 10],
    [10, 109],
    [109, 1000],
    [0, 1000],
    [40, 80],
    [39, 41],
  ])("outline the places from %i up to %i, each once", (from, to) => {
    expect(covered(outlined(from, to))).toBe(to - from);
  });
});
