import { describe, expect, it } from "vitest";
import {
  answeredInView,
  firstForgotten,
  initial,
  inView,
  messages,
  offers,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/forgotten_disclosure/model.js";
import { disclosureScenario } from "../scenarios.js";

/** @import { ChatAction, ChatState } from "../../../widgets/src/forgotten_disclosure/model.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

/**
 * @param {number} window
 * @param {...(ChatAction | StageAction)} actions
 * @returns {ChatState}
 */
function played(window, ...actions) {
  /** @type {ChatState} */
  const start = initial(disclosureScenario);
  const set = step(start, { type: "set_window", value: window });
  return actions.reduce(step, step(set, { type: "predict", guess: 3, confidence: 90 }));
}

/** @param {number} count */
const say = (count) =>
  Array.from({ length: count }, (_, index) => ({
    type: /** @type {const} */ ("say"),
    topic: `topic-${index}`,
  }));

describe("the forgotten disclosure", () => {
  it.each(Array.from({ length: 19 }, (_, index) => index + 2))(
    "forgets with a window of %i exactly when the prediction's rule says",
    (window) => {
      const right = answeredInView(window, disclosureScenario);
      const state = played(window, ...say(12));
      expect(firstForgotten(state.play)).toBe(right + 1);
      expect(state.play.exchanges.slice(0, right).every(({ knew }) => knew === "window")).toBe(
        true,
      );
    },
  );

  it("lasts half as many messages as the window is long, as each turn takes two", () => {
    expect([2, 3, 8, 9, 20].map((window) => answeredInView(window, disclosureScenario))).toEqual([
      0, 1, 3, 4, 9,
    ]);
  });

  it("answers with what it knows", () => {
    const state = played(4, ...say(2));
    expect(messages(state.play, disclosureScenario).map(({ content }) => content)).toEqual([
      "hi",
      "Hello!",
      "the disclosure",
      "Thank you for telling me.",
      "small talk 0",
      "remembering 0",
      "small talk 1",
      "forgetting 1",
    ]);
  });

  it("never forgets while the note is pinned", () => {
    const state = played(2, { type: "set_note", value: true }, ...say(12));
    expect(firstForgotten(state.play)).toBeNull();
    expect(state.play.exchanges.at(-1)?.knew).toBe("note");
  });

  it("sees again what a wider window holds", () => {
    const state = played(2, ...say(2), { type: "set_window", value: 20 });
    expect(inView(state.play, disclosureScenario)).toBe(true);
    expect(outcome(state)).toMatchObject({ forgotten_at: 1, window: 20, predicted_window: 2 });
  });

  it("offers three messages at a time and none twice", () => {
    const state = played(8, ...say(11));
    expect(offers(state.play, disclosureScenario).map(({ id }) => id)).toEqual(["topic-11"]);
    expect(() => step(state, { type: "say", topic: "topic-0" })).toThrow("not on offer");
  });

  it("holds the prediction against the window it was made for", () => {
    const state = played(8, { type: "set_window", value: 3 }, ...say(2));
    expect(outcome(state)).toMatchObject({ answered_in_view: 3, correct: true });
  });

  it("keeps the debrief until something was felt", () => {
    expect(() => played(8, ...say(3), { type: "debrief" })).toThrow("after the reveal");
    expect(played(8, ...say(4), { type: "debrief" }).stage).toBe("debrief");
    expect(
      played(20, { type: "set_note", value: true }, ...say(12), { type: "debrief" }).stage,
    ).toBe("debrief");
  });

  it("cannot be chatted on before the prediction, nor with a window there is not", () => {
    const start = initial(disclosureScenario);
    expect(() => step(start, { type: "say", topic: "topic-0" })).toThrow("after the prediction");
    expect(() => step(start, { type: "set_window", value: 21 })).toThrow("between 2 and 20");
  });

  it("gives the same bytes for the same actions", () => {
    const [one, two] = [played(6, ...say(5)), played(6, ...say(5))];
    expect(JSON.stringify(outcome(one))).toBe(JSON.stringify(outcome(two)));
    expect(transcript(one)).toBe(transcript(two));
  });

  it("tells the whole chat in its transcript, and what the bot knew", () => {
    const text = transcript(played(4, ...say(2)));
    expect(text).toContain("Robin: the disclosure");
    expect(text).toContain("1. Robin: small talk 0");
    expect(text).toContain("the disclosure had left its window): forgetting 1");
  });
});
