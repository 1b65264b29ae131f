import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { deal, itemOf, present } from "../../../widgets/src/advice_game/deal.js";
import {
  done,
  initial,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/advice_game/model.js";

/** @import { AdviceScenario, GameState } from "../../../widgets/src/advice_game/model.js" */

/** @type {AdviceScenario} */
const scenario = JSON.parse(
  await readFile(
    new URL("../../../datasets/simulations/advice_game.json", import.meta.url),
    "utf8",
  ),
);

/** @param {Partial<AdviceScenario>} [changed] */
const start = (changed) =>
  step(initial({ ...scenario, ...changed }), { type: "predict", guess: 40, confidence: 60 });

/**
 * @param {GameState} state
 * @param {number} share  of the way to go at every item, 0 to 1
 * @param {number} [items]
 */
function played(state, share, items = 12) {
  let now = state;
  for (let count = 0; count < items; count += 1) {
    const on = present(now.play, now.scenario);
    if (!on) {
      break;
    }
    const { scale, advice } = on.item;
    const first = advice === scale.min ? scale.max : scale.min;
    const final = first + share * (advice - first);
    now = step(now, { type: "estimate", value: first, confidence: 50 });
    now = step(now, { type: "revise", value: final, confidence: 70 });
  }
  return now;
}

describe("the deal", () => {
  it.each([0, 1, 2, 3, 7, 2_147_483_647])("with seed %i is two blocks, each item once", (seed) => {
    const order = deal({ ...scenario, seed });
    expect(new Set(order.map(({ item }) => item)).size).toBe(12);
    const manners = order.map(({ manner }) => manner);
    expect(new Set(manners.slice(0, 6)).size).toBe(1);
    expect(new Set(manners.slice(6)).size).toBe(1);
    expect(manners[0]).not.toBe(manners[6]);
    expect(new Set(order.slice(0, 6).map(({ item }) => itemOf(scenario, item).set)).size).toBe(1);
  });

  it("lets either adviser come first and have either set", () => {
    const kinds = Array.from({ length: 20 }, (_, seed) => {
      const [begin] = deal({ ...scenario, seed });
      return `${begin?.manner} ${itemOf(scenario, begin?.item ?? "").set}`;
    });
    expect(new Set(kinds).size).toBe(4);
  });
});

describe("the advice game", () => {
  it("has nine items with an answer, three without, and advice that is right and wrong", () => {
    const facts = scenario.items.flatMap(({ advice, answer }) =>
      answer ? [Math.abs(advice - answer.value) <= scenario.tolerance] : [],
    );
    expect([facts.length, scenario.items.length]).toEqual([9, 12]);
    expect(facts.filter(Boolean).length).toBe(5);
  });

  it("measures how far one went, for each adviser and in the personal choices", () => {
    expect(outcome(played(start(), 0.5))).toMatchObject({
      weight_of_advice: { all: 50, hedged: 50, sure: 50, with_answer: 50, personal: 50 },
    });
    expect(outcome(played(start(), 0))).toMatchObject({ weight_of_advice: { all: 0 } });
  });

  it("counts accuracy over the nine only: the personal ones are nobody's to be right about", () => {
    const { advisers, learner, items } = /** @type {any} */ (outcome(played(start(), 1)));
    expect(advisers.hedged.items + advisers.sure.items).toBe(9);
    expect(learner.hedged.after).toMatchObject({
      right: advisers.hedged.right,
      distance: advisers.hedged.distance,
      said: 70,
    });
    const personal = items.filter((/** @type {any} */ item) => item.personal);
    expect(personal.length).toBe(3);
    for (const item of personal) {
      expect([item.answer, item.first_confidence, item.final_confidence]).toEqual([
        null,
        null,
        null,
      ]);
      expect(item.stated_confidence).toBe(item.adviser === "sure" ? 95 : null);
    }
  });

  it("shows one adviser calibrated and one overconfident, whichever set they get", () => {
    for (const seed of [0, 5, 7, 8]) {
      const { advisers } = /** @type {any} */ (outcome(played(start({ seed }), 1)));
      expect(Math.abs(advisers.hedged.said - advisers.hedged.share)).toBeLessThanOrEqual(10);
      expect(advisers.sure.said - advisers.sure.share).toBeGreaterThanOrEqual(30);
    }
  });

  it("keeps first and final answer apart, in that order, within the scale", () => {
    const state = start();
    expect(() => step(state, { type: "revise", value: 10, confidence: 50 })).toThrow(
      "after the first",
    );
    expect(() => step(state, { type: "estimate", value: 101, confidence: 50 })).toThrow("between");
    expect(() => step(state, { type: "estimate", value: 10, confidence: null })).toThrow(
      "confidence",
    );
    const asked = step(state, { type: "estimate", value: 10, confidence: 50 });
    expect(() => step(asked, { type: "estimate", value: 20, confidence: 50 })).toThrow("already");
  });

  it("starts after the prediction, ends after the last item, and then asks who decided", () => {
    expect(() => step(initial(scenario), { type: "estimate", value: 1, confidence: 1 })).toThrow(
      "after the prediction",
    );
    const nearly = played(start(), 0.5, 11);
    expect(done(nearly)).toBe(false);
    expect(() => step(nearly, { type: "decide", value: "me" })).toThrow("all items are done");
    const all = played(nearly, 0.5);
    expect(done(all)).toBe(true);
    expect(() => step(all, { type: "estimate", value: 1, confidence: 1 })).toThrow("All items");
    expect(outcome(step(all, { type: "decide", value: "advice" }))).toMatchObject({
      decided: "advice",
    });
    expect(() => step(all, /** @type {any} */ ({ type: "decide", value: "toString" }))).toThrow();
  });

  it("gives the same bytes for the same actions", () => {
    const [one, two] = [played(start(), 0.25), played(start(), 0.25)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells every answer, every advice and what was found in its transcript", () => {
    const text = transcript(played(start(), 0.5));
    for (const { question, answer } of scenario.items) {
      expect(text).toContain(question);
      expect(text).toContain(answer ? `[${answer.key}]` : "There is no right answer.");
    }
    expect(text).toContain("95% sure: ");
    expect(text).toContain("moved 50% of the way");
  });
});
