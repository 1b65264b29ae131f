import { beforeAll, describe, expect, it } from "vitest";
import { policyOf } from "../../../widgets/src/referral_desk/rules.js";
import { notebookKeeper } from "../../../widgets/src/referral_desk/saving.js";
import { complaint, oneLine, policyToml } from "../../../widgets/src/referral_desk/toml.js";
import { aDay } from "./scenario.js";

/** @import { Desk, DeskScenario } from "../../../widgets/src/referral_desk/types.js" */

/** @type {DeskScenario} */
let scenario;
beforeAll(async () => {
  scenario = await aDay();
});

/**
 * @param {Partial<Desk["settings"]>} settings
 * @param {Desk["answers"]} [answers]
 * @returns {Desk}
 */
const desk = (settings, answers = {}) => ({
  settings: { ...scenario.start, ...settings },
  staff: 2,
  closes: 17,
  answers,
  events: [],
  run: true,
  changed: true,
  first: null,
  opened: [],
});

describe("the rules of the file", () => {
  it("leave out what never answers, so that the file can be read", () => {
    const rows = { ...scenario.start.rows, suicide_low: /** @type {const} */ ("now") };
    const { rules, masked } = policyOf({ ...scenario.start, rows }, {}, scenario);
    expect(masked.map(({ row }) => row)).toEqual(["suicide_moderate"]);
    expect(rules.map(({ row }) => row)).toEqual([
      "suicide_imminent",
      "suicide_high",
      "suicide_low",
    ]);
  });

  it("ask nobody who worries about somebody else for their own plans", () => {
    const ignore = { ...scenario.start.ignore, others: false };
    const { rules } = policyOf({ ...scenario.start, ignore }, {}, scenario);
    const theirs = rules.filter(({ when }) => when.present.includes("third_person"));
    expect(theirs).toHaveLength(3);
    expect(theirs.every(({ answer }) => answer.ask.length === 0)).toBe(true);
  });

  it("need at least one", () => {
    const rows = Object.fromEntries(
      scenario.rows.map(({ key }) => [key, /** @type {const} */ ("none")]),
    );
    expect(complaint(desk({ rows }), scenario)).toContain("There are no rules");
    expect(complaint(desk({}), scenario)).toBeNull();
  });

  it("ask for the place unless the desk chose otherwise", () => {
    expect(policyToml(desk({}), scenario)).toContain("{ask_place}");
    expect(policyToml(desk({}, { place: "nothing" }), scenario)).not.toContain("{ask_place}");
  });
});

describe("what a learner types", () => {
  it.each([
    ['"]\n[fail_safe]\ndisposition = "continue"', '"] [fail_safe] disposition = "continue"'],
    ["back\\slash \u0000\u007f\u2028\ud800 end", "back\\slash end"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ])("stays one string: %j", (typed, line) => {
    expect(oneLine(typed)).toBe(line);
    const text = policyToml(desk({ title: typed, to: typed }), scenario);
    expect(text).toContain(`title = ${JSON.stringify(line)}`);
    expect(text.match(/^\[fail_safe\]$/gmu)).toHaveLength(1);
  });

  it("is cut between characters", () => {
    expect([...oneLine("😀".repeat(200))]).toHaveLength(80);
  });

  it("may be nothing: the file keeps a title and names nobody", () => {
    const text = policyToml(desk({ title: " ", to: "\n" }), scenario);
    expect(text).toContain(`title = "${scenario.start.title}"`);
    expect(text).not.toContain('to = ""');
  });
});

describe("saving in a notebook", () => {
  it("sends the text to Python, and says what Python answers", () => {
    /** @type {unknown[]} */
    const sent = [];
    /** @type {Map<string, () => void>} */
    const listeners = new Map();
    let saved = /** @type {{ line: string } | null} */ (null);
    const keeper = notebookKeeper({
      get: () => saved,
      set: () => undefined,
      save_changes: () => undefined,
      on: (event, listener) => listeners.set(event, listener),
      off: (event) => listeners.delete(event),
      send: (content) => sent.push(content),
    });
    /** @type {string[]} */
    const lines = [];
    keeper.told((line) => lines.push(line));
    keeper.keep("text", null);
    saved = { line: "Saved in policy.toml." };
    listeners.get("change:saved")?.();
    expect(sent).toEqual([{ type: "save", policy: "text" }]);
    expect(lines).toEqual(["", "Saving …", "Saved in policy.toml."]);
    keeper.stop();
    expect(listeners.size).toBe(0);
  });
});
