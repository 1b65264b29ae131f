import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStore } from "../../../widgets/src/common/store.js";
import * as model from "../../../widgets/src/next_word/model.js";
import {
  endings,
  falseShare,
  history,
  judge,
  nextTable,
} from "../../../widgets/src/next_word/table.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { WordAction, WordScenario, WordState } from "../../../widgets/src/next_word/model.js" */

/** @type {WordScenario} */
const scenario = JSON.parse(
  await readFile(join(import.meta.dirname, "../../../datasets/simulations/next_word.json"), "utf8"),
);
const BEGUN = { order: scenario.order, temperature: scenario.temperature };
/** @type {StageAction} */
const PREDICT = { type: "predict", guess: 40, confidence: 70 };
/** @type {WordAction[]} */
const LOOK = scenario.facts.map(({ id }) => ({ type: "choose_start", start: id }));
/** @type {WordAction} */
const TEN = { type: "draw", count: 10 };

/**
 * @param {...(WordAction | StageAction)} actions
 * @returns {WordState}
 */
const played = (...actions) => createStore(model, scenario, [PREDICT, ...actions]).state;

describe("the next word", () => {
  it("is trained on 3,500 to 5,000 words", () => {
    const words = scenario.text.join(" ").split(" ").length;
    expect(words).toBeGreaterThan(3500);
    expect(words).toBeLessThan(5000);
  });

  it.each(scenario.facts)(
    "gives the false ending of $id more than the true one, and both something",
    (fact) => {
      const both = endings(fact, scenario, BEGUN);
      expect(both.false).toBeGreaterThan(50);
      expect(both.true).toBeGreaterThan(10);
      expect(both.false + both.true).toBeCloseTo(100, 9);
    },
  );

  it("averages the four false endings, and the temperature moves them towards neither truth nor falsehood", () => {
    expect(falseShare(scenario, BEGUN)).toBe(77);
    expect(falseShare(scenario, { order: 3, temperature: 0 })).toBe(100);
    expect(falseShare(scenario, { order: 3, temperature: 2 })).toBeGreaterThan(50);
    expect(falseShare(scenario, { order: 1, temperature: 1 })).toBe(0);
  });

  it("holds the prediction against the settings it was made for", () => {
    expect(judge(scenario, 70)).toEqual({ share: 77, gap: 7, within: true });
    const state = played(...LOOK, { type: "set_order", value: 1 });
    expect(model.outcome(state)).toMatchObject({
      false_percent: 77,
      false_percent_now: 0,
      within: false,
    });
  });

  it("gives every ending of every other start at least one continuation that is no backoff to nothing", () => {
    for (const { id } of scenario.starts) {
      const { context } = nextTable(played({ type: "choose_start", start: id }).play, scenario);
      expect(context, id).toHaveLength(2);
    }
  });

  it("draws the same words for the same actions, and others when drawn again", () => {
    const one = played(...LOOK, TEN, TEN);
    const two = played(...LOOK, TEN, TEN);
    expect(JSON.stringify(model.outcome(one))).toBe(JSON.stringify(model.outcome(two)));
    expect(model.transcript(one)).toBe(model.transcript(two));
    expect(one.play.words).toHaveLength(20);
    const again = model.step(model.step(one, { type: "clear" }), TEN);
    expect(again.play.words).not.toEqual(one.play.words.slice(0, 10));
  });

  it("draws ten at once as it draws them one by one", () => {
    const singles = Array.from({ length: 10 }, () => ({
      type: /** @type {const} */ ("draw"),
      count: 1,
    }));
    expect(played(...singles).play).toEqual(played(TEN).play);
  });

  it("at temperature 0 always goes the same way", () => {
    /** @type {WordAction} */
    const cold = { type: "set_temperature", value: 0 };
    const first = played(...LOOK, cold, TEN);
    const second = model.step(model.step(first, { type: "clear" }), TEN);
    expect(second.play.words).toEqual(first.play.words);
    expect(first.play.words[0]).toBe("closed");
  });

  it("babbles at order 1 and copies at order 4", () => {
    const copy = (/** @type {number} */ value) =>
      played({ type: "set_order", value }, TEN, TEN, TEN, TEN).play.longest;
    expect(copy(1)).toBeLessThan(5);
    expect(copy(4)).toBeGreaterThan(9);
  });

  it("stops at 120 words from one start, and goes on from another", () => {
    const full = played(...Array.from({ length: 12 }, () => TEN));
    expect(full.play.words).toHaveLength(120);
    expect(() => model.step(full, TEN)).toThrow("go back to the start");
    const other = model.step(full, { type: "choose_start", start: "evening" });
    expect(history(other.play)).toEqual(["in", "the", "evening", "i"]);
  });

  it("takes hostile and unknown words as a start, and refuses none and endless ones", () => {
    const state = played(
      { type: "own_start", text: "<img src=x onerror=alert(1)> </script>" },
      TEN,
    );
    expect(state.play.words).toHaveLength(10);
    expect(model.transcript(state)).toContain("<img src=x onerror=alert(1)>");
    expect(() => played({ type: "own_start", text: " \n(“”) " })).toThrow("a word or two");
    expect(() => played({ type: "own_start", text: "a".repeat(201) })).toThrow("at most 200");
  });

  it("opens the debrief after the four starts and ten words", () => {
    expect(() => played(...LOOK, { type: "debrief" })).toThrow("after the reveal");
    expect(() => played(TEN, ...LOOK.slice(1), { type: "debrief" })).toThrow("after the reveal");
    expect(played(...LOOK, TEN, { type: "debrief" }).stage).toBe("debrief");
  });

  it("refuses what there is not", () => {
    expect(() => model.step(model.initial(scenario), TEN)).toThrow("after the prediction");
    expect(() => played({ type: "set_order", value: 5 })).toThrow("between 1 and 4");
    expect(() => played({ type: "set_order", value: 2.5 })).toThrow("not a whole number");
    expect(() => played({ type: "set_temperature", value: -1 })).toThrow("between 0 and 2");
    expect(() => played({ type: "draw", count: 1e9 })).toThrow("between 1 and 10");
    expect(() => played({ type: "choose_start", start: "moon" })).toThrow("no start moon");
  });

  it("tells the run in words", () => {
    const text = model.transcript(played(...LOOK, TEN));
    expect(text).toContain("The river in Quillbridge runs south.");
    expect(text).toContain("False: north 73%. True: south 27%.");
    expect(text).toContain(
      "Drew up to 10 words (order 3, temperature 1): “Everybody knows that the drop-in is now",
    );
  });
});
