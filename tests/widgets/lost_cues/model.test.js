import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  done,
  initial,
  outcome,
  step,
  sureCount,
  transcript,
} from "../../../widgets/src/lost_cues/model.js";
import { botLine, fitting, shownOrder } from "../../../widgets/src/lost_cues/recordings.js";
import { pausesInWords, timedWords } from "../../../widgets/src/lost_cues/words.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { CuesAction, CuesState } from "../../../widgets/src/lost_cues/model.js" */
/** @import { CuesScenario, Shown, Timing } from "../../../widgets/src/lost_cues/recordings.js" */

const FOLDER = join(import.meta.dirname, "..", "..", "..", "datasets", "simulations");
const written = JSON.parse(await readFile(join(FOLDER, "lost_cues.json"), "utf8"));
const timing = JSON.parse(await readFile(join(FOLDER, "lost_cues", "timing.json"), "utf8"));
/** @type {CuesScenario} */
const scenario = { ...written, timing, sounds: {} };

/** @param {...(CuesAction | StageAction)} actions */
function played(...actions) {
  /** @type {CuesState} */
  const start = initial(scenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 4, confidence: 60 }));
}

/** @param {...number} confidences */
const reads = (...confidences) =>
  confidences.map((confidence) => ({
    type: /** @type {const} */ ("read"),
    reading: "holding",
    confidence,
  }));

const six = reads(100, 70, 69, 0, 50, 85);

/** @param {string} key */
const shownOf = (key) =>
  /** @type {Shown} */ (shownOrder(scenario).find(({ recording }) => recording.key === key));

describe("lost cues", () => {
  it("shows every recording once, in an order that the seed decides", () => {
    const keys = (/** @type {number} */ seed) =>
      shownOrder({ ...scenario, seed }).map(({ recording }) => recording.key);
    expect([...keys(1)].sort()).toEqual([...keys(2)].sort());
    expect(new Set(keys(1)).size).toBe(6);
    expect(keys(1)).toEqual(keys(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => keys(seed).join())).size).toBeGreaterThan(1);
  });

  it("leaves a text bot one line for all timings of an utterance", () => {
    const lines = shownOrder(scenario).map(({ utterance }) => botLine(utterance));
    expect(new Set(lines)).toEqual(
      new Set([
        "Fine. Busy. You know how it is.",
        "I've been meaning to. I will. Maybe at the weekend.",
      ]),
    );
    expect(outcome(played())).toMatchObject({ different_lines: 2 });
  });

  it("has several people behind each recording, and no reading fits them all", () => {
    for (const { recording } of shownOrder(scenario)) {
      expect(recording.people.length).toBeGreaterThan(2);
      for (const { key } of scenario.readings) {
        expect(fitting(recording, key)).toBeLessThan(recording.people.length);
      }
    }
  });

  it("counts a reading as sure from the mark on, the mark included", () => {
    const state = played(...six);
    expect(sureCount(state.play, scenario)).toBe(3);
    expect(outcome(state)).toMatchObject({ sure: 3, mean_confidence: 62 });
    expect(outcome(played(...six.slice(0, 5)))).toMatchObject({ sure: null });
  });

  it("says how many people a reading fits", () => {
    const { readings } = outcome(played(...six));
    const fits = Object.fromEntries(
      /** @type {{ recording: string, fits: number }[]} */ (readings).map(
        ({ recording, fits: count }) => [recording, count],
      ),
    );
    expect(fits).toEqual({
      "fine-brisk": 1,
      "fine-late": 1,
      "fine-even": 0,
      "ring-brisk": 1,
      "ring-middle": 1,
      "ring-last": 0,
    });
  });

  it("opens the debrief when all are read and one reply was tried", () => {
    expect(done(played(...six))).toBe(false);
    expect(() => played(...six, { type: "debrief" })).toThrow("after the reveal");
    expect(done(played(...six, { type: "reply", reply: "tell" }))).toBe(true);
  });

  it("refuses what cannot be", () => {
    const start = initial(scenario);
    expect(() => step(start, { type: "read", reading: "tired", confidence: 5 })).toThrow(
      "after the prediction",
    );
    expect(() => played({ type: "read", reading: "bored", confidence: 5 })).toThrow("no reading");
    expect(() => played({ type: "read", reading: "tired", confidence: 101 })).toThrow("between");
    expect(() => played(...six, ...reads(10))).toThrow("have been read");
    expect(() => played({ type: "reply", reply: "ask" })).toThrow("after the last recording");
    expect(() => played(...six, { type: "reply", reply: "shout" })).toThrow("no reply");
    const last = /** @type {Shown} */ (shownOrder(scenario).at(-1)).recording.key;
    expect(() => played({ type: "heard", recording: last })).toThrow("cannot be played now");
  });

  it("notes what was played once, and the way of taking part", () => {
    const [first] = shownOrder(scenario);
    const heard = /** @type {const} */ ({ type: "heard", recording: first?.recording.key ?? "" });
    expect(outcome(played(heard, heard, { type: "set_mode", value: "read" }))).toMatchObject({
      heard: [heard.recording],
      mode: "read",
    });
  });

  it("gives the same bytes for the same actions", () => {
    const actions = [...six, { type: /** @type {const} */ ("reply"), reply: "ask" }];
    const [one, two] = [played(...actions), played(...actions)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells the whole run in its transcript", () => {
    const text = transcript(played(...six, { type: "reply", reply: "ask" }));
    expect(text).toContain("“How have you been?” (pause, 2.4 s) “Fine.”");
    expect(text).toContain("Recording 1: “Is holding something back”, 100% sure.");
    expect(text).toContain("Ilse is deaf.");
    expect(text).toContain("What a text bot gets: Fine. Busy. You know how it is.");
    expect(text).toContain("Marta: No, no. In English I am slower.");
  });
});

describe("a recording in words", () => {
  it("says every silence with its length, and names the long ones", () => {
    expect(timedWords(shownOf("ring-middle").timing)).toBe(
      "“Did you ring your sister?” (short gap, 0.25 s) “I've been meaning to.” (pause, 2.2 s) “I will.” (short gap, 0.25 s) “Maybe at the weekend.”",
    );
    expect(pausesInWords(shownOf("ring-middle").timing)).toBe("2.2 s before “I will”.");
    expect(pausesInWords(shownOf("fine-brisk").timing)).toBe(
      "No gap is longer than half a second.",
    );
  });

  it("is silent in its envelope where it says so, and sounds where it speaks", () => {
    for (const { key, envelope, phrases, seconds } of /** @type {Timing[]} */ (timing.recordings)) {
      const levels = (/** @type {number} */ from, /** @type {number} */ to) => {
        const at = (/** @type {number} */ second) => (second / seconds) * envelope.length;
        return envelope.slice(Math.ceil(at(from)) + 1, Math.floor(at(to)) - 1);
      };
      for (const [index, { start, end }] of phrases.entries()) {
        expect(Math.max(...levels(start, end)), key).toBeGreaterThan(0.3);
        const next = phrases[index + 1];
        if (next) {
          expect(Math.max(0, ...levels(end, next.start)), key).toBeLessThan(0.05);
        }
      }
    }
  });
});
