import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  countsOf,
  done,
  initial,
  outcome,
  readersAsShipped,
  step,
  transcript,
} from "../../../widgets/src/data_trail/model.js";
import { FOREVER, lawsOf, pricesOf, trailOf } from "../../../widgets/src/data_trail/trail.js";
import { keptWords } from "../../../widgets/src/data_trail/words.js";

/** @import { TrailAction, TrailState } from "../../../widgets/src/data_trail/model.js" */
/** @import { Choices, TrailScenario } from "../../../widgets/src/data_trail/trail.js" */
/** @import { StageAction } from "../../../widgets/src/common/stages.js" */

const path = new URL("../../../datasets/simulations/data_trail.json", import.meta.url);
/** @type {TrailScenario} */
const scenario = JSON.parse(await readFile(path, "utf8"));

/** @param {Partial<Choices>} [changes] */
const trail = (changes = {}) => trailOf({ ...scenario.shipped, ...changes }, scenario.days);

/**
 * @param {string} id
 * @param {Partial<Choices>} [changes]
 */
const at = (id, changes) => trail(changes).find((stop) => stop.id === id);

/** @param {...(TrailAction | StageAction)} actions */
const played = (...actions) => actions.reduce(step, /** @type {TrailState} */ (initial(scenario)));

const guess = { type: /** @type {const} */ ("predict"), guess: 3, confidence: 60 };
/**
 * @param {import("../../../widgets/src/data_trail/trail.js").Switch} key
 * @param {boolean} value
 */
const flip = (key, value) => ({ type: /** @type {const} */ ("switch"), key, value });
/** @param {number} value */
const keep = (value) => ({ type: /** @type {const} */ ("set_retention"), value });

describe("the trail", () => {
  it("has more readers as shipped than its promises tell, and a consent that names one", () => {
    expect(readersAsShipped(scenario)).toBe(8);
    expect(countsOf(scenario.shipped, scenario)).toEqual({
      words: 8,
      signs: 2,
      longest: null,
      back: 2,
      named: 1,
      all: 9,
    });
  });

  it("stays in the order of the stations and shows each at most once", () => {
    const order = scenario.stations.map(({ id }) => id);
    const full = trail({ abroad: true, sold: true });
    expect(full.map(({ id }) => id)).toEqual(order);
  });

  it("keeps a backup longer than the chat, and longer than she can delete", () => {
    expect(at("app", { retention: 30 })).toMatchObject({ days: 30, back: "yes" });
    expect(at("backup", { retention: 30 })).toMatchObject({ days: 120, back: "no" });
    expect(at("court", { retention: 30 })?.days).toBe(120);
    expect(at("court", { retention: 30, backup: false, hosted: false })?.days).toBe(30);
    expect(at("court", { retention: 1, backup: false })?.days).toBe(scenario.days.host);
  });

  it("leaves copies behind when nothing is kept: at the model's company and in crash reports", () => {
    expect(trail({ retention: 0 }).map(({ id }) => id)).toEqual([
      "phone",
      "app",
      "host",
      "crash",
      "court",
      "kit",
      "employer",
    ]);
    expect(at("court", { retention: 0, hosted: false })).toBeUndefined();
  });

  it("never forgets what a model has learned, however short the chat is kept", () => {
    expect(at("trainers", { retention: 1 })).toMatchObject({ days: null, back: "no" });
    expect(at("trainers", { consent: "by_purpose" })?.back).toBe("onward");
  });

  it("is locked to the backup company, and to nobody else, when stored words are encrypted", () => {
    const changed = trail({ encryption: "rest" }).filter(
      (stop, index) => stop.reads !== trail()[index]?.reads,
    );
    expect(changed.map(({ id, reads }) => [id, reads])).toEqual([["backup", "locked"]]);
    expect(countsOf({ ...scenario.shipped, encryption: "rest" }, scenario).words).toBe(7);
  });

  it("stays on the phone with the model there, but for what the app still reports", () => {
    expect(trail({ encryption: "device" }).map(({ id }) => id)).toEqual([
      "phone",
      "crash",
      "kit",
      "employer",
    ]);
    expect(pricesOf({ ...scenario.shipped, encryption: "device" })).toContain("device");
  });

  it("cannot be deleted without an account, and says that this is the price", () => {
    expect(at("app", { account: false })?.back).toBe("no");
    expect(pricesOf({ ...scenario.shipped, account: false })).toEqual(["account"]);
  });

  it("has a price for each choice that takes a reader away, and none as shipped", () => {
    expect(pricesOf(scenario.shipped)).toEqual([]);
    for (const key of /** @type {const} */ ([
      "hosted",
      "improve",
      "reviewers",
      "crash",
      "kit",
      "employer",
    ])) {
      const without = { ...scenario.shipped, [key]: false };
      const { words, signs } = countsOf(without, scenario);
      expect(words + signs).toBe(9);
      expect(pricesOf(without)).toEqual([key]);
    }
    expect(pricesOf({ ...scenario.shipped, retention: 0 })).toContain("forgets");
  });

  it("says which law touches whom by place", () => {
    const keys = (/** @type {string} */ station, /** @type {string} */ place) =>
      lawsOf(scenario, station, place).map(({ key }) => key);
    expect(keys("app", "eu")).toEqual(["gdpr9", "luka2025"]);
    expect(keys("kit", "utah")).toContain("utahhb452");
    expect(keys("kit", "us_other")).toContain("bhelp2023");
    expect(keys("kit", "us_other")).not.toContain("utahhb452");
    expect(scenario.stations.flatMap(({ id }) => keys(id, "elsewhere"))).toEqual([]);
  });

  it("says times in words", () => {
    expect([null, 0, 1, 30, 365, 1095].map(keptWords)).toEqual([
      "for ever",
      "while it is answered",
      "1 day",
      "30 days",
      "1 year",
      "3 years",
    ]);
  });
});

describe("the data trail", () => {
  it("is as shipped until the prediction is made", () => {
    expect(() => played(keep(3))).toThrow("after the prediction");
    expect(() => played(guess, keep(FOREVER + 1))).toThrow("between 0 and 366");
    expect(() =>
      played(guess, { type: "switch", key: /** @type {"kit"} */ ("gift"), value: true }),
    ).toThrow("no choice gift");
    expect(() => played(guess, { type: "set_place", value: "atlantis" })).toThrow("no place");
  });

  it("keeps the debrief until three different choices were tried; the place is none", () => {
    const two = [guess, flip("kit", false), flip("kit", true), keep(30), keep(3)];
    const place = { type: /** @type {const} */ ("set_place"), value: "uk" };
    expect(done(played(...two, place))).toBe(false);
    expect(done(played(...two, flip("crash", false)))).toBe(true);
  });

  it("remembers the fewest readers and holds the guess against the app as shipped", () => {
    const state = played(guess, flip("hosted", false), flip("crash", false), flip("crash", true));
    expect(outcome(state)).toMatchObject({
      readers_as_shipped: 8,
      correct: false,
      readers: 7,
      fewest_readers: 6,
      changed: ["hosted", "crash"],
      prices: ["hosted"],
    });
  });

  it("gives the same bytes for the same actions", () => {
    const run = () => played(guess, keep(30), flip("kit", false), flip("sold", true));
    expect(JSON.stringify(outcome(run()))).toBe(JSON.stringify(outcome(run())));
    expect(transcript(run())).toBe(transcript(run()));
  });

  it("tells the message, the promises, the trail and every change in its transcript", () => {
    const text = transcript(played(guess, keep(30), flip("reviewers", false)));
    for (const line of [scenario.message, scenario.fiction, scenario.promises[1] ?? ""]) {
      expect(text).toContain(line);
    }
    expect(text).toContain("Law of: European Union.");
    expect(text).toContain("[gdpr9]");
    expect(text).not.toContain("[utahhb452]");
    expect(text).toContain("The training team: can read her words; kept for ever");
    expect(text).toContain("Chats are kept: 30 days. Now 8 kinds of readers");
    expect(text).toContain("Hired people read samples: no. Now 7 kinds of readers");
    expect(text).toContain("Cost: No person reads");
  });
});
