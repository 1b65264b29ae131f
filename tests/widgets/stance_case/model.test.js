import { describe, expect, it } from "vitest";
import { uniform } from "../../../widgets/src/common/chance.js";
import { botWalked, endingOf, repliesOf, walked } from "../../../widgets/src/stance_case/graph.js";
import {
  botEnded,
  currentCase,
  currentWalk,
  initial,
  offers,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/stance_case/model.js";
import { caseNamed, script, through } from "./scenario.js";

/** @import { StanceAction, StanceState } from "../../../widgets/src/stance_case/model.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

const PREDICT = /** @type {const} */ ({ type: "predict", guess: 4, confidence: 70 });

/** @param {string} id  @param {...string} turns */
const replies = (id, ...turns) =>
  through(caseNamed(id), ...turns).map((index) => ({
    type: /** @type {const} */ ("reply"),
    index,
  }));

/** @param {string} id */
const namings = (id) =>
  botWalked(caseNamed(id)).steps.map(({ reply }) => ({
    type: /** @type {const} */ ("name"),
    code: reply.code,
  }));

/**
 * @param {...(StanceAction | StageAction)} actions
 * @returns {StanceState}
 */
const played = (...actions) => actions.reduce(step, /** @type {StanceState} */ (initial(script)));

const POLITE = [PREDICT, ...replies("nilufer", "tips", "polite", "goodbye")];
const WARM = [PREDICT, ...replies("nilufer", "sums", "bench", "alone", "yes", "reason", "doctor")];

describe("the first contacts", () => {
  it("end, on whatever way, within twenty replies", () => {
    for (let seed = 0; seed < 120; seed += 1) {
      const first = script.cases[seed % script.cases.length];
      let state = played({ type: "choose_case", case: first?.id ?? "" }, PREDICT);
      for (let position = 0; !endingOf(currentWalk(state.play, script)); position += 1) {
        expect(position, `seed ${seed}`).toBeLessThan(20);
        const offered = offers(state.play, script);
        const pick = offered[Math.floor(uniform(seed, position) * offered.length)];
        state = step(state, { type: "reply", index: pick?.index ?? -1 });
      }
      expect(state.play.runs).toHaveLength(1);
    }
  });

  it("show every reply once, in an order of their own that stays", () => {
    const state = played(PREDICT);
    const shown = offers(state.play, script);
    expect(shown).toEqual(offers(state.play, script));
    const { at } = walked(currentCase(state.play, script), []);
    expect(new Set(shown.map(({ text }) => text))).toEqual(
      new Set(repliesOf(at).map(({ text }) => text)),
    );
    expect(shown.map(({ index }) => index)).not.toEqual(shown.map((_, place) => place));
  });

  it("hold the prediction against the first run, also after a second", () => {
    const again = [
      { type: /** @type {const} */ ("choose_case"), case: "nilufer" },
      ...WARM.slice(1),
    ];
    const state = played(...POLITE, ...again);
    expect(outcome(state)).toMatchObject({ predicted_case: "nilufer", heard: 0, correct: false });
    expect(outcome(state).runs).toMatchObject([
      { ending: "polite_goodbye", heard: [], codes: { advice: 2, closed: 1 } },
      { ending: "warm_handoff", heard: ["sums", "bench", "alone", "suicide", "reason"] },
    ]);
  });

  it("predict about the case that was chosen", () => {
    const state = played(
      { type: "choose_case", case: "helen" },
      PREDICT,
      ...replies("helen", "shake", "stopped", "call", "address", "warm"),
    );
    expect(outcome(state)).toMatchObject({ predicted_case: "helen", heard: 3, correct: false });
    expect(outcome(state).runs).toMatchObject([{ ending: "warm_handoff", minutes: 6 }]);
  });

  it("keep the debrief until one conversation and the bot's have ended", () => {
    const early = "after the reveal";
    expect(() => played(...POLITE.slice(0, -1), { type: "debrief" })).toThrow(early);
    expect(() => played(...POLITE, { type: "debrief" })).toThrow(early);
    const most = namings("nilufer").slice(0, -1);
    expect(() => played(...POLITE, ...most, { type: "debrief" })).toThrow(early);
    const whole = played(...POLITE, ...namings("nilufer"), { type: "debrief" });
    expect(whole.stage).toBe("debrief");
    expect(botEnded(whole.play, caseNamed("nilufer"))).toBe(true);
  });

  it("go on with another case after the debrief, and keep what the bot did", () => {
    const state = played(
      ...POLITE,
      ...namings("nilufer"),
      { type: "debrief" },
      { type: "back" },
      { type: "choose_case", case: "joseph" },
      ...replies("joseph", "stiff", "leaves"),
    );
    expect(outcome(state).bot).toMatchObject([{ case: "nilufer", agreed: 5, heard: ["sums"] }]);
    expect(outcome(state).runs).toMatchObject([
      { case: "nilufer" },
      { case: "joseph", minutes: null },
    ]);
  });

  it("count how often the learner names a kind as the course does", () => {
    const wrong = { type: /** @type {const} */ ("name"), code: "directive" };
    const state = played(...POLITE, wrong, ...namings("nilufer").slice(1));
    expect(outcome(state).bot).toMatchObject([{ agreed: 4, ending: "polite_goodbye" }]);
    expect(transcript(state)).toContain("advice without permission; you said directive action");
  });

  it("refuse what cannot be", () => {
    expect(() => played({ type: "reply", index: 0 })).toThrow("after the prediction");
    expect(() => played(PREDICT, { type: "reply", index: 4 })).toThrow("has no reply 4");
    expect(() => played(PREDICT, { type: "choose_case", case: "helen" })).toThrow("has ended");
    expect(() => played({ type: "choose_case", case: "nobody" })).toThrow("no case nobody");
    expect(() => played(PREDICT, { type: "name", code: "open" })).toThrow("after your own");
    expect(() => played(...POLITE, { type: "name", code: "handoff" })).toThrow("not on offer");
    expect(() => played(...POLITE, { type: "reply", index: 0 })).toThrow("has no reply 0");
    expect(() => played(...POLITE, ...namings("nilufer"), { type: "name", code: "open" })).toThrow(
      "one by one",
    );
  });

  it("give the same bytes for the same actions", () => {
    const [one, two] = [
      played(...WARM, ...namings("nilufer")),
      played(...WARM, ...namings("nilufer")),
    ];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tell the whole run in the transcript, and keep the kinds until they were chosen", () => {
    const text = transcript(played(...POLITE, ...namings("nilufer")));
    expect(text).toContain("Nilufer: It's just sleep.");
    expect(text).toContain("1. You (advice without permission): There's a lot");
    expect(text).toContain("Never said:");
    expect(text).toContain("She has been thinking about killing herself");
    expect(text).toContain("A direct risk question would have opened it.");
    expect(text).toContain("5. Advice bot (information; you said information): Take good care");
    expect(text).toContain("What it missed: It heard the laugh");
  });
});
