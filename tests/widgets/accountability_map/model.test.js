import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { answerOf, judged, plainly } from "../../../widgets/src/accountability_map/map.js";
import {
  done,
  initial,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/accountability_map/model.js";
import { cellWords, nowhere, verdictLines } from "../../../widgets/src/accountability_map/words.js";

/** @import { MapAction, MapState } from "../../../widgets/src/accountability_map/model.js" */
/** @import { MapScenario } from "../../../widgets/src/accountability_map/map.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

const path = new URL("../../../datasets/simulations/accountability_map.json", import.meta.url);
/** @type {MapScenario} */
const scenario = JSON.parse(await readFile(path, "utf8"));
const places = scenario.places.map(({ key }) => key);

/**
 * @param {...(MapAction | StageAction)} actions
 * @returns {MapState}
 */
const played = (...actions) => actions.reduce(step, initial(scenario));

const guess = { type: /** @type {const} */ ("predict"), guess: 5, confidence: 70 };
const answer = { type: /** @type {const} */ ("answer") };
const next = { type: /** @type {const} */ ("next") };
/** @param {...string} value */
const tick = (...value) => ({ type: /** @type {const} */ ("set_ticks"), value });
/** @param {string} value */
const go = (value) => ({ type: /** @type {const} */ ("set_place"), value });

/** @param {string} ticked */
const allEvents = (ticked) =>
  scenario.events.flatMap((_, index) => [...(index > 0 ? [next] : []), tick(ticked), answer]);

/** @param {string} id */
function eventOf(id) {
  const event = scenario.events.find((candidate) => candidate.id === id);
  if (!event) {
    throw new Error(id);
  }
  return event;
}

describe("the map itself", () => {
  it.each(places)(
    "finds somebody for every event of the practice and no licence in the app: %s",
    (place) => {
      expect(plainly(scenario, "practice", place)).toBe(scenario.events.length);
      for (const event of scenario.events) {
        const { plain, arguable } = answerOf(scenario, event, "app", place);
        for (const kind of ["licence", "supervision", "complaint_body"]) {
          expect([...plain, ...arguable]).not.toContain(kind);
        }
      }
    },
  );

  it("changes with the place, for the app and for the coach", () => {
    const counts = (/** @type {"app" | "coach"} */ setting) =>
      Object.fromEntries(places.map((place) => [place, plainly(scenario, setting, place)]));
    expect(counts("app")).toEqual({
      california: 4,
      illinois: 2,
      new_york: 3,
      utah: 1,
      nevada: 2,
      uk: 2,
      eu: 2,
      elsewhere: 0,
    });
    expect(counts("coach").uk).toBe(3);
    expect(counts("coach").elsewhere).toBe(0);
  });

  it("keeps what the laws say apart from what they do not", () => {
    // Illinois bans therapy by AI and not support: harmful advice stays arguable, a false title does not.
    expect(answerOf(scenario, eventOf("advice"), "app", "illinois").plain).toEqual([]);
    expect(answerOf(scenario, eventOf("advice"), "app", "illinois").arguable).toContain(
      "regulator",
    );
    expect(answerOf(scenario, eventOf("title"), "app", "illinois").plain).toContain("regulator");
    // New York's law is the attorney general's; in California a person may sue.
    expect(answerOf(scenario, eventOf("night"), "app", "new_york").plain).not.toContain("court");
    expect(answerOf(scenario, eventOf("night"), "app", "california").plain).toContain("court");
    // Nothing of a country reaches a place without such a law.
    for (const event of scenario.events) {
      expect(answerOf(scenario, event, "app", "elsewhere").laws).toEqual([]);
    }
  });

  it("names every answerer once, plain before arguable", () => {
    for (const event of scenario.events) {
      for (const place of places) {
        for (const { key } of scenario.settings) {
          const { plain, arguable } = answerOf(scenario, event, key, place);
          const all = [...plain, ...arguable];
          expect(new Set(all).size).toBe(all.length);
        }
      }
    }
  });

  it("uses every law it holds", () => {
    const used = new Set(scenario.events.flatMap(({ rules }) => rules.map(({ law }) => law)));
    expect(scenario.laws.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it("says which events find nobody anywhere", () => {
    expect(nowhere(scenario)).toContain("Harmful advice");
    expect(nowhere(scenario)).not.toContain("A confidence is broken");
    expect(cellWords(scenario, eventOf("night"), "app", "elsewhere")).toBe("nobody");
  });
});

describe("ticks", () => {
  it("are right, arguable, missing or not here", () => {
    expect(judged(["court", "licence"], { plain: ["court", "business"], arguable: [] })).toEqual({
      right: ["court"],
      arguable: [],
      missed: ["business"],
      not_here: ["licence"],
    });
  });

  it("may say nobody where nobody plainly answers, and only there", () => {
    expect(judged(["nobody"], { plain: [], arguable: ["court"] }).right).toEqual(["nobody"]);
    expect(judged(["nobody"], { plain: ["court"], arguable: [] }).not_here).toEqual(["nobody"]);
    const arguable = judged(["court"], { plain: [], arguable: ["court"] });
    expect(arguable.not_here).toEqual([]);
    expect(verdictLines(scenario, arguable).join(" ")).toContain("it is nobody");
  });
});

describe("the accountability map", () => {
  it("is filled in after the prediction, an event at a time, with at least one tick", () => {
    expect(() => played(tick("court"))).toThrow("after the prediction");
    expect(() => played(guess, answer)).toThrow("nobody is an answer as well");
    expect(() => played(guess, next)).toThrow("Answer this event first");
    expect(() => played(guess, tick("court"), answer, answer)).toThrow("go on to the next");
    expect(() => played(guess, tick("court"), answer, tick("maker"))).toThrow("go on to the next");
    expect(() => played(guess, tick("oracle"))).toThrow("no answerer oracle");
    expect(() => played(go("atlantis"))).toThrow("no place atlantis");
    expect(() => played(guess, ...allEvents("court"), next)).toThrow("no event after");
  });

  it("keeps the debrief until all eight are answered", () => {
    const all = allEvents("court");
    expect(done(played(guess, ...all.slice(0, -1)))).toBe(false);
    expect(done(played(guess, ...all))).toBe(true);
  });

  it("holds the prediction against the place it was made for, and ticks against theirs", () => {
    const state = played(go("utah"), guess, tick("regulator"), answer, go("california"));
    const result = outcome(state);
    expect(result).toMatchObject({
      predicted_place: "utah",
      place: "california",
      plainly_in_app: 1,
      correct: false,
      plainly: { practice: 8, coach: 1, app: 4 },
    });
    expect(result.answers).toMatchObject([{ event: "advice", place: "utah", setting: "app" }]);
  });

  it("lets the setting be chosen for each event and starts the next one afresh", () => {
    const state = played(
      guess,
      { type: "set_setting", value: "coach" },
      tick("nobody"),
      answer,
      next,
    );
    expect(outcome(state).answers).toMatchObject([{ setting: "coach", right: ["nobody"] }]);
    expect(state.play).toMatchObject({ at: 1, setting: scenario.events[1]?.ask, ticked: [] });
  });

  it("gives the same bytes for the same actions", () => {
    const [one, two] = [played(guess, ...allEvents("court")), played(guess, ...allEvents("court"))];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells in the transcript what was ticked, all three answers, and each law with date and key", () => {
    const text = transcript(played(guess, tick("court"), answer, next, tick("licence"), answer));
    expect(text).toContain("no legal advice");
    expect(text).toContain("1. Harmful advice.");
    expect(text).toContain("Ticked for the app, California: a court.");
    expect(text).toContain("The coach. Plainly: nobody.");
    expect(text).toContain(
      "California, SB 243 on companion chatbots: in force since 1 January 2026. Looked up 2026-11-23; primary",
    );
    expect(text).toContain("[casb243]");
  });
});
