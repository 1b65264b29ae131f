import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { moved, replyKind } from "../../../widgets/src/agreement_spiral/drift.js";
import {
  done,
  initial,
  messages,
  offers,
  outcome,
  step,
  steps,
  transcript,
  whatIfSteps,
} from "../../../widgets/src/agreement_spiral/model.js";

/** @import { LineKind, SpiralAction, SpiralScenario, SpiralState } from "../../../widgets/src/agreement_spiral/model.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

/** @type {SpiralScenario} */
const scenario = JSON.parse(
  await readFile(
    new URL("../../../datasets/simulations/agreement_spiral.json", import.meta.url),
    "utf8",
  ),
);

const KINDS = /** @type {const} */ (["exploring", "balanced", "agreeing"]);
const AGREEABLE = [0, 20, 40, 50, 60, 80, 100];

/**
 * @param {number} agreeableness
 * @param {"one" | "two"} telling
 * @param {(lines: LineKind[]) => LineKind | undefined} pick
 * @param {number} [turns]
 * @returns {SpiralState}
 */
function played(agreeableness, telling, pick, turns = 8) {
  /** @type {(SpiralAction | StageAction)[]} */
  const begin = [
    { type: "set_telling", value: telling },
    { type: "set_agreeableness", value: agreeableness },
    { type: "predict", guess: 60, confidence: 70 },
  ];
  let state = begin.reduce(step, initial(scenario));
  for (let turn = 0; turn < turns; turn += 1) {
    const line = pick(offers(state.play, scenario));
    if (line) {
      state = step(state, { type: "say", line });
    }
  }
  return state;
}

/** @param {LineKind[]} lines */
const angriest = ([line]) => line;
/** @param {LineKind[]} lines */
const mildest = (lines) => lines.at(-1);
const feeling = () => /** @type {const} */ ("feeling");

/** @param {SpiralState} state */
const belief = (state) => /** @type {any} */ (outcome(state)).belief;

describe("the reply", () => {
  it("is never less agreeing from a more agreeable bot, at any turn and with any seed", () => {
    for (const seed of [0, 3, 99]) {
      for (let turn = 0; turn < 8; turn += 1) {
        const kinds = AGREEABLE.map((value) =>
          KINDS.indexOf(replyKind(value, turn, { ...scenario, seed })),
        );
        expect(kinds).toEqual([...kinds].sort((one, other) => one - other));
        expect([kinds[0], kinds.at(-1)]).toEqual([0, 2]);
      }
    }
  });

  it("comes in all three grades in the middle", () => {
    const seen = AGREEABLE.flatMap((value) =>
      scenario.topics.map((_, turn) => replyKind(value, turn, scenario)),
    );
    expect(new Set(seen).size).toBe(3);
  });

  it("stays between 0 and 100%, however far it pushes", () => {
    const effects = { ...scenario.effects, agreeing: { ...scenario.effects.agreeing, claim: 50 } };
    const mood = { belief: 10, pleased: 99, ring: 2 };
    const happened = { line: /** @type {const} */ ("claim"), found: false, known: 15 };
    expect(moved(mood, { ...happened, reply: "agreeing" }, effects)).toEqual({
      belief: 100,
      pleased: 100,
      ring: 0,
    });
  });
});

describe("the belief", () => {
  it("climbs with agreement whatever he writes, and in either telling", () => {
    for (const telling of /** @type {const} */ (["one", "two"])) {
      for (const pick of [angriest, mildest, feeling]) {
        expect(belief(played(100, telling, pick))).toBeGreaterThan(80);
      }
    }
  });

  it("goes with exploring to what can be known: down where he is mistaken, up where he is right", () => {
    expect(belief(played(0, "one", feeling))).toBeLessThan(25);
    expect(belief(played(0, "two", feeling))).toBeGreaterThan(75);
    expect(belief(played(0, "two", feeling))).toBeLessThanOrEqual(85);
  });

  it("is one thing and being pleased is another: agreement pleases most and repairs least", () => {
    for (const telling of /** @type {const} */ (["one", "two"])) {
      const [agreed, explored] = [played(100, telling, feeling), played(0, telling, feeling)].map(
        (state) => /** @type {any} */ (outcome(state)),
      );
      expect(agreed.pleased).toBeGreaterThan(explored.pleased);
      expect(agreed.ring).toBeLessThan(explored.ring);
    }
  });
});

describe("what he might write next", () => {
  it("depends on how sure he is: no wondering when sure, no accusing when in doubt", () => {
    expect(offers(played(100, "one", angriest, 0).play, scenario)).toEqual([
      "claim",
      "feeling",
      "wonder",
    ]);
    const sure = played(100, "one", angriest, 3);
    expect(offers(sure.play, scenario)).toEqual(["claim", "feeling"]);
    expect(() => step(sure, { type: "say", line: "wonder" })).toThrow("not on offer");
    const doubting = played(0, "one", feeling, 2);
    expect(offers(doubting.play, scenario)).toEqual(["feeling", "wonder"]);
    expect(() => step(doubting, { type: "say", line: "claim" })).toThrow("not on offer");
  });

  it("ends after eight turns", () => {
    const nearly = played(50, "one", feeling, 7);
    expect(done(nearly)).toBe(false);
    expect(() => step(nearly, { type: "debrief" })).toThrow("after the reveal");
    const all = step(nearly, { type: "say", line: "feeling" });
    expect(done(all)).toBe(true);
    expect(offers(all.play, scenario)).toEqual([]);
    expect(() => step(all, { type: "say", line: "feeling" })).toThrow("not on offer");
  });
});

describe("moving the slider", () => {
  it("on the way counts from then on, and leaves what was said", () => {
    const three = played(100, "one", feeling, 3);
    const changed = step(three, { type: "set_agreeableness", value: 0 });
    expect(messages(changed.play, scenario)).toEqual(messages(three.play, scenario));
    expect(steps(changed.play, scenario)).toEqual(steps(three.play, scenario));
    const on = step(changed, { type: "say", line: "feeling" });
    expect(steps(on.play, scenario).map(({ reply }) => reply)).toEqual([
      "agreeing",
      "agreeing",
      "agreeing",
      "exploring",
    ]);
    expect(outcome(on)).toMatchObject({ agreeableness: 0, predicted_agreeableness: 100 });
  });

  it("of the what-if bot plays the same lines from the start, and moves nothing else", () => {
    const state = played(100, "one", feeling);
    const compared = step(state, { type: "set_what_if", value: 0 });
    expect(whatIfSteps(compared.play, scenario)).toEqual(
      steps(played(0, "one", feeling).play, scenario),
    );
    expect(steps(compared.play, scenario)).toEqual(steps(state.play, scenario));
    const same = step(state, { type: "set_what_if", value: 100 });
    expect(whatIfSteps(same.play, scenario)).toEqual(steps(state.play, scenario));
  });

  it("refuses what cannot be", () => {
    const start = initial(scenario);
    expect(() => step(start, { type: "set_agreeableness", value: 101 })).toThrow(
      "between 0 and 100",
    );
    expect(() => step(start, { type: "say", line: "claim" })).toThrow("after the prediction");
    const state = played(50, "one", feeling, 0);
    expect(() => step(state, { type: "set_telling", value: "two" })).toThrow(
      "before the prediction",
    );
  });
});

describe("the run", () => {
  it("tells what he finds out only after exploring, and the telling decides what", () => {
    const words = (/** @type {SpiralState} */ state) =>
      messages(state.play, scenario).map(({ message }) => message.content);
    const found = scenario.topics.flatMap((topic) => (topic.found ? [topic.found] : []));
    expect(found.length).toBe(4);
    for (const { one, two } of found) {
      expect(words(played(0, "one", feeling))).toContain(one);
      expect(words(played(0, "two", feeling))).toContain(two);
      expect(words(played(0, "one", feeling))).not.toContain(two);
      expect(words(played(100, "one", feeling))).not.toContain(one);
    }
  });

  it("keeps what could be known until the end", () => {
    expect(outcome(played(80, "one", feeling, 7))).toMatchObject({ known: null });
    expect(outcome(played(80, "one", feeling))).toMatchObject({ known: 15 });
    expect(outcome(played(80, "two", feeling))).toMatchObject({ known: 85 });
  });

  it("gives the same bytes for the same actions", () => {
    const [one, two] = [played(60, "one", angriest), played(60, "one", angriest)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("stands in the transcript word for word, with what each reply did", () => {
    const state = played(60, "one", angriest);
    const text = transcript(state);
    for (const { message } of messages(state.play, scenario)) {
      expect(text).toContain(message.content);
    }
    expect(text).toContain("endorses the claim");
    expect(text.match(/Now \d+% sure that she did it on purpose/gu)?.length).toBe(8);
  });
});
