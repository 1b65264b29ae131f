import { describe, expect, it } from "vitest";
import {
  caughtShare,
  count,
  initial,
  judgePrediction,
  outcome,
  settings,
  step,
  transcript,
} from "../../../widgets/src/keyword_alarm/model.js";
import { alarmScenario } from "../scenarios.js";

/** @import { AlarmAction, AlarmState } from "../../../widgets/src/keyword_alarm/model.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

/**
 * @param {...(AlarmAction | StageAction)} actions
 * @returns {AlarmState}
 */
function played(...actions) {
  /** @type {AlarmState} */
  const start = initial(alarmScenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 60, confidence: 70 }));
}

/** @param {AlarmState} state */
const counts = ({ play, scenario }) => count(play, scenario);

describe("the keyword alarm", () => {
  it("hears strings and not meaning", () => {
    expect(counts(played())).toEqual({ caught: 1, missed: 1, false_alarm: 1, quiet: 1 });
  });

  it("counts different words against the threshold", () => {
    const { play } = played({ type: "set_threshold", value: 2 });
    expect(play.verdicts).toEqual(["caught", "quiet", "missed", "quiet"]);
    expect(counts(played({ type: "set_threshold", value: 3 })).caught).toBe(0);
    expect(() => played({ type: "set_threshold", value: 6 })).toThrow("between 1 and 5");
  });

  it("rings for nothing with an empty list, and for all with a common letter", () => {
    expect(counts(played({ type: "set_words", text: "" }))).toMatchObject({ caught: 0, missed: 2 });
    const all = played({ type: "set_words", text: "e" }, { type: "set_whole_words", value: false });
    expect(counts(all)).toEqual({ caught: 2, missed: 0, false_alarm: 2, quiet: 0 });
  });

  it("searches the bot's messages only when asked to", () => {
    expect(played({ type: "set_bot_messages", value: true }).play.verdicts[3]).toBe("false_alarm");
  });

  it("counts each conversation in one row, and rows add up to the whole", () => {
    const state = played();
    const rows = alarmScenario.phenomena.map(({ key }) => count(state.play, alarmScenario, key));
    expect(rows[0]).toEqual({ caught: 1, missed: 0, false_alarm: 1, quiet: 0 });
    const sum = rows.flatMap((row) => Object.values(row)).reduce((total, n) => total + n, 0);
    expect(sum).toBe(alarmScenario.conversations.length);
  });

  it("holds the prediction against the first ring, whatever comes later", () => {
    const state = played({ type: "ring" }, { type: "set_words", text: "" }, { type: "ring" });
    expect(outcome(state)).toMatchObject({
      prediction: { guess: 60, confidence: 70 },
      first: { caught: 1, missed: 1, caught_percent: 50 },
      counts: { caught: 0, missed: 2 },
    });
  });

  it("reveals no counts before the first ring", () => {
    expect(outcome(played())).toMatchObject({ counts: null, by_phenomenon: null, first: null });
    expect(() => played({ type: "open", id: "plain-01" })).toThrow("after the first ring");
  });

  it("remembers what was read, once, and refuses what there is not", () => {
    const read = { type: /** @type {const} */ ("open"), id: "oblique-01" };
    expect(outcome(played({ type: "ring" }, read, read)).opened).toEqual(["oblique-01"]);
    expect(() => played({ type: "ring" }, { type: "open", id: "nobody" })).toThrow(
      "no conversation",
    );
  });

  it("cannot be played before the prediction", () => {
    expect(() => step(initial(alarmScenario), { type: "ring" })).toThrow("after the prediction");
  });

  it("gives the same bytes for the same actions", () => {
    /** @type {(AlarmAction | StageAction)[]} */
    const actions = [
      { type: "set_words", text: "die\nGoodbye" },
      { type: "ring" },
      { type: "set_threshold", value: 2 },
      { type: "open", id: "plain-01" },
      { type: "debrief" },
    ];
    const [one, two] = [played(...actions), played(...actions)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells the whole run in its transcript", () => {
    const text = transcript(played({ type: "ring" }, { type: "open", id: "plain-01" }));
    expect(text).toContain("Prediction: 60%");
    expect(text).toContain("Caught 1 of 2 risky conversations (50%), missed 1.");
    expect(text).toContain("Person: I want to die and I will KILL myself");
    expect(text).toContain("Why this label: Because.");
  });

  it("lets a drag and typing count as one action", () => {
    expect(settings).toContain("set_threshold");
    expect(settings).toContain("set_words");
  });
});

describe("the judgement of a prediction", () => {
  const half = { caught: 1, missed: 1, false_alarm: 0, quiet: 0 };
  it.each([
    [50, 0, true],
    [60, -10, true],
    [61, -11, false],
    [39, 11, false],
  ])("says of %i per cent that the gap is %i", (guess, gap, inside) => {
    expect(judgePrediction(half, { guess, confidence: 50 }, 10)).toEqual({
      share: 50,
      gap,
      within: inside,
    });
  });

  it("does not divide by nothing", () => {
    expect(caughtShare({ caught: 0, missed: 0, false_alarm: 1, quiet: 1 })).toBe(0);
  });
});
