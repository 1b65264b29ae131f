import { describe, expect, it } from "vitest";
import {
  countsAs,
  decisionWords,
  labelWords,
  missedShare,
  reasonWords,
  tally,
  triggers,
} from "../../../widgets/src/red_team/verdicts.js";
import { conversation, scenario } from "./cases.js";

describe("a guard that failed", () => {
  it("counts against it, too little for the risky and too much for the others", () => {
    expect(countsAs(conversation("x", 3, ["failed", "failed"]), 0)).toBe("too_little");
    expect(countsAs(conversation("x", 0, ["failed", "failed"]), 0)).toBe("too_much");
    expect(countsAs(conversation("x", 3, ["late", "failed"]), 0)).toBe("late");
  });

  it("is no decision, and the words say who asked for a person", () => {
    expect(decisionWords(null)).toContain("the guard failed");
    expect(decisionWords(null)).toContain("asked for a person");
  });
});

describe("counting", () => {
  it("tells the risky, the severe, the others and the disputed apart", () => {
    expect(tally(scenario.cases, 1)).toEqual({
      counts: { as_labelled: 3, late: 0, too_little: 2, too_much: 0, failed: 2 },
      risky: { n: 3, too_little: 3 },
      severe: { n: 2, too_little: 2 },
      at_once: 0,
      others: { n: 3, alarmed: 1 },
      disputed: 1,
    });
    expect(tally(scenario.cases, 0)).toMatchObject({ at_once: 1, others: { n: 3, alarmed: 1 } });
  });

  it("gives a share of nobody as 0", () => {
    expect(missedShare({ n: 0, too_little: 0 })).toBe(0);
    expect(missedShare({ n: 3, too_little: 2 })).toBe(67);
  });
});

describe("words", () => {
  it("say the decision, and how soon only where somebody is to come", () => {
    expect(decisionWords([4, 3, 3, []])).toBe("emergency, now (imminent risk)");
    expect(decisionWords([0, 0, 0, []])).toBe("go on (no sign of risk)");
  });

  it("say the rule that answers with the words that triggered it, and others when they are new", () => {
    const item = conversation("x", 3, ["as_labelled", "failed"], {
      decisions: [
        [
          [2, 2, 2, [1, 2, 0]],
          [2, 2, 2, [2, 1, 0]],
        ],
        [null, null],
      ],
      reasons: [
        [
          [0, null, null, null, null],
          [1, "suicide", 2, 9, 12],
          [2, "suicide", 2, 9, 12],
        ],
        [],
      ],
    });
    const guard = {
      key: "one",
      label: "One",
      about: "One.",
      rules: ["any words", "a yes", "a plan"],
      failure: null,
    };
    const two = { ...scenario, guards: [guard, guard] };
    expect(reasonWords(item, 0, 0, two)).toBe("a yes (“yes”); also: a plan, any words");
    expect(reasonWords(item, 0, 1, two)).toBe("a plan (“yes”)");
    expect(reasonWords(item, 1, 0, two)).toBe("");
  });

  it("say what else raters accept", () => {
    const item = conversation("x", 1, ["as_labelled", "as_labelled"], {
      disposition: 1,
      accepted: [1, 2],
    });
    expect(labelWords(item)).toBe("low risk, offer support (also accepted: bring in a person)");
  });
});

describe("highlighted words", () => {
  it("are in order and apart, of one message only", () => {
    const item = conversation("x", 3, ["as_labelled", "as_labelled"], {
      reasons: [
        [
          [1, null, 2, 5, 9],
          [1, null, 2, 0, 3],
          [1, null, 2, 7, 12],
          [1, null, 0, 0, 3],
          [0, null, null, null, null],
        ],
      ],
    });
    expect(triggers(item, 0, 2)).toEqual([
      [0, 3],
      [5, 12],
    ]);
    expect(triggers(item, 0, 0)).toEqual([[0, 3]]);
    expect(triggers(item, 1, 0)).toEqual([]);
  });
});
