import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { done, initial, outcome, step, transcript } from "../../../widgets/src/in_step/model.js";
import {
  firstInterval,
  kindsInOrder,
  moved,
  partnerIntervals,
} from "../../../widgets/src/in_step/partner.js";
import { current, rightCount } from "../../../widgets/src/in_step/steps.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { StepAction, StepState } from "../../../widgets/src/in_step/model.js" */
/** @import { Kind, StepScenario } from "../../../widgets/src/in_step/partner.js" */

const FILE = join(import.meta.dirname, "..", "..", "..", "datasets", "simulations", "in_step.json");
/** @type {StepScenario} */
const scenario = JSON.parse(await readFile(FILE, "utf8"));
const OWN = 700;
const FIRST = firstInterval(OWN, scenario);

/** @param {...(StepAction | StageAction)} actions */
function played(...actions) {
  /** @type {StepState} */
  const start = initial(scenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 1, confidence: 60 }));
}

/**
 * @template T
 * @param {number} length
 * @param {T} value
 */
const even = (length, value) => Array.from({ length }, () => value);

/** @param {Kind} kind  its place, 0 for A */
const placeOf = (kind) => kindsInOrder(scenario, OWN).indexOf(kind);

/**
 * What a partner plays to somebody who keeps an even pace, without the wavering.
 *
 * @param {Kind} kind
 * @param {number} pace
 */
const answers = (kind, pace) =>
  partnerIntervals(
    placeOf(kind),
    OWN,
    [...even(scenario.together, pace), ...even(scenario.alone, null)],
    { ...scenario, wobble: 0 },
  );

const own = /** @type {const} */ ({ type: "own", intervals: [OWN] });
/** @param {number | null} learner */
const beat = (learner) => /** @type {const} */ ({ type: "beat", learner });
const round = [
  ...Array.from({ length: scenario.together }, () => beat(OWN)),
  ...Array.from({ length: scenario.alone }, () => beat(null)),
];
const three = [own, ...round, ...round, ...round];
/** @param {readonly Kind[]} kinds */
const guess = (kinds) => /** @type {const} */ ({ type: "guess", kinds, felt: "B", confidence: 80 });

describe("the partners", () => {
  it("are each of the three kinds once, in an order that the seed decides", () => {
    const orders = [1, 2, 3, 4, 5, 6].map((seed) => kindsInOrder({ ...scenario, seed }, OWN));
    for (const order of orders) {
      expect([...order].sort()).toEqual(["recording", "resets", "stays"]);
    }
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });

  it("are in another order for many another pace, so that a second run is a riddle again", () => {
    const paces = Array.from({ length: 55 }, (_, tick) => 450 + 10 * tick);
    const orders = new Set(paces.map((pace) => kindsInOrder(scenario, pace).join()));
    expect(orders.size).toBe(6);
  });

  it("adapt alike while there is a beat to adapt to, and differ when there is none", () => {
    const [stays, resets] = [answers("stays", OWN), answers("resets", OWN)];
    expect(stays.slice(0, scenario.together)).toEqual(resets.slice(0, scenario.together));
    expect(Math.abs((stays.at(-1) ?? 0) - OWN)).toBeLessThan(10);
    expect(Math.abs((resets.at(-1) ?? 0) - FIRST)).toBeLessThan(5);
  });

  it("keep the last number, whatever it is", () => {
    const alone = answers("stays", 900).slice(scenario.together);
    expect(new Set(alone).size).toBe(1);
  });

  it("move by the share that the scenario names", () => {
    expect(answers("stays", OWN)[1]).toBe(Math.round(FIRST + scenario.alpha * (OWN - FIRST)));
  });

  it("play the recording to anybody in the same way", () => {
    const to = (/** @type {number} */ pace) =>
      partnerIntervals(placeOf("recording"), OWN, even(5, pace), scenario);
    expect(to(500)).toEqual(to(1100));
    expect(new Set(to(500)).size).toBeGreaterThan(3);
  });

  it("waver by no more than the scenario allows, and never three times a second", () => {
    for (const kind of /** @type {const} */ (["stays", "resets", "recording"])) {
      const fastest = partnerIntervals(
        kindsInOrder(scenario, 450).indexOf(kind),
        450,
        even(11, 350),
        scenario,
      );
      expect(Math.min(...fastest)).toBeGreaterThan(1000 / 3);
    }
    for (const interval of partnerIntervals(
      placeOf("recording"),
      OWN,
      round.map(() => null),
      scenario,
    )) {
      expect(Math.abs(interval / FIRST - 1)).toBeLessThanOrEqual(scenario.wobble + 0.001);
    }
  });

  it("cannot be told apart by somebody who does all the moving", () => {
    const ends = (/** @type {Kind} */ kind) =>
      moved(placeOf(kind), OWN, even(scenario.together, FIRST), { ...scenario, wobble: 0 });
    for (const kind of /** @type {const} */ (["stays", "resets", "recording"])) {
      expect(ends(kind)).toEqual({
        partnerFirst: FIRST,
        partnerLast: FIRST,
        ownLast: FIRST,
      });
    }
  });
});

describe("in step", () => {
  it("takes the middle of the learner's taps as their pace, within bounds", () => {
    const paceOf = (/** @type {number[]} */ ...intervals) =>
      played({ type: "own", intervals }).play.own;
    expect(paceOf(600, 2000, 640)).toBe(640);
    expect(paceOf(600, 700)).toBe(650);
    expect(paceOf(210, 220, 230)).toBe(450);
    expect(paceOf(2400)).toBe(1000);
  });

  it("goes from partner to partner, and back to one that is played again", () => {
    const state = played(own, ...round, ...round, { type: "again", partner: 0 });
    expect(current(state.play, scenario)).toBe(0);
    const after = round.reduce(step, state);
    expect(current(after.play, scenario)).toBe(2);
    expect(transcript(after).match(/Partner A, in milliseconds/gu)).toHaveLength(2);
    expect(outcome(after)).toMatchObject({ repeated: 1 });
  });

  it("counts three, one or none as right, never two", () => {
    const kinds = kindsInOrder(scenario, OWN);
    const [a, b, c] = /** @type {[Kind, Kind, Kind]} */ (kinds);
    const rights = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ].map((order) => rightCount(played(...three, guess(order)).play, scenario));
    expect(rights).toEqual([3, 1, 1, 0, 0, 1]);
  });

  it("keeps what the partners are to itself until the guess", () => {
    const before = outcome(played(...three));
    expect(before).toMatchObject({ right: null, felt_met_kind: null });
    expect(JSON.stringify(before)).not.toContain('"recording"');
    expect(done(played(...three))).toBe(false);
    const after = played(...three, guess(kindsInOrder(scenario, OWN)));
    expect(done(after)).toBe(true);
    expect(outcome(after)).toMatchObject({
      own_ms: OWN,
      right: 3,
      confidence: 80,
      felt_met: "B",
      felt_met_kind: kindsInOrder(scenario, OWN)[1],
    });
  });

  it("refuses what cannot be", () => {
    expect(() => step(initial(scenario), own)).toThrow("after the prediction");
    expect(() => played(beat(OWN))).toThrow("own pace");
    expect(() => played(own, own)).toThrow("set already");
    expect(() => played({ type: "own", intervals: [] })).toThrow("at least one");
    expect(() => played(own, beat(100))).toThrow("between 350 and 2000");
    expect(() => played(own, ...round.slice(0, 8), beat(OWN))).toThrow("rest now");
    expect(() => played(...three, beat(OWN))).toThrow("before the guess");
    expect(() => played(own, { type: "again", partner: 0 })).toThrow("nothing to play again");
    expect(() => played(own, guess(kindsInOrder(scenario, OWN)))).toThrow("after all three");
    expect(() => played(...three, guess(["stays", "stays", "recording"]))).toThrow("one partner");
    expect(() =>
      played(...three, guess(kindsInOrder(scenario, OWN)), { type: "set_mode", value: "step" }),
    ).toThrow("The guess is made");
  });

  it("gives the same bytes for the same actions", () => {
    const actions = [...three, guess(["stays", "resets", "recording"])];
    const [one, two] = [played(...actions), played(...actions)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells every beat in its transcript, and who moved", () => {
    const text = transcript(played(...three, guess(kindsInOrder(scenario, OWN))));
    expect(text).toContain("together, you: 700, 700, 700, 700, 700, 700, 700, 700");
    expect(text).toContain("3 of 3 right. Felt most with you: B.");
    expect(text).toContain("went from 840 to about ");
    expect(text).toContain("you stayed at 700 ms.");
    const silent = [own, ...[...round, ...round, ...round].map(() => beat(null))];
    expect(transcript(played(...silent, guess(kindsInOrder(scenario, OWN))))).toContain(
      "you did not play along",
    );
  });
});
