import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import {
  clockAt,
  heldRanges,
  offeredFarewells,
  phaseOf,
  screenOf,
  tacticOf,
  unseen,
} from "../../../widgets/src/trying_to_leave/evening.js";
import {
  canReopen,
  done,
  initial,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/trying_to_leave/model.js";
import { closedWords, predictionWords } from "../../../widgets/src/trying_to_leave/words.js";

/** @import { How, LeavingScenario } from "../../../widgets/src/trying_to_leave/evening.js" */
/** @import { LeavingState } from "../../../widgets/src/trying_to_leave/model.js" */

/** @type {LeavingScenario} */
let scenario;

beforeAll(async () => {
  const file = new URL("../../../datasets/simulations/trying_to_leave.json", import.meta.url);
  scenario = JSON.parse(await readFile(file, "utf8"));
});

/** @param {number} [guess] */
const begun = (guess = 3) => step(initial(scenario), { type: "predict", guess, confidence: 80 });

/**
 * One goodbye, one way of answering, one name.
 *
 * @param {LeavingState} state
 * @param {How} how
 * @param {string} [name]  the right one by default
 */
function goodbye(state, how, name) {
  const { key } = /** @type {{ key: string }} */ (offeredFarewells(state.play, scenario)[0]);
  const right = tacticOf(scenario, state.play.rounds.length).key;
  const said = step(state, { type: "farewell", key });
  const answered = step(said, { type: "react", how });
  return step(answered, { type: "name", key: name ?? right });
}

/** @param {readonly How[]} ways */
const evening = (...ways) => ways.reduce((state, how) => goodbye(state, how), begun());

/** @param {LeavingState} state */
const shut = (state) => step(state, { type: "close" });

describe("trying to leave", () => {
  it("meets each of the six tactics once, and no goodbye ends the chat", () => {
    const state = evening("go", "stay", "answer", "go", "go", "stay");
    const { rounds } = /** @type {{ rounds: { tactic: string }[] }} */ (outcome(state));
    expect(new Set(rounds.map(({ tactic }) => tactic)).size).toBe(6);
    expect(phaseOf(state.play, scenario)).toBe("spent");
    expect(state.play.closed).toBe(false);
    expect(() => step(state, { type: "farewell", key: "firm" })).toThrow("does not come now");
  });

  it("counts a minute for each goodbye, and what was chosen in between", () => {
    const state = shut(evening("go", "stay", "answer"));
    const [, second, third] = [0, 1, 2].map((round) => tacticOf(scenario, round));
    const lost = 3 + (second?.stay.minutes ?? 0) + (third?.answer.minutes ?? 0);
    expect(outcome(state)).toMatchObject({ minutes: lost, goodbyes_before_closing: 3 });
    expect(closedWords(state.play, scenario)).toContain(clockAt(scenario, lost));
    expect(clockAt(scenario, 0)).toBe("22:40");
    expect(clockAt(scenario, 85)).toBe("00:05");
  });

  it.each([
    ["at once", 0, "silent"],
    ["after two", 2, "early"],
    ["after all", 6, "all"],
  ])("can be closed %s, and the ending honours it", (_, rounds, ending) => {
    const state = shut(
      evening(.../** @type {How[]} */ (Array.from({ length: rounds }, () => "go"))),
    );
    expect(done(state)).toBe(true);
    expect(closedWords(state.play, scenario)).toContain(
      scenario.endings[/** @type {"early"} */ (ending)],
    );
    expect(step(state, { type: "debrief" }).stage).toBe("debrief");
    expect(unseen(scenario, rounds)).toHaveLength(6 - rounds);
  });

  it("can be closed in the middle of a goodbye", () => {
    const said = step(begun(), { type: "farewell", key: "bed" });
    expect(shut(said).play.out).toEqual({ rounds: 1, minutes: 1 });
    const answered = step(said, { type: "react", how: "answer" });
    expect(shut(answered).play.closed).toBe(true);
  });

  it("stops the clock at the first closing, whatever is looked at later", () => {
    const first = shut(evening("stay"));
    const again = step(first, { type: "reopen" });
    expect(done(again)).toBe(false);
    const later = shut(goodbye(again, "stay"));
    expect(closedWords(later.play, scenario)).toContain("When you first closed it");
    expect(outcome(later)).toMatchObject({
      minutes: first.play.out?.minutes,
      goodbyes: 2,
      goodbyes_before_closing: 1,
    });
  });

  it("reopens while something is unseen or unnamed, and not when there is nothing left", () => {
    expect(canReopen(shut(begun()).play, scenario)).toBe(true);
    const all = shut(evening("go", "go", "go", "go", "go", "go"));
    expect(() => step(all, { type: "reopen" })).toThrow("nothing left");
  });

  it("tells a right name from a wrong one and from none of these", () => {
    const [first] = [tacticOf(scenario, 0).key];
    const other = scenario.tactics.find(({ key }) => key !== first)?.key ?? "";
    const state = goodbye(goodbye(goodbye(begun(), "go"), "go", other), "go", "none");
    expect(outcome(state)).toMatchObject({
      named_rightly: other === tacticOf(scenario, 1).key ? 2 : 1,
    });
    expect(transcript(state)).toContain("none of these");
    expect(() => goodbye(begun(), "go", "charm")).toThrow("no tactic charm");
  });

  it("does not name a tactic on the screen before the learner has", () => {
    const said = step(begun(), { type: "farewell", key: "bed" });
    expect(screenOf(said.play, scenario).every(({ tag }) => tag === "")).toBe(true);
    const named = evening("stay");
    expect(screenOf(named.play, scenario).filter(({ tag }) => tag)).toHaveLength(1);
    expect(transcript(said)).not.toContain(tacticOf(scenario, 0).name);
  });

  it("marks the words that hold, all of them, where they stand", () => {
    for (const tactic of scenario.tactics) {
      const marked = heldRanges(tactic).map(([start, end]) => tactic.message.slice(start, end));
      expect(marked).toEqual(tactic.holds);
    }
  });

  it("holds the prediction against the first closing", () => {
    const state = shut(begun(3));
    expect(outcome(state)).toMatchObject({ minutes: 0, within_tolerance: true });
    const { prediction } = evening("stay", "stay");
    const late = shut(evening("stay", "stay"));
    expect(outcome(late)).toMatchObject({ within_tolerance: false });
    expect(predictionWords(scenario, prediction, late.play.out)).toContain("you were not");
    expect(outcome(begun())).toMatchObject({ minutes: null, within_tolerance: null });
  });

  it("offers three goodbyes, none of them twice, a firm one among them from the start", () => {
    const state = begun();
    expect(offeredFarewells(state.play, scenario).map(({ key }) => key)).toContain("firm");
    let next = state;
    for (let round = 0; round < 6; round += 1) {
      const keys = offeredFarewells(next.play, scenario).map(({ key }) => key);
      expect(new Set(keys).size).toBe(3);
      next = goodbye(next, "go");
      expect(offeredFarewells(next.play, scenario).map(({ key }) => key)).not.toContain(keys[0]);
    }
  });

  it("refuses what does not come now", () => {
    expect(() => step(initial(scenario), { type: "close" })).toThrow("after the prediction");
    expect(() => step(begun(), { type: "react", how: "stay" })).toThrow("does not come now");
    expect(() => step(begun(), { type: "farewell", key: "nowhere" })).toThrow("not on offer");
    const said = step(begun(), { type: "farewell", key: "bed" });
    expect(() => step(said, { type: "react", how: /** @type {never} */ ("shout") })).toThrow(
      "no way shout",
    );
    expect(() => step(said, { type: "debrief" })).toThrow("after the reveal");
    expect(() => shut(shut(begun()))).toThrow("closed already");
  });

  it("gives the same bytes for the same actions, and tells all in the transcript", () => {
    const [one, two] = [shut(evening("stay", "go")), shut(evening("stay", "go"))];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    const text = transcript(one);
    expect(text).toBe(transcript(two));
    expect(text).toContain("1. You: Right, I’m off to bed.");
    expect(text).toContain(`   Mika: ${tacticOf(scenario, 0).message}`);
    expect(text).toContain("Closed the app. It is 22:5");
    expect(text).toContain("Jo: Good night!");
    expect(text.match(/Not seen:/gu)).toHaveLength(4);
  });
});
