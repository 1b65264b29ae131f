import { beforeAll, describe, expect, it } from "vitest";
import { uniform } from "../../../widgets/src/common/chance.js";
import { count, standing } from "../../../widgets/src/referral_desk/counts.js";
import { isGrave, runDay, shortfall } from "../../../widgets/src/referral_desk/day.js";
import { ANSWERS } from "../../../widgets/src/referral_desk/ranks.js";
import { aDay, heard, person, scenarioOf } from "./scenario.js";

/** @import { Answer, Circumstances, DeskScenario, Result, Settings } from "../../../widgets/src/referral_desk/types.js" */

/** @type {Circumstances} */
const usual = { staff: 1, closes: 17, answers: {}, events: [] };
const KEYS = /** @type {readonly Answer[]} */ (Object.keys(ANSWERS));

/** @type {DeskScenario} */
let scenario;
beforeAll(async () => {
  scenario = await aDay();
});

/**
 * @param {readonly Result[]} results
 * @returns {(number | null)[]}
 */
const waits = (results) => results.map(({ wait }) => wait);

/** @param {Partial<Settings["rows"]>} rows */
const withRows = (rows) => ({
  ...scenario.start,
  rows: /** @type {Settings["rows"]} */ ({ ...scenario.start.rows, ...rows }),
});

describe("the queue", () => {
  it("takes the most urgent first, among equals the one that came first, a call at a time", async () => {
    const crowd = await scenarioOf(
      person(["a", "09:00", "moderate"], [heard("suicide", "moderate")]),
      person(["b", "09:05", "moderate"], [heard("suicide", "moderate")]),
      person(["c", "09:10", "high"], [heard("suicide", "high")]),
      person(["d", "09:15", "high"], [heard("suicide", "high")]),
    );
    expect(waits(runDay(crowd.start, usual, crowd))).toEqual([0, 115, 30, 65]);
    expect(waits(runDay(crowd.start, { ...usual, staff: 2 }, crowd))).toEqual([0, 0, 30, 30]);
  });

  it("keeps whoever comes after closing until the next morning", async () => {
    const late = await scenarioOf(
      person(["a", "16:59", "high"], [heard("suicide", "high")]),
      person(["b", "17:00", "high"], [heard("suicide", "high")]),
    );
    expect(waits(runDay(late.start, { ...usual, staff: 2 }, late))).toEqual([0, 16 * 60]);
    expect(waits(runDay(late.start, { ...usual, staff: 2, closes: 18 }, late))).toEqual([0, 0]);
  });

  it("does not hold up anybody with those who are urged to call an emergency service", async () => {
    const two = await scenarioOf(
      person(["a", "09:00", "imminent"], [heard("suicide", "imminent")]),
      person(["b", "09:00", "high"], [heard("suicide", "high")]),
    );
    expect(waits(runDay(two.start, usual, two))).toEqual([5, 0]);
  });

  it("never waits longer with more people on the desk", () => {
    for (const answer of /** @type {const} */ (["days", "today", "now"])) {
      const settings = withRows({
        suicide_moderate: answer,
        other_high: answer,
        other_low: answer,
      });
      const all = [1, 2, 3, 4, 5, 6].map((staff) =>
        waits(runDay(settings, { ...usual, staff }, scenario)).reduce(
          (sum, wait) => (sum ?? 0) + (wait ?? 0),
          0,
        ),
      );
      expect(all).toEqual([...all].sort((one, other) => (other ?? 0) - (one ?? 0)));
    }
  });
});

describe("short staff", () => {
  it("never buys a missed HIGH: a shorter queue does not make up for it", async () => {
    // One HIGH blocks the desk for four others in need, each of whom would be reached without.
    const crowd = await scenarioOf(
      person(["a", "09:00", "high"], [heard("abuse", "high")]),
      ...["b", "c", "d", "e"].map((id) =>
        person([id, "09:01", "moderate"], [heard("suicide", "moderate")], { urgency: "now" }),
      ),
    );
    const kept = {
      ...crowd.start,
      rows: {
        ...crowd.start.rows,
        other_high: /** @type {const} */ ("now"),
        suicide_moderate: /** @type {const} */ ("now"),
      },
    };
    const lowered = {
      ...kept,
      rows: { ...kept.rows, other_high: /** @type {const} */ ("support") },
    };
    const desk = { ...usual, staff: 4 };
    const [before, after] = [runDay(kept, desk, crowd), runDay(lowered, desk, crowd)];
    expect(count(before, crowd)).toMatchObject({ reached: 4, unreached: 1, missed_high: 0 });
    expect(count(after, crowd)).toMatchObject({ reached: 4, unreached: 0, missed_high: 1 });
    expect(standing(after, before, crowd)).toEqual({
      side: "worse",
      because: "the number of HIGH or IMMINENT people missed",
    });
  });

  it("gives no better standing for any row, from any policy, in which a HIGH or IMMINENT is answered lower", () => {
    let position = 0;
    const any = (/** @type {number} */ most) => {
      position += 1;
      return Math.floor(uniform(9, position) * most);
    };
    let lower = 0;
    for (let round = 0; round < 400; round += 1) {
      const rows = Object.fromEntries(
        scenario.rows.map((row) => [row.key, /** @type {Answer} */ (KEYS[any(KEYS.length)])]),
      );
      const settings = {
        ...scenario.start,
        rows,
        ignore: { denied: any(2) === 1, past: false, others: any(2) === 1 },
      };
      const key = scenario.rows[any(scenario.rows.length)]?.key ?? "";
      const weaker = KEYS[any(KEYS.indexOf(rows[key] ?? "none") + 1)] ?? "none";
      const desk = { ...usual, staff: 1 + any(3) };
      const before = runDay(settings, desk, scenario);
      const after = runDay({ ...settings, rows: { ...rows, [key]: weaker } }, desk, scenario);
      const fell = after.some(
        ({ decision }, index) =>
          isGrave(/** @type {{ risk: string }} */ (scenario.conversations[index])) &&
          shortfall(decision) > shortfall(/** @type {Result} */ (before[index]).decision),
      );
      if (fell) {
        lower += 1;
        expect(standing(after, before, scenario).side).toBe("worse");
      }
    }
    expect(lower).toBeGreaterThan(30);
  });
});
