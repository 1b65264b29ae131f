import { describe, expect, it } from "vitest";
import { find, findAll, fold, parseWords } from "../../../widgets/src/keyword_alarm/match.js";

describe("folding", () => {
  it("keeps every character in its place", () => {
    for (const text of ["Don’t\nSTOP", "İstanbul KILL", "ß Ä 😀 Z"]) {
      expect(fold(text)).toHaveLength(text.length);
    }
    expect(fold("I DON’T\tknow")).toBe("i don't know");
    expect(fold("İ KILL")).toContain("kill");
  });
});

describe("the list", () => {
  it("drops empty lines and repetitions and trims", () => {
    expect(parseWords(" Die \n\ndie\r\n  end   it \n")).toEqual(["die", "end it"]);
  });

  it("has an end, however much is typed", () => {
    const words = parseWords(Array.from({ length: 5000 }, (_, index) => `w${index}`).join("\n"));
    expect(words).toHaveLength(200);
    expect(parseWords("x".repeat(100_000))[0]).toHaveLength(80);
  });
});

describe("finding", () => {
  it.each([
    ["i want to die.", "die", true, [10, 13]],
    ["my diet", "die", true, null],
    ["my diet", "die", false, [3, 6]],
    ["die-hard", "die", true, [0, 3]],
    ["naïvedie", "die", true, null],
    ["3die", "die", true, null],
    ["diet, die", "die", true, [6, 9]],
    ["cut(s", "t(s", false, [2, 5]],
    ["nothing", "die", true, null],
  ])("looks in %j for %j (whole: %s)", (text, word, whole, place) => {
    expect(find(text, word, whole)).toEqual(place);
  });

  it("marks every place once, where words overlap too", () => {
    const text = "kill myself, i will kill myself";
    expect(findAll(text, ["kill", "kill myself"], true)).toEqual([
      [0, 11],
      [20, 31],
    ]);
    expect(findAll("aaa", ["aa"], false)).toEqual([[0, 2]]);
  });
});
