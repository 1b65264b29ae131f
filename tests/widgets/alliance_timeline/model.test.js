import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import {
  done,
  initial,
  outcome,
  step,
  transcript,
  waiting,
} from "../../../widgets/src/alliance_timeline/model.js";
import { botLevels, offered, played } from "../../../widgets/src/alliance_timeline/session.js";
import {
  endingWords,
  flagWords,
  ruptureWords,
} from "../../../widgets/src/alliance_timeline/words.js";

/** @import { AllianceState } from "../../../widgets/src/alliance_timeline/model.js" */
/** @import { AllianceScenario } from "../../../widgets/src/alliance_timeline/session.js" */

/** @type {AllianceScenario} */
let scenario;

beforeAll(async () => {
  const file = new URL("../../../datasets/simulations/alliance_timeline.json", import.meta.url);
  scenario = JSON.parse(await readFile(file, "utf8"));
});

const MEETING = [
  "greeting-use",
  "sleep-whose",
  "yes-notice",
  "form-own",
  "thing-goal",
  "bus-ask",
  "practise-start",
  "said-ask",
];
const MISSING = [
  "greeting-diary",
  "sleep-skills",
  "yes-patience",
  "fine-next",
  "fault-pattern",
  "forms-explain",
  "time-regular",
  "door-diary",
];

/**
 * @param {readonly string[]} replies
 * @param {readonly number[]} [flags]  turns to flag, from 1
 * @returns {AllianceState}
 */
function run(replies, flags = []) {
  let state = step(initial(scenario), { type: "predict", guess: 4, confidence: 70 });
  for (const [index, reply] of replies.entries()) {
    if (flags.includes(index + 1)) {
      state = step(state, { type: "notice", value: true });
    }
    state = step(state, { type: "answer", reply });
  }
  return state;
}

/** @param {readonly string[]} replies */
const sessionAfter = (replies) =>
  played(
    replies.map((reply) => ({ reply, noticed: false })),
    scenario,
  );

describe("the alliance timeline", () => {
  it("lets a therapist meet both ruptures, and all three lines rise", () => {
    const session = sessionAfter(MEETING);
    expect(session.standing).toEqual({
      withdrawal: { state: "met", at: 3 },
      confrontation: { state: "met", at: 6 },
    });
    for (const line of /** @type {const} */ (["bond", "goal", "task"])) {
      expect(session.levels[line]).toBeGreaterThan(scenario.start[line] + 3);
    }
    expect(endingWords(session, scenario)).toBe(scenario.endings.both);
  });

  it("ends lower where both are missed, and says which stayed open", () => {
    const session = sessionAfter(MISSING);
    expect(session.levels.goal).toBeLessThan(scenario.start.goal);
    expect(session.levels.task).toBeLessThan(scenario.start.task);
    expect(endingWords(session, scenario)).toBe(scenario.endings.none);
    expect(ruptureWords(/** @type {never} */ (scenario.ruptures[1]), session).verdict).toContain(
      "stayed open",
    );
  });

  it("says other words after a rupture that was missed than after one that was met", () => {
    for (const [turn, end] of /** @type {const} */ ([
      [4, 3],
      [5, 4],
      [6, 5],
      [7, 6],
      [8, 7],
    ])) {
      const met = offered(sessionAfter(MEETING.slice(0, end)), scenario);
      const missed = offered(sessionAfter(MISSING.slice(0, end)), scenario);
      expect(met?.client, `turn ${turn}`).not.toBe(missed?.client);
    }
  });

  it.each([
    [4, ["fine-notice"], ["one-thing"]],
    [5, ["fine-next", "fault-own"], ["bus-questions"]],
    [7, ["fine-next", "fault-pattern", "forms-explain", "time-repair"], ["it-was-us"]],
  ])("offers a repair as late as turn %i, and the lines recover", (turn, repairs, next) => {
    const before = sessionAfter(MISSING.slice(0, turn - 1));
    const after = sessionAfter([...MISSING.slice(0, 3), ...repairs]);
    expect(after.standing.withdrawal).toEqual({ state: "repaired", at: turn });
    expect(after.levels.goal).toBeGreaterThan(before.levels.goal);
    expect(after.levels.task).toBeGreaterThan(before.levels.task);
    const keys = scenario.offers.filter(({ key }) => next.includes(key)).flatMap((o) => o.replies);
    expect(offered(after, scenario)?.replies).toEqual(expect.arrayContaining(keys));
  });

  it("opens again what a defence closes", () => {
    const session = sessionAfter([...MEETING.slice(0, 3), "form-defend"]);
    expect(session.standing.withdrawal).toEqual({ state: "missed", at: 4 });
    expect(ruptureWords(/** @type {never} */ (scenario.ruptures[0]), session).verdict).toContain(
      "opened again at turn 4",
    );
  });

  it("has an answer for every run there is, and keeps every line between 0 and 10", () => {
    let runs = 0;
    /** @param {import("../../../widgets/src/alliance_timeline/session.js").Answer[]} answers */
    const walk = (answers) => {
      const session = played(answers, scenario);
      const offer = offered(session, scenario);
      for (const value of Object.values(session.levels)) {
        expect(value >= 0 && value <= 10).toBe(true);
      }
      if (!offer) {
        runs += 1;
        return;
      }
      // The first, and every reply that touches a rupture: the rest differ in points only.
      const branching = offer.replies.filter(
        (reply, index) => index === 0 || reply.meets || reply.reopens,
      );
      const plain = offer.replies.find((reply) => !(reply.meets || reply.reopens));
      for (const { key } of new Set([...branching, ...(plain ? [plain] : [])])) {
        walk([...answers, { reply: key, noticed: false }]);
      }
    };
    walk([]);
    expect(runs).toBeGreaterThan(10);
  });

  it("ends the bot with a high bond and nothing agreed", () => {
    const last = botLevels(scenario).at(-1);
    expect(last?.bond).toBe(8.5);
    expect(last?.goal).toBeLessThan(scenario.start.goal);
    expect(last?.task).toBeLessThan(scenario.start.task);
  });
});

describe("flags", () => {
  it("tells ruptures found from echoes and from flags where the rubric sees none", () => {
    const state = run(MISSING, [1, 3, 4]);
    expect(outcome(state)).toMatchObject({
      flags: { found: 1, ruptures: 2, echoes: 1, elsewhere: 1 },
    });
    const words = flagWords(sessionAfter(MISSING), scenario);
    expect(words).toContain("flagged no turn");
  });

  it("holds for one turn only, and is not told before the eighth", () => {
    const state = run(MISSING.slice(0, 4), [3]);
    expect(state.play.noticing).toBe(false);
    expect(state.play.answers.map(({ noticed }) => noticed)).toEqual([false, false, true, false]);
    expect(outcome(state)).toMatchObject({ flags: null });
    expect(transcript(state)).not.toContain("a withdrawal");
  });
});

describe("the course of it", () => {
  it("refuses replies that are not on offer, and acts out of turn", () => {
    const start = initial(scenario);
    expect(() => step(start, { type: "answer", reply: "greeting-use" })).toThrow("after the");
    const state = run([]);
    expect(() => step(state, { type: "answer", reply: "form-own" })).toThrow("not on offer");
    expect(() => step(state, { type: "bot" })).toThrow("after your eight");
    expect(() => step(run(MEETING), { type: "notice", value: true })).toThrow("none to flag");
    expect(() => step(state, { type: "debrief" })).toThrow("after the reveal");
  });

  it("is done when the bot’s session was seen, and compares the prediction with it", () => {
    const state = run(MEETING);
    expect(done(state)).toBe(false);
    expect(outcome(state)).toMatchObject({ bot_bond: null, within_tolerance: null });
    const seen = step(state, { type: "bot" });
    expect(done(seen)).toBe(true);
    expect(outcome(seen)).toMatchObject({ bot_bond: 8.5, within_tolerance: false });
  });

  it("offers the replies in an order that the seed decides, and the good one not always first", () => {
    const places = MEETING.map((key, index) => {
      const offer = offered(sessionAfter(MEETING.slice(0, index)), scenario);
      return offer?.replies.findIndex((reply) => reply.key === key);
    });
    expect(new Set(places).size).toBeGreaterThan(2);
    const other = { ...scenario, seed: scenario.seed + 1 };
    const order = () => waiting(run([]))?.replies;
    expect(order()).toEqual(order());
    expect(offered(played([], other), other)?.replies).not.toEqual(order());
  });

  it("gives the same bytes for the same actions, and tells all in the transcript", () => {
    const [one, two] = [run(MISSING, [3]), run(MISSING, [3])].map((state) =>
      step(state, { type: "bot" }),
    );
    expect(JSON.stringify(outcome(/** @type {AllianceState} */ (one)))).toBe(
      JSON.stringify(outcome(/** @type {AllianceState} */ (two))),
    );
    const text = transcript(/** @type {AllianceState} */ (one));
    expect(text).toBe(transcript(/** @type {AllianceState} */ (two)));
    expect(text).toContain("3. Dalia: Mm. Yes, sure.");
    expect(text).toContain("Flagged by you: yes");
    expect(text).toContain("You: Still broken, sorry. There is no hurry");
    expect(text).toContain("Turn 6: a confrontation.");
    expect(text).toContain("Bot: Good night, Dalia.");
  });
});
