import { describe, expect, it } from "vitest";
import {
  byAdviser,
  calibration,
  lessWasBetter,
  mean,
  moreWasBetter,
  movedPercent,
  saidWhen,
  weightOfAdvice,
} from "../../../widgets/src/advice_game/measures.js";

/** @import { Row } from "../../../widgets/src/advice_game/measures.js" */

/**
 * @param {Partial<Row>} some
 * @returns {Row}
 */
const row = (some) => {
  const whole = {
    item: "an_item",
    label: "An item",
    unit: "%",
    manner: /** @type {const} */ ("sure"),
    first: 50,
    firstConfidence: 50,
    advice: 70,
    stated: 95,
    final: 60,
    finalConfidence: 50,
    answer: 70,
    ...some,
  };
  return { ...whole, weight: weightOfAdvice(whole.first, whole.advice, whole.final) };
};

describe("the weight of advice", () => {
  it.each([
    [40, 60, 40, 0],
    [40, 60, 50, 0.5],
    [40, 60, 60, 1],
    [60, 40, 45, 0.75],
    [0, 100, 30, 0.3],
  ])("first %i, advice %i, final %i: %d of the way", (first, advice, final, weight) => {
    expect(weightOfAdvice(first, advice, final)).toBeCloseTo(weight);
  });

  it("is clipped where one overshoots or moves away", () => {
    expect(weightOfAdvice(40, 60, 80)).toBe(1);
    expect(weightOfAdvice(40, 60, 20)).toBe(0);
    expect(weightOfAdvice(60, 40, 0)).toBe(1);
  });

  it("is undefined when the advice was one's own answer, wherever one went then", () => {
    expect(weightOfAdvice(40, 40, 40)).toBeNull();
    expect(weightOfAdvice(40, 40, 70)).toBeNull();
  });

  it("leaves what is undefined out of the mean, and has no mean of nothing", () => {
    const rows = [row({ final: 70 }), row({ final: 50 }), row({ first: 70, final: 10 })];
    expect(movedPercent(rows)).toBe(50);
    expect(movedPercent([row({ first: 70 })])).toBeNull();
    expect(mean([])).toBeNull();
  });
});

describe("calibration", () => {
  it("counts what lies at the tolerance as right, and personal choices never", () => {
    const rows = [
      row({ advice: 60, answer: 70 }),
      row({ advice: 59, answer: 70 }),
      row({ advice: 3, answer: null, stated: 95, finalConfidence: null }),
    ];
    expect(calibration(rows, 10, byAdviser)).toEqual({
      items: 2,
      said: 95,
      right: 1,
      share: 50,
      distance: 11,
    });
  });

  it("has no share where no item has an answer", () => {
    expect(calibration([row({ answer: null })], 10, byAdviser)).toMatchObject({
      items: 0,
      said: null,
      share: null,
      distance: null,
    });
  });

  it("tells how sure an adviser was when right and when wrong", () => {
    const rows = [
      row({ stated: 80, advice: 70 }),
      row({ stated: 70, advice: 65 }),
      row({ stated: 30, advice: 20 }),
      row({ stated: null, answer: null }),
    ];
    expect(saidWhen(rows, 10)).toEqual({ right: 75, wrong: 30 });
    expect(saidWhen(rows.slice(0, 2), 10).wrong).toBeNull();
  });
});

describe("where moving cost something", () => {
  it("finds the good advice that was left lying, and not the bad one", () => {
    const rows = [
      row({ item: "small", advice: 70, final: 60 }),
      row({ item: "large", advice: 70, final: 50 }),
      row({ item: "bad", advice: 10, final: 50 }),
    ];
    expect(moreWasBetter(rows)?.item).toBe("large");
    expect(moreWasBetter(rows.slice(2))).toBeNull();
  });

  it("finds the bad advice that was followed, and blames no advice for a move away from it", () => {
    const followed = row({ item: "followed", first: 60, advice: 20, final: 30 });
    const away = row({ item: "away", first: 50, advice: 70, final: 0 });
    expect(lessWasBetter([followed, away])?.item).toBe("followed");
    expect(lessWasBetter([away])).toBeNull();
  });

  it("never looks at a personal choice", () => {
    const rows = [row({ answer: null, final: 0 })];
    expect([moreWasBetter(rows), lessWasBetter(rows)]).toEqual([null, null]);
  });
});
