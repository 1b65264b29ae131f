import { describe, expect, it } from "vitest";
import { conversation, firstReply } from "../../../widgets/src/mirror_bot/bot.js";
import { clauses, holds, keys } from "../../../widgets/src/mirror_bot/words.js";

const tables = {
  swaps: [
    { from: "i am", to: "you are" },
    { from: "i", to: "you" },
    { from: "my", to: "your" },
    { from: "you", to: "me" },
  ],
  fallback: ["Go on.", "And then?"],
};

/**
 * @param {string} id
 * @param {number} rank
 * @param {readonly string[]} keywords
 * @param {...string} templates
 */
const rule = (id, rank, keywords, ...templates) => ({ id, rank, keywords, templates, on: true });

const feel = rule("feel", 5, ["i feel"], "What is it like to feel {rest}?", "You feel {rest}.");
const mother = rule("mother", 8, ["mother", "mum"], "Your family. Go on.");

/** @param {readonly import("../../../widgets/src/mirror_bot/bot.js").Rule[]} rules @param {...string} texts */
const replies = (rules, ...texts) => conversation(rules, tables, texts).map(({ reply }) => reply);

describe("the matcher", () => {
  it("captures to the end of the clause and swaps the pronouns, two words before one", () => {
    const [answer] = conversation([feel], tables, [
      "Well, I feel that I am late for my class, you see",
    ]);
    expect(answer).toMatchObject({
      reply: "What is it like to feel that you are late for your class?",
      rule: "feel",
      keyword: "i feel",
      captured: "that I am late for my class",
    });
    expect(answer?.swapped.map(({ from }) => from)).toEqual(["i am", "my"]);
  });

  it("fires the keyword with the highest rank, wherever it stands", () => {
    expect(replies([feel, mother], "I feel bad for my mother")).toEqual(["Your family. Go on."]);
    expect(replies([{ ...feel, rank: 9 }, mother], "I feel bad for my mother")[0]).toContain(
      "bad for your mother",
    );
  });

  it("of equal ranks fires the one that stands earlier in the text", () => {
    const late = rule("late", 5, ["late"], "Late?");
    expect(replies([late, feel], "I feel late")[0]).toContain("What is it like");
    expect(replies([late, feel], "so late I feel it")).toEqual(["Late?"]);
  });

  it("takes its templates in turn, and the sentences for no rule in their own turn", () => {
    expect(replies([feel], "I feel ill", "Hm", "I feel old", "Hm", "I feel new")).toEqual([
      "What is it like to feel ill?",
      "Go on.",
      "You feel old.",
      "And then?",
      "What is it like to feel new?",
    ]);
  });

  it("passes over a template with a place when nothing was captured, and over a rule without any other", () => {
    expect(replies([feel], "How I feel.")).toEqual(["Go on."]);
    expect(replies([{ ...feel, templates: ["{rest}?", "I see."] }], "How I feel.")).toEqual([
      "I see.",
    ]);
    expect(replies([{ ...feel, templates: [] }], "I feel ill")).toEqual(["Go on."]);
  });

  it("finds whole words only, in any letter case and with any apostrophe", () => {
    expect(replies([mother], "my grandmotherly MUMBLING")).toEqual(["Go on."]);
    expect(replies([mother], "MUM")).toEqual(["Your family. Go on."]);
    expect(keys("I CAN’T")).toEqual(["i", "can't"]);
  });

  it("never fires a rule that is off", () => {
    expect(replies([{ ...mother, on: false }], "my mother")).toEqual(["Go on."]);
  });

  it("takes hostile text as text", () => {
    const hostile = "I feel $& $1 {rest} <img src=x onerror=alert(1)> (a+)+$ __proto__";
    expect(firstReply([feel], tables, hostile)).toBe(
      "What is it like to feel 1 rest img src x onerror alert 1 a proto?",
    );
    expect(firstReply([feel], tables, "")).toBe("Go on.");
  });

  it("reads a long text in time that grows with its length", () => {
    const long = "i feel a ".repeat(20_000);
    const [answer] = conversation([feel, mother], tables, [long]);
    expect(answer?.captured.split(" ")).toHaveLength(40);
    expect(clauses("a.".repeat(50_000))).toHaveLength(50_000);
  });

  it("finds phrases for the help note as whole words within one clause", () => {
    const words = ["want to die", "self harm", "don't want to live"];
    expect(holds("Some days I want to DIE.", words)).toBe(true);
    expect(holds("thoughts of self-harm", words)).toBe(true);
    expect(holds("I don’t want to live here", words)).toBe(true);
    expect(holds("I want to diet", words)).toBe(false);
    expect(holds("I want to. Die Zeit is a paper", words)).toBe(false);
  });
});
