import { beforeAll, describe, expect, it } from "vitest";
import {
  done,
  initial,
  outcome,
  settings,
  step,
  toDo,
  transcript,
} from "../../../widgets/src/referral_desk/model.js";
import { consequence } from "../../../widgets/src/referral_desk/what_ifs.js";
import { aDay } from "./scenario.js";

/** @import { DeskAction, DeskScenario, DeskState } from "../../../widgets/src/referral_desk/types.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

/** @type {DeskScenario} */
let scenario;
beforeAll(async () => {
  scenario = await aDay();
});

/** @type {readonly DeskAction[]} */
const ANSWERS = [
  { type: "answer", what_if: "down", key: "person" },
  { type: "answer", what_if: "place", key: "ask" },
  { type: "answer", what_if: "unsafe", key: "quiet" },
  { type: "answer", what_if: "declines", key: "stay" },
];

/**
 * @param {...(DeskAction | StageAction)} actions
 * @returns {DeskState}
 */
const played = (...actions) =>
  [
    /** @type {const} */ ({ type: "predict", guess: 10, confidence: 60 }),
    /** @type {const} */ ({ type: "run" }),
    ...actions,
  ].reduce(step, initial(scenario));

/** @param {DeskState} state */
const verdicts = (state) =>
  Object.fromEntries(
    Object.entries(
      /** @type {Record<string, { verdict: string }>} */ (outcome(state).decisions),
    ).map(([id, { verdict }]) => [id, verdict]),
  );

describe("the day with the policy that lies on the desk", () => {
  it("reaches few: the rest is not heard, not asked for, or asked for when nobody is there", () => {
    expect(verdicts(played())).toEqual({
      night: "unreached",
      watched: "missed",
      song: "over",
      joke: "over",
      // A night, a song and a joke came before: the two on the desk were not free in time.
      plan: "unreached",
      brother: "missed",
      silent: "missed",
      child: "missed",
      often: "missed",
      now: "reached",
    });
    expect(outcome(played())).toMatchObject({
      counts: {
        need: 8,
        reached: 1,
        missed: 5,
        missed_high: 2,
        unreached_high: 2,
        silent: 1,
        reached_at_night: 1,
      },
      standing: "equal",
    });
  });

  it("keeps what the prediction was about, whatever is changed later", () => {
    const changed = played({ type: "set_row", row: "suicide_imminent", answer: "none" });
    const { first, counts } = /** @type {Record<string, Record<string, number>>} */ (
      outcome(changed)
    );
    expect(first?.reached).toBe(1);
    expect(counts?.reached).toBe(0);
  });
});

describe("a changed policy", () => {
  it("reaches those outside staffed hours whom no desk would, once the night is answered", () => {
    const state = played({ type: "set_extra", key: "night", value: true });
    expect(verdicts(state).night).toBe("reached");
    expect(outcome(state)).toMatchObject({ counts: { reached_at_night: 2 }, standing: "better" });
  });

  it("can never reach whom it cannot hear", () => {
    const rows = scenario.rows.map(({ key }) => ({
      type: /** @type {const} */ ("set_row"),
      row: key,
      answer: /** @type {const} */ ("now"),
    }));
    const state = played(...rows, { type: "set_ignore", key: "others", value: false });
    expect(verdicts(state).silent).toBe("missed");
    expect(verdicts(state).brother).toBe("reached");
  });

  it("counts a HIGH that gets less than a person now as missed, even where somebody was free", () => {
    const state = played({ type: "set_row", row: "suicide_high", answer: "today" });
    expect(verdicts(state).plan).toBe("missed");
    expect(outcome(state)).toMatchObject({ standing: "worse" });
  });

  it("goes back to what it was", () => {
    const state = played({ type: "set_row", row: "other_low", answer: "now" }, { type: "reset" });
    expect(outcome(state).settings).toEqual(scenario.start);
  });
});

describe("the what-ifs", () => {
  it("are answered before they happen", () => {
    expect(() => played({ type: "set_event", what_if: "down", value: true })).toThrow(
      "once it has an answer",
    );
    expect(() => played({ type: "answer", what_if: "down", key: "stay" })).toThrow(
      "no answer stay",
    );
  });

  it("a failure that chats on misses everybody who writes meanwhile, and its file is refused", () => {
    const state = played(
      { type: "set_ignore", key: "others", value: false },
      { type: "answer", what_if: "down", key: "go_on" },
      { type: "set_event", what_if: "down", value: true },
    );
    expect(verdicts(state).brother).toBe("missed");
    expect(outcome(state).complaint).toContain("must bring in a person");
    expect(consequence("down", state.play, scenario)).toContain(
      "3 people write meanwhile, and 3 of them need a person. None of these is brought one; 1 of them",
    );
  });

  it("a failure that asks for a person asks for everybody, heard or not", () => {
    const state = played(...ANSWERS, {
      type: "set_event",
      what_if: "down",
      value: true,
    });
    expect(verdicts(state)).toMatchObject({
      brother: "reached",
      silent: "reached",
      child: "reached",
    });
  });

  it("a guessed line does not answer where the person is; asked, they are reached", () => {
    const night = /** @type {const} */ ({ type: "set_extra", key: "night", value: true });
    expect(verdicts(played(night, { type: "answer", what_if: "place", key: "guess" })).night).toBe(
      "unreached",
    );
    expect(verdicts(played(night, { type: "answer", what_if: "place", key: "ask" })).night).toBe(
      "reached",
    );
  });

  it("ringing back puts at risk whoever is watched", () => {
    const watched = [
      {
        type: /** @type {const} */ ("set_row"),
        row: "other_high",
        answer: /** @type {const} */ ("now"),
      },
      {
        type: /** @type {const} */ ("set_event"),
        what_if: /** @type {const} */ ("unsafe"),
        value: true,
      },
    ];
    const [row, event] = /** @type {[DeskAction, DeskAction]} */ (watched);
    /** @param {string} key */
    const answered = (key) => played(row, { type: "answer", what_if: "unsafe", key }, event);
    expect(outcome(answered("call_back"))).toMatchObject({
      counts: { exposed: 1 },
      decisions: { watched: { verdict: "unreached", state: "unreachable" } },
    });
    expect(outcome(answered("quiet"))).toMatchObject({
      counts: { exposed: 0 },
      decisions: { watched: { verdict: "reached", state: "connected" } },
    });
  });

  it.each(["pass_on", "stay", "close"])("a no stays a no, also in an emergency (%s)", (key) => {
    const state = played(
      { type: "answer", what_if: "declines", key },
      { type: "set_event", what_if: "declines", value: true },
    );
    expect(outcome(state)).toMatchObject({
      counts: { declined: 2, reached: 0 },
      decisions: { now: { verdict: "declined", state: "declined" } },
    });
  });
});

describe("the run", () => {
  it("begins with the policy as it is, after the prediction", () => {
    const start = initial(scenario);
    expect(() => step(start, { type: "run" })).toThrow("after the prediction");
    const predicted = step(start, { type: "predict", guess: 1, confidence: 0 });
    expect(() => step(predicted, { type: "set_staff", value: 3 })).toThrow("as it is first");
    expect(outcome(predicted)).toMatchObject({ counts: null, decisions: null, first: null });
  });

  it("is done when the policy was changed and all four what-ifs are answered", () => {
    const open = played(...ANSWERS);
    expect(toDo(open.play, scenario)).toEqual(["change the policy at least once"]);
    expect(() => step(open, { type: "debrief" })).toThrow("after the reveal");
    const closed = step(open, { type: "set_row", row: "other_low", answer: "support" });
    expect(done(closed)).toBe(true);
    expect(step(closed, { type: "debrief" }).stage).toBe("debrief");
  });

  it.each([
    [{ type: "set_row", row: "nothing", answer: "now" }, "no row nothing"],
    [{ type: "set_row", row: "other_low", answer: "constructor" }, "no answer constructor"],
    [{ type: "set_staff", value: 7 }, "between 1 and 6"],
    [{ type: "open", id: "nobody" }, "no conversation nobody"],
    [{ type: "shout" }, "knows no action"],
  ])("refuses what cannot be: %j", (action, words) => {
    expect(() => played(/** @type {DeskAction} */ (/** @type {unknown} */ (action)))).toThrow(
      words,
    );
  });

  it("takes a drag and typing for one action each", () => {
    expect(settings).toEqual(["set_staff", "set_closes", "set_title", "set_to"]);
  });

  it("gives the same bytes for the same actions", () => {
    const [one, two] = [played(...ANSWERS), played(...ANSWERS)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells in its transcript who was reached, what was answered and what came of it", () => {
    const text = transcript(played({ type: "open", id: "silent" }, ...ANSWERS));
    expect(text).toContain("01:00 night (labelled high): asked for, not reached");
    expect(text).toContain("Nothing in it is heard");
    expect(text).toContain("The person says no: Accept it and stay");
    expect(text).toContain("The person reads: That is all right");
  });
});
