import { describe, expect, it } from "vitest";
import { staged, within } from "../../../widgets/src/common/stages.js";
import { alarmScenario } from "../scenarios.js";

const model = staged({
  settings: [],
  initial: () => 0,
  step: (count, /** @type {{ type: "add" }} */ action) =>
    action.type === "add" ? count + 1 : count,
  done: (count) => count > 0,
  describe: (count) => `Now ${count}.`,
  outcome: (count) => ({ count }),
});
const start = model.initial(alarmScenario);
const predicted = model.step(start, { type: "predict", guess: 40, confidence: 80 });

describe("the stages", () => {
  it("lead from the prediction over the play to the debrief and back", () => {
    expect(start.stage).toBe("predict");
    expect(predicted.stage).toBe("play");
    const debrief = model.step(model.step(predicted, { type: "add" }), { type: "debrief" });
    expect(model.outcome(debrief)).toMatchObject({ finished: true, count: 1 });
    expect(model.step(debrief, { type: "back" }).stage).toBe("play");
  });

  it("take one prediction, within its range, before anything is shown", () => {
    expect(() => model.step(start, { type: "predict", guess: 101, confidence: 50 })).toThrow(
      "between 0 and 100",
    );
    expect(() => model.step(start, { type: "predict", guess: 50, confidence: -1 })).toThrow();
    expect(() => model.step(predicted, { type: "predict", guess: 1, confidence: 1 })).toThrow(
      "once",
    );
  });

  it("keep the debrief until the reveal", () => {
    expect(() => model.step(predicted, { type: "debrief" })).toThrow("after the reveal");
    expect(() => model.step(start, { type: "debrief" })).toThrow();
    expect(() => model.step(predicted, { type: "back" })).toThrow();
  });

  it.each(["predict", "play", "debrief"])("let one stop at %s and lose nothing", (stage) => {
    const played = model.step(predicted, { type: "add" });
    const at = {
      predict: start,
      play: predicted,
      debrief: model.step(played, { type: "debrief" }),
    }[stage];
    const stopped = model.step(/** @type {typeof start} */ (at), { type: "stop" });
    expect(model.outcome(stopped)).toMatchObject({ stopped: true });
    expect(() => model.step(stopped, { type: "add" })).toThrow("stopped");
    const resumed = model.step(stopped, { type: "resume" });
    expect({ ...resumed, log: [] }).toEqual({ ...at, log: [] });
  });

  it.each(["toString", "constructor", "__proto__"])("know no action called %s", (type) => {
    const action = /** @type {{ type: "add" }} */ ({ type });
    expect(model.step(predicted, action).play).toBe(predicted.play);
  });

  it("write a transcript, with the notices", () => {
    const text = model.transcript(model.step(predicted, { type: "add" }));
    expect(text).toContain("Not clinically reviewed");
    expect(text).toContain("Prediction: 40%. Confidence: 80%.\nNow 1.\n");
  });

  it("do not change the state they are given", () => {
    const before = JSON.stringify(predicted);
    model.step(predicted, { type: "add" });
    expect(JSON.stringify(predicted)).toBe(before);
  });
});

describe("within", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0, 6])("refuses %s", (value) => {
    expect(() => within(value, 1, 5, "The threshold")).toThrow("The threshold");
  });
});
