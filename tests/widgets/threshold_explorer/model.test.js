import { describe, expect, it } from "vitest";
import {
  count,
  ofDay,
  precision,
  recallPrecision,
  roc,
  share,
} from "../../../widgets/src/threshold_explorer/curves.js";
import {
  counted,
  expected,
  initial,
  outcome,
  step,
  thresholdWords,
  transcript,
} from "../../../widgets/src/threshold_explorer/model.js";
import { alarmScenario } from "../scenarios.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { ThresholdAction, ThresholdScenario, ThresholdState } from "../../../widgets/src/threshold_explorer/model.js" */

/**
 * Ten risky conversations score 10 to 100, ten others 0 to 90; the second guard gives all of them level 2.
 *
 * @type {ThresholdScenario}
 */
const scenario = {
  ...alarmScenario,
  simulation: "threshold_explorer",
  tolerance: 5,
  target: 90,
  volume: 1000,
  prevalence: 2,
  staff: 40,
  guards: [
    { key: "one", label: "One", about: "Made up.", levels: false, cuts: [0, 20, 50, 100] },
    { key: "two", label: "Two", about: "Levels.", levels: true, cuts: [1, 2, 3, 4] },
  ],
  groupings: [{ key: "style", label: "Style", groups: ["plain", "oblique"] }],
  cases: Array.from({ length: 20 }, (_, index) => ({
    risky: index < 10,
    groups: [[index % 2]],
    scores: [index < 10 ? 10 * (index + 1) : 10 * (index - 10), 2],
  })),
};

/** @param {...(ThresholdAction | StageAction)} actions */
function played(...actions) {
  /** @type {ThresholdState} */
  const start = initial(scenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 3, confidence: 80 }));
}

describe("the counts", () => {
  it("ring from the threshold on, and never without one", () => {
    expect(count(scenario.cases, 0, 20)).toEqual({
      caught: 9,
      missed: 1,
      false_alarm: 8,
      quiet: 2,
    });
    expect(count(scenario.cases, 0, null)).toMatchObject({ caught: 0, false_alarm: 0 });
  });

  it("carry Wilson's interval, as the toolkit's own metrics have it", () => {
    const { low, high } = share(12, 20);
    expect(low).toBeCloseTo(0.386_582, 5);
    expect(high).toBeCloseTo(0.781_193, 5);
    expect(share(0, 5).low).toBe(0);
    expect(share(5, 5).high).toBe(1);
    expect(share(0, 0)).toMatchObject({ low: 0, high: 1 });
  });

  it("are weighed by Bayes' rule with the share of a day", () => {
    const half = { caught: 90, missed: 10, false_alarm: 10, quiet: 90 };
    expect(precision(half, 0.5)).toBeCloseTo(0.9);
    expect(precision(half, 0.01)).toBeCloseTo(0.0833, 3);
    expect(precision({ caught: 0, missed: 1, false_alarm: 0, quiet: 1 }, 0.5)).toBeNull();
  });

  it("make a day whose people add up, whoever is on duty", () => {
    const counts = { caught: 90, missed: 10, false_alarm: 10, quiet: 90 };
    const day = { volume: 1000, prevalence: 0.02, staff: 40 };
    expect(ofDay(counts, day)).toEqual({ alarms: 116, true_alarms: 18, missed: 2, waiting: 76 });
    expect(ofDay(counts, { ...day, staff: 0 }).missed).toBe(2);
    expect(ofDay(counts, { ...day, staff: 300 })).toMatchObject({ missed: 2, waiting: 0 });
  });
});

describe("the curves", () => {
  const counts = [0, 20, 50, 100].map((threshold) => count(scenario.cases, 0, threshold));

  it("go up from never to always", () => {
    const points = roc(counts);
    expect(points[0]).toEqual([0, 0]);
    expect(points.at(-1)).toEqual([100, 100]);
    for (const [index, [x, y]] of points.entries()) {
      expect(x).toBeGreaterThanOrEqual(points[index - 1]?.[0] ?? 0);
      expect(y).toBeGreaterThanOrEqual(points[index - 1]?.[1] ?? 0);
    }
  });

  it("fall where danger is rare, at the same recall", () => {
    const common = recallPrecision(counts, 0.5);
    const rare = recallPrecision(counts, 0.01);
    expect(rare.map(([recall]) => recall)).toEqual(common.map(([recall]) => recall));
    for (const [index, [, right]] of rare.entries()) {
      expect(right).toBeLessThanOrEqual(common[index]?.[1] ?? 0);
    }
  });
});

describe("the threshold explorer", () => {
  it("takes the highest threshold that catches enough as the right prediction", () => {
    expect(expected(scenario)).toBe(Math.round((100 * 0.02 * 0.9) / (0.02 * 0.9 + 0.98 * 0.8)));
    expect(outcome(played())).toMatchObject({ true_in_hundred: 2, correct: true });
  });

  it("keeps the debrief until enough were caught and another guard was looked at", () => {
    const other = { type: /** @type {const} */ ("choose_guard"), value: "two" };
    const low = { type: /** @type {const} */ ("set_threshold"), value: 1 };
    expect(() => played(other, { type: "debrief" })).toThrow("after the reveal");
    expect(() => played(low, { type: "debrief" })).toThrow("after the reveal");
    expect(played(low, other, { type: "debrief" }).stage).toBe("debrief");
  });

  it("keeps a threshold for each guard, in the guard's own words", () => {
    const state = played(
      { type: "set_threshold", value: 0 },
      { type: "choose_guard", value: "two" },
      { type: "set_threshold", value: 2 },
      { type: "choose_guard", value: "one" },
    );
    expect(counted(state.play, scenario).missed).toBe(0);
    expect(scenario.guards.map((guard) => thresholdWords(guard, 2))).toEqual([
      "a score of 50 or more",
      "high or above",
    ]);
    expect(thresholdWords(/** @type {never} */ (scenario.guards[0]), 4)).toBe("never an alarm");
  });

  it("never calls fewer people missed because fewer people are on duty", () => {
    const few = outcome(played({ type: "set_staff", value: 0 }));
    const many = outcome(played({ type: "set_staff", value: 300 }));
    expect(few.day).toMatchObject({
      missed: /** @type {{ missed: number }} */ (many.day).missed,
    });
  });

  it.each([
    [{ type: /** @type {const} */ ("set_threshold"), value: 5 }, "between 0 and 4"],
    [{ type: /** @type {const} */ ("set_prevalence"), value: 0 }, "between 0.1 and 50"],
    [{ type: /** @type {const} */ ("choose_guard"), value: "three" }, "no guard three"],
    [{ type: /** @type {const} */ ("set_grouping"), value: "age" }, "no grouping age"],
  ])("refuses %o", (action, said) => {
    expect(() => played(action)).toThrow(said);
  });

  it("gives the same bytes for the same actions, and says them in its transcript", () => {
    const runs = [1, 2].map(() =>
      played({ type: "set_threshold", value: 1 }, { type: "set_prevalence", value: 30 }),
    );
    const [one, two] = runs.map((state) => JSON.stringify(outcome(state)) + transcript(state));
    expect(one).toBe(two);
    expect(one).toContain("Alarm from a score of 20 or more: 9 of 10 risky conversations caught.");
    expect(one).toContain("Risky: 30% of a day's conversations.");
  });
});
