import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStore } from "../../../widgets/src/common/store.js";
import { firstReply } from "../../../widgets/src/mirror_bot/bot.js";
import * as model from "../../../widgets/src/mirror_bot/model.js";
import { expectedSame } from "../../../widgets/src/mirror_bot/replies.js";
import { startingRules } from "../../../widgets/src/mirror_bot/rules.js";

/** @import { StageAction } from "../../../widgets/src/common/stages.js" */
/** @import { MirrorAction, MirrorScenario, MirrorState } from "../../../widgets/src/mirror_bot/model.js" */

/** @type {MirrorScenario} */
const scenario = JSON.parse(
  await readFile(
    join(import.meta.dirname, "../../../datasets/simulations/mirror_bot.json"),
    "utf8",
  ),
);
const UNFILLED = /\{rest\}|undefined| {2}/u;
const rules = startingRules(scenario);

/** @type {(MirrorAction | StageAction)[]} */
const TALK = [
  { type: "predict", guess: 2, confidence: 80 },
  { type: "say", text: "I feel that I let my friends down." },
  { type: "say", text: "Work is too much." },
  { type: "say", text: "Hm" },
];
/** @type {(MirrorAction | StageAction)[]} */
const RATED = [...TALK, { type: "rate_before", value: 70 }, { type: "rate_after", value: 35 }];

/**
 * @param {readonly (MirrorAction | StageAction)[]} actions
 * @returns {MirrorState}
 */
const played = (actions) => createStore(model, scenario, actions).state;

/** @param {MirrorState} state @param {Partial<import("../../../widgets/src/mirror_bot/rules.js").RuleEdit> & { id: string }} part */
const edit = (state, part) => ({
  type: /** @type {const} */ ("set_rules"),
  rules: state.play.rules.map(({ id, on, rank, templates }) =>
    id === part.id ? { on, rank, templates, ...part } : { id, on, rank, templates },
  ),
});

describe("the mirror bot", () => {
  it("gives five of the six opposite pairs the same reply, as the debrief says", () => {
    expect(expectedSame(scenario)).toBe(5);
    expect(scenario.debrief.chosen.join(" ")).toContain("five of six");
  });

  it("hands the feeling back in the sixth, and knows no word of feeling in any rule", () => {
    const home = scenario.pairs.find(({ id }) => id === "home");
    expect(firstReply(rules, scenario, home?.other ?? "")).toContain("afraid");
    const words = scenario.rules.flatMap(({ keywords }) => keywords);
    expect(words).not.toEqual(expect.arrayContaining(["love"]));
    expect(words).not.toEqual(expect.arrayContaining(["hate"]));
  });

  it("has no rule for suicide, and lets the page say where help is", () => {
    const state = played([...TALK, { type: "say", text: "I want to kill myself" }]);
    expect(state.play.risk).toBe(true);
    expect(state.play.said.at(-1)).toMatchObject({
      rule: "want",
      reply: "You say that you want to kill yourself. How long has that been so?",
    });
    expect(played(TALK).play.risk).toBe(false);
  });

  it("keeps pairs and rules until both ratings are in", () => {
    expect(() => played([...TALK.slice(0, 3), { type: "rate_before", value: 50 }])).toThrow(
      "after 3 messages",
    );
    expect(() => played([...TALK, { type: "swap_all" }])).toThrow("after the second rating");
    expect(() => played([...TALK, { type: "rate_after", value: 50 }])).toThrow("have been shown");
    expect(() => played([...RATED, { type: "rate_before", value: 0 }])).toThrow("comes once");
  });

  it("opens the debrief when every pair was swapped, one by one or all", () => {
    expect(() => played([...RATED, { type: "debrief" }])).toThrow("after the reveal");
    /** @type {MirrorAction[]} */
    const each = scenario.pairs.map(({ id }) => ({ type: "swap", pair: id }));
    expect(played([...RATED, ...each, { type: "debrief" }]).stage).toBe("debrief");
    const state = played([...RATED, { type: "swap_all" }, { type: "debrief" }]);
    expect(model.outcome(state)).toMatchObject({
      heard_before: 70,
      heard_after: 35,
      messages_sent: 3,
      without_a_rule: 1,
      same_replies: 5,
      correct: false,
    });
    expect(JSON.stringify(model.outcome(state))).not.toContain("friends");
  });

  it("tells a pair apart with a new rule, and answers the conversation anew", () => {
    const state = played([
      ...RATED,
      { type: "swap_all" },
      { type: "add_rule", keyword: "Hate", reply: "Hate is a strong word.", rank: 9 },
    ]);
    expect(model.outcome(state)).toMatchObject({
      same_replies: 5,
      same_replies_now: 4,
      rules_changed: ["own-1"],
    });
    const silent = model.step(state, edit(state, { id: "feel", on: false }));
    expect(model.transcript(silent)).toContain(
      "“I feel that I let my friends down.” would now get:",
    );
    expect(model.step(silent, { type: "reset_rules" }).play.rules).toEqual(rules);
  });

  it("keeps the first edit when a second rule is edited in the same breath", () => {
    const store = createStore(model, scenario, RATED);
    store.act(edit(store.state, { id: "feel", rank: 9 }));
    store.act(edit(store.state, { id: "work", on: false }));
    expect(model.outcome(store.state)).toMatchObject({ rules_changed: ["work", "feel"] });
    expect(store.actions.filter(({ type }) => type === "set_rules")).toHaveLength(1);
  });

  it("refuses empty and endless text, a rank there is not, a fourth rule of one's own", () => {
    expect(() => played([...TALK, { type: "say", text: " … " }])).toThrow("a few words");
    expect(() => played([...TALK, { type: "say", text: "a ".repeat(200) }])).toThrow("at most 300");
    const state = played(RATED);
    expect(() => model.step(state, edit(state, { id: "feel", rank: 11 }))).toThrow("0 and 10");
    /** @type {MirrorAction} */
    const add = { type: "add_rule", keyword: "tea", reply: "Tea?", rank: 5 };
    expect(() => played([...RATED, add, add, add, add])).toThrow("added 3 rules");
    /** @type {MirrorAction[]} */
    const many = Array.from({ length: 38 }, () => ({ type: "say", text: "tea" }));
    expect(() => played([...TALK, ...many])).toThrow("at most 40 messages");
  });

  it("gives the same bytes for the same actions, and tells everything in the transcript", () => {
    const [one, two] = [
      played([...RATED, { type: "swap_all" }]),
      played([...RATED, { type: "swap_all" }]),
    ];
    expect(JSON.stringify(model.outcome(one))).toBe(JSON.stringify(model.outcome(two)));
    expect(model.transcript(one)).toBe(model.transcript(two));
    const text = model.transcript(one);
    expect(text).toContain("Mirror bot: What is it like to feel that you let your friends down?");
    expect(text).toContain("How heard, before the rules were shown: 70 of 100.");
    expect(text).toContain("“I hate my mother.”: Family can take up");
  });

  it("answers every ready sentence with a sentence", () => {
    for (const text of scenario.ready) {
      expect(firstReply(rules, scenario, text), text).not.toMatch(UNFILLED);
    }
  });
});
