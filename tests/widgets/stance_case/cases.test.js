import { describe, expect, it } from "vitest";
import {
  botWalked,
  endingOf,
  heard,
  minutesOf,
  repliesOf,
  unsaid,
  walked,
} from "../../../widgets/src/stance_case/graph.js";
import { kindsToChoose } from "../../../widgets/src/stance_case/model.js";
import { ENDINGS } from "../../../widgets/src/stance_case/words.js";
import { always, caseNamed, ends, script, through } from "./scenario.js";

/** @import { Case } from "../../../widgets/src/stance_case/types.js" */

const NILUFER = caseNamed("nilufer");
const HELEN = caseNamed("helen");
const JOSEPH = caseNamed("joseph");

/** @param {Case} played  @param {string} kind */
const endsOf = (played, kind) => ends(played).filter(({ turn }) => turn.ending?.kind === kind);

describe.each(script.cases)("every way through $id", (played) => {
  const all = ends(played);

  it("comes to an ending that the page has words for", () => {
    expect(all.length).toBeGreaterThan(20);
    for (const { turn } of all) {
      expect(turn.ending?.kind, turn.id).toBeDefined();
      expect(Object.keys(ENDINGS)).toContain(turn.ending?.kind);
    }
  });

  it("can be one on which everything is said, or hardly anything", () => {
    const counts = all.map(({ told }) => told.size);
    expect(Math.max(...counts)).toBe(script.prediction.max);
    expect(Math.min(...counts)).toBe(0);
  });

  it("tells nothing in an ending: what is heard is heard before the parting", () => {
    expect(played.nodes.filter(({ ending, tells }) => ending && tells)).toEqual([]);
  });

  it("offers at least two kinds of reply at every turn", () => {
    for (const turn of played.nodes) {
      const kinds = new Set(repliesOf(turn).map(({ code }) => code));
      expect(kinds.size, turn.id).toBeGreaterThanOrEqual(turn.replies ? 2 : 0);
    }
  });
});

describe("no reply gives itself away", () => {
  it.each(script.cases)("by its length, in $id", ({ nodes }) => {
    for (const turn of nodes) {
      const lengths = repliesOf(turn).map(({ text }) => text.length);
      expect(Math.max(...lengths), turn.id).toBeLessThanOrEqual(160);
    }
    const replies = nodes.flatMap(repliesOf);
    const quick = new Set(script.codes.filter((code) => code.quick).map(({ key }) => key));
    const mean = (/** @type {boolean} */ isQuick) => {
      const texts = replies.filter(({ code }) => quick.has(code) === isQuick);
      return texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
    };
    expect(mean(true) / mean(false)).toBeGreaterThan(0.8);
    expect(mean(true) / mean(false)).toBeLessThan(1.25);
  });
});

describe("Nilufer", () => {
  it("tells of the risk after a direct question, and after nothing else", () => {
    const asked = NILUFER.nodes.filter(({ tells }) => tells?.includes("suicide"));
    expect(asked.map(({ id }) => id)).toEqual(["yes"]);
    const into = NILUFER.nodes.flatMap(repliesOf).filter(({ to }) => to === "yes");
    expect(into.length).toBeGreaterThan(4);
    expect(into.every(({ code }) => code === "direct")).toBe(true);
    // In plain words, every time.
    expect(into.every(({ text }) => text.toLowerCase().includes("killing yourself"))).toBe(true);
  });

  it("never tells of it to somebody who asks open questions only", () => {
    const walk = always(NILUFER, "open");
    expect(walk.steps.length).toBeGreaterThan(5);
    expect(walk.at.id).toBe("leaving");
    expect(heard(NILUFER, walk).map(({ id }) => id)).toEqual(["sums", "bench", "alone", "tooth"]);
  });

  it("never leaves politely, unheard, once it has been said", () => {
    for (const kind of ["polite_goodbye", "left_unheard"]) {
      expect(endsOf(NILUFER, kind).filter(({ told }) => told.has("suicide"))).toEqual([]);
    }
    for (const { turn, told } of ends(NILUFER).filter((end) => end.told.has("suicide"))) {
      expect(["warm_handoff", "called_together", "called_later"], [...told].join()).toContain(
        turn.ending?.kind,
      );
    }
  });

  it("can still be asked at the door", () => {
    const late = walked(NILUFER, through(NILUFER, "tips", "sums", "debt", "leaving", "yes"));
    expect(heard(NILUFER, late).map(({ id }) => id)).toContain("suicide");
  });
});

describe("Helen", () => {
  it("is punished by delay in time only, an hour at the most", () => {
    const all = ends(HELEN);
    expect(new Set(all.map(({ turn }) => turn.ending?.kind))).toEqual(
      new Set(["warm_handoff", "called_together", "help_called", "time_lost"]),
    );
    expect(Math.max(...all.map(({ minutes }) => minutes))).toBeLessThanOrEqual(60);
  });

  it("has help on its way soonest where the reply says what to do", () => {
    const soonest = (/** @type {boolean} */ wanted) =>
      Math.min(
        ...ends(HELEN)
          .filter(({ directed }) => directed === wanted)
          .map(({ minutes }) => minutes),
      );
    expect(soonest(true)).toBeLessThanOrEqual(6);
    expect(soonest(true)).toBeLessThan(soonest(false));
  });

  it("loses the most to whoever only asks open questions", () => {
    const open = always(HELEN, "open");
    expect(endingOf(open)?.kind).toBe("time_lost");
    expect(minutesOf(open)).toBeGreaterThanOrEqual(40);
  });

  it("cannot tell all six without losing time", () => {
    const all = ends(HELEN);
    const soonest = Math.min(...all.map(({ minutes }) => minutes));
    const whole = all.filter(({ told }) => told.size === 6).map(({ minutes }) => minutes);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(2 * soonest);
  });

  it("is reached by every slow reply in minutes and by every instruction in two at most", () => {
    for (const { code, minutes } of HELEN.nodes.flatMap(repliesOf)) {
      expect(minutes, code).toBeDefined();
      if (code === "directive" || code === "handoff" || code === "direct") {
        expect(minutes).toBeLessThanOrEqual(2);
      }
      if (code === "open") {
        expect(minutes).toBeGreaterThanOrEqual(4);
      }
    }
  });
});

describe("Joseph", () => {
  it("leaves unheard when he is corrected twice, and with his letter when nobody asks", () => {
    const ridiculed = walked(JOSEPH, through(JOSEPH, "stiff", "leaves"));
    expect(ridiculed.steps.map(({ reply }) => reply.code)).toEqual(["correction", "correction"]);
    expect(heard(JOSEPH, ridiculed)).toEqual([]);
    const deferred = walked(JOSEPH, through(JOSEPH, "letter", "polish", "letter_read"));
    expect(endingOf(deferred)?.kind).toBe("polite_goodbye");
    expect(heard(JOSEPH, deferred)).toEqual([]);
  });

  it("is given a next step only by those who ask first or go along with him in person", () => {
    for (const turn of JOSEPH.nodes) {
      for (const { to, code } of repliesOf(turn)) {
        if (["postcard", "appointment", "three"].includes(to)) {
          expect(["handoff", "asked_advice"], turn.id).toContain(code);
        }
      }
    }
  });
});

describe("the advice bot", () => {
  it.each(script.cases)("talks with $id to an end, and hears something", (played) => {
    const walk = botWalked(played);
    const told = heard(played, walk).length;
    expect(endingOf(walk)).not.toBeNull();
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(played.disclosures.length);
    expect(walk.steps.length).toBeGreaterThanOrEqual(4);
  });

  it("is sooner than many with the emergency, and later than a person who stays", () => {
    const { steps } = botWalked(HELEN);
    expect(steps[1]?.reply.code).toBe("directive");
    const soonest = Math.min(...ends(HELEN).map(({ minutes }) => minutes));
    expect(minutesOf({ steps, at: HELEN.nodes[0] ?? { id: "", said: "" } })).toBeGreaterThan(
      soonest,
    );
  });

  it("never asks Nilufer", () => {
    expect(botWalked(NILUFER).steps.map(({ reply }) => reply.code)).not.toContain("direct");
  });

  it.each(script.codes)("offers four kinds to choose from where it is $label", ({ key }) => {
    const kinds = kindsToChoose(script, key).map((code) => code.key);
    expect(kinds).toHaveLength(4);
    expect(kinds).toContain(key);
  });
});

describe("what was never said", () => {
  it("is laid to the reply after which it could no more be heard", () => {
    const path = through(NILUFER, "sums", "polite", "goodbye");
    const lost = unsaid(NILUFER, walked(NILUFER, path));
    // Her hand is on the door before the last reply, and an open question would still have kept her.
    expect(
      lost.map(({ number, disclosures }) => [number, disclosures.map(({ id }) => id)]),
    ).toEqual([[3, ["bench", "alone", "tooth", "suicide", "reason"]]]);
  });

  it("adds up with what was heard to everything there was", () => {
    const tooth = through(NILUFER, "sums", "debt", "tooth", "dentist", "leaving", "goodbye");
    const walk = walked(NILUFER, tooth);
    const lost = unsaid(NILUFER, walk);
    expect(
      lost.map(({ number, disclosures }) => [number, disclosures.map(({ id }) => id)]),
    ).toEqual([
      [2, ["bench", "alone"]],
      [6, ["suicide", "reason"]],
    ]);
    expect(heard(NILUFER, walk).length + 4).toBe(6);
  });
});
