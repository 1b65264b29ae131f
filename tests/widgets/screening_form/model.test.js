import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { appFits } from "../../../widgets/src/screening_form/judging.js";
import { initial, outcome, step, transcript } from "../../../widgets/src/screening_form/model.js";
import {
  appStep,
  bandOf,
  bandWords,
  formOf,
  pointsToNext,
  reached,
  totalOf,
} from "../../../widgets/src/screening_form/scoring.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { Person, ReadingAction, ReadingState, ScreeningScenario } from "../../../widgets/src/screening_form/types.js" */

/** @type {ScreeningScenario} */
const scenario = JSON.parse(
  readFileSync(
    new URL("../../../datasets/simulations/screening_form.json", import.meta.url),
    "utf8",
  ),
);
const [phq, gad] = scenario.forms;
if (!(phq && gad)) {
  throw new Error("The scenario has lost a form.");
}

/** @param {string} id */
const personOf = (id) => /** @type {Person} */ (scenario.people.find((person) => person.id === id));

/**
 * The best answer for a person, or that with something else in it.
 *
 * @param {Person} person
 * @param {Partial<import("../../../widgets/src/screening_form/types.js").Answer>} [other]
 * @returns {ReadingAction}
 */
function best(person, other = {}) {
  const form = formOf(scenario, person);
  const total = totalOf(person.answers);
  return {
    type: "answer",
    person: person.id,
    total,
    band: bandOf(form, total),
    note: person.notes.find(({ verdict }) => verdict === "stands")?.key ?? "",
    step: person.steps.find(({ verdict }) => verdict === "fits")?.key ?? "",
    confidence: 80,
    ...other,
  };
}

/**
 * @param {...(ReadingAction | StageAction)} actions
 * @returns {ReadingState}
 */
function played(...actions) {
  /** @type {ReadingState} */
  const start = initial(scenario);
  return actions.reduce(step, step(start, { type: "predict", guess: 4, confidence: 70 }));
}

const everybody = scenario.people.flatMap((person, place) =>
  place === 0 ? [best(person)] : [{ type: /** @type {const} */ ("next") }, best(person)],
);

describe("the scores", () => {
  it.each([
    [4, "0 to 4, none to minimal", 1],
    [5, "5 to 9, mild", 5],
    [9, "5 to 9, mild", 1],
    [10, "10 to 14, moderate", 5],
    [19, "15 to 19, moderately severe", 1],
    [20, "20 to 27, severe", null],
    [27, "20 to 27, severe", null],
  ])("places %i points of the PHQ-9 in the band %s", (total, words, next) => {
    expect(bandWords(phq, bandOf(phq, total))).toBe(words);
    expect(pointsToNext(phq, total)).toBe(next);
  });

  it("ends the GAD-7 at 21", () => {
    expect(bandWords(gad, bandOf(gad, 21))).toBe("15 to 21, severe");
  });

  it("are the ones that the feedback speaks of", () => {
    expect(scenario.people.map(({ id, answers }) => [id, totalOf(answers)])).toEqual([
      ["tomasz", 6],
      ["ruth", 16],
      ["daniel", 18],
      ["amara", 12],
      ["nasreen", 9],
      ["jonas", 13],
    ]);
    for (const { answers, notes } of scenario.people) {
      // The sentences for the note do not give the sum away.
      for (const { text } of notes) {
        expect(text).not.toContain(String(totalOf(answers)));
      }
    }
  });
});

describe("the app", () => {
  it("goes by the total: its step fits for two of the six", () => {
    expect(appFits(scenario).map(({ name }) => name)).toEqual(["Amara", "Jonas"]);
  });

  it("reaches those who need a direct question at no cut-off", () => {
    for (let cutoff = 1; cutoff <= 20; cutoff += 1) {
      const names = reached(scenario, { cutoff, itemNine: false }).map(({ id }) => id);
      expect(names).not.toContain("tomasz");
      expect(names).not.toContain("ruth");
      expect(names).not.toContain("daniel");
    }
  });

  it("reaches two of them by item 9, and Daniel, whose item 9 is zero, never", () => {
    const names = reached(scenario, { cutoff: 9, itemNine: true }).map(({ id }) => id);
    expect(names).toEqual(["tomasz", "ruth", "amara", "nasreen", "jonas"]);
  });

  it("does not act on a question that the form does not ask", () => {
    const jonas = personOf("jonas");
    const rule = { cutoff: 20, itemNine: true };
    expect(appStep(scenario, gad, jonas.answers, rule)).toBe("nothing");
  });
});

describe("a reading", () => {
  it("never finds an ambulance fitting, and never finds fault with asking", () => {
    for (const { steps } of scenario.people) {
      const verdictOf = (/** @type {string} */ wanted) =>
        steps.find(({ key }) => key === wanted)?.verdict;
      expect(verdictOf("ambulance")).toBe("too_much");
      expect(["fits", "defensible"]).toContain(verdictOf("ask"));
    }
  });

  it("counts what was right and what was not", () => {
    const [tomasz, ruth] = /** @type {[Person, Person]} */ (scenario.people);
    const state = played(
      best(tomasz, { total: 7, step: "nothing" }),
      { type: "next" },
      best(ruth, { band: 1, note: "grief" }),
    );
    expect(outcome(state)).toMatchObject({
      totals_correct: 1,
      bands_correct: 1,
      notes_stand: 1,
      steps_fit: 1,
      app_steps_fit: null,
      correct: null,
    });
    const { people } = outcome(state);
    expect(people).toMatchObject([
      { id: "tomasz", total: 7, total_right: 6, step_verdict: "misses", app_step: "nothing" },
      { id: "ruth", band: 1, band_right: 3, note_verdict: "too_little", app_verdict: "misses" },
    ]);
  });

  it("holds the prediction, about all six, against the app", () => {
    expect(outcome(played(...everybody))).toMatchObject({
      app_steps_fit: 2,
      correct: false,
      steps_fit: 6,
    });
  });

  it("opens the debrief after four forms, and the app's rule after the last", () => {
    const forms = (/** @type {number} */ count) => everybody.slice(0, 2 * count - 1);
    expect(() => played(...forms(3), { type: "debrief" })).toThrow("after the reveal");
    expect(played(...forms(4), { type: "debrief" }).stage).toBe("debrief");
    expect(outcome(played(...forms(4)))).toMatchObject({ app_steps_fit: 2, steps_fit: 4 });
    expect(() => played(...forms(4), { type: "set_cutoff", value: 5 })).toThrow("the last form");
    expect(played(...everybody, { type: "debrief" }).stage).toBe("debrief");
  });

  it("answers each form once, in order, and lets one look back", () => {
    const [tomasz, ruth] = /** @type {[Person, Person]} */ (scenario.people);
    expect(() => played(best(ruth))).toThrow("Tomasz");
    expect(() => played(best(tomasz), best(tomasz))).toThrow("once");
    expect(() => played({ type: "next" })).toThrow("after this one is answered");
    expect(() => played(best(tomasz), { type: "next" }, { type: "next" })).toThrow("answered");
    expect(() => played({ type: "previous" })).toThrow("form");
    expect(played(best(tomasz), { type: "next" }, { type: "previous" }).play.current).toBe(0);
  });

  it("refuses answers that there are not", () => {
    const [tomasz] = /** @type {[Person]} */ (/** @type {unknown} */ (scenario.people));
    expect(() => played(best(tomasz, { total: 28 }))).toThrow("between 0 and 27");
    expect(() => played(best(tomasz, { band: 5 }))).toThrow("The band");
    expect(() => played(best(tomasz, { step: "pray" }))).toThrow("There is no answer pray");
    expect(() => played({ type: "what_if", topic: 0, value: 1 })).toThrow("after the form");
    expect(() => played({ type: "set_cutoff", value: 5 })).toThrow("after the last form");
  });

  it("says what one more tick would have done", () => {
    const toNasreen = everybody.slice(0, 9);
    const state = played(...toNasreen, { type: "what_if", topic: 4, value: 2 });
    expect(transcript(state)).toContain(
      "What if for Nasreen: Appetite, more than half the days. Total 10: 10 to 14, moderate. 5 points to the next band. The app: Book an appointment.",
    );
  });

  it("gives the same bytes for the same actions, and tells everything in words", () => {
    const [one, two] = [played(...everybody), played(...everybody)];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    const text = transcript(one);
    for (const { words, steps } of scenario.people) {
      expect(text).toContain(words);
      expect(text).toContain(steps.find(({ verdict }) => verdict === "fits")?.feedback.text);
    }
  });
});
