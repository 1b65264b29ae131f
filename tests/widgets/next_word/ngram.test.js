import { describe, expect, it } from "vitest";
import {
  copied,
  drawn,
  keyOf,
  next,
  shares,
  split,
  train,
} from "../../../widgets/src/next_word/ngram.js";
import { percentOf, pieces } from "../../../widgets/src/next_word/written.js";

const ngrams = train([
  "The cat sat on the mat. The cat sat on the bed.",
  "On Monday the dog sat by Anna, and the cat ran. It’s late.",
]);

/** @param {string} text */
const keys = (text) => split(text).map(keyOf);

describe("the table", () => {
  it("counts what followed, the most frequent first, equals as they stood in the text", () => {
    expect(next(ngrams, keys("the"), 2).followers).toEqual({
      words: ["cat", "mat", "bed", "dog"],
      counts: [3, 1, 1, 1],
      total: 6,
    });
    expect(next(ngrams, keys("sat on the"), 3).followers.words).toEqual(["mat", "bed"]);
  });

  it("counts every word and mark when it looks at none", () => {
    const { followers } = next(ngrams, keys("the cat"), 1);
    expect(followers.total).toBe(ngrams.words.length);
    expect(followers.words[0]).toBe("the");
    expect(followers.counts.reduce((sum, number) => sum + number)).toBe(followers.total);
  });

  it("backs off to fewer words when these never stood in the text, at last to none", () => {
    expect(next(ngrams, keys("dog on the"), 4).context).toEqual(["on", "the"]);
    expect(next(ngrams, keys("a purple cat"), 4).context).toEqual(["cat"]);
    expect(next(ngrams, keys("purple"), 4).context).toEqual([]);
    expect(next(ngrams, [], 4).context).toEqual([]);
    // The last mark of the text was followed by nothing; the mark itself was, elsewhere.
    expect(next(ngrams, keys("late."), 3).context).toEqual(["."]);
  });

  it.each([0, 0.05, 0.5, 1, 1.35, 2])(
    "gives shares that sum to 1 at temperature %d",
    (temperature) => {
      for (const text of ["the", "sat on the", "nowhere", "."]) {
        for (const order of [1, 2, 3, 4]) {
          const { followers } = next(ngrams, keys(text), order);
          const sum = shares(followers, temperature).reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(1, 12);
        }
      }
    },
  );

  it("gives the plain shares at temperature 1, all to the first at 0, and flattens above 1", () => {
    const { followers } = next(ngrams, keys("the"), 2);
    expect(shares(followers, 1)).toEqual(
      followers.counts.map((number) => expect.closeTo(number / 6, 12)),
    );
    expect(shares(followers, 0)).toEqual([1, 0, 0, 0]);
    const tie = next(ngrams, keys("on the"), 3).followers;
    expect(drawn(tie, shares(tie, 0), 0.999)).toBe("mat");
    const [warm, hot] = [shares(followers, 1), shares(followers, 2)];
    expect(hot[0]).toBeLessThan(warm[0] ?? 0);
    expect(hot[3]).toBeGreaterThan(warm[3] ?? 1);
  });

  it("draws in proportion: each word has its stretch between 0 and 1", () => {
    const { followers } = next(ngrams, keys("the"), 2);
    const table = shares(followers, 1);
    expect([0, 0.49, 0.51, 0.7, 0.99].map((chance) => drawn(followers, table, chance))).toEqual([
      "cat",
      "cat",
      "mat",
      "bed",
      "dog",
    ]);
  });

  it("finds how many of the last words stand in the text in just this order", () => {
    expect(copied(ngrams, keys("Later the cat sat on"))).toBe(4);
    expect(copied(ngrams, keys("the cat sat on Monday"))).toBe(2);
    expect(copied(ngrams, keys("the purple"))).toBe(0);
    expect(copied(ngrams, [])).toBe(0);
  });

  it("writes names and beginnings of sentences with a capital and no space before a mark", () => {
    expect(
      pieces(ngrams, "then", keys("anna , and the cat . on monday it's late .")).join(""),
    ).toBe("Then Anna, and the cat. On Monday it's late.");
  });

  it("says a share that is nearly nothing as nearly nothing", () => {
    expect([0, 0.001, 0.01, 0.726, 1].map(percentOf)).toEqual([
      "0%",
      "under 1%",
      "1%",
      "73%",
      "100%",
    ]);
  });

  it("takes hostile words as words it does not know", () => {
    const words = keys("<img src=x onerror=alert(1)> __proto__ constructor toString");
    expect(next(ngrams, words, 4).context).toEqual([]);
    expect(next(ngrams, keys("constructor"), 2).context).toEqual([]);
  });
});
