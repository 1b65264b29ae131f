import { describe, expect, it } from "vitest";
import {
  initial,
  isCorrect,
  outcome,
  step,
  transcript,
} from "../../../widgets/src/question/model.js";

const question = {
  prompt: "Which?",
  options: [
    { key: "a", label: "This", feedback: "Yes." },
    { key: "b", label: "That", feedback: "No." },
  ],
  answer: "a",
  explanation: "",
};
/** @param {string} choice */
const commit = (choice) => ({ type: /** @type {const} */ ("commit"), choice, confidence: 80 });

describe("a question", () => {
  it("is empty until it is answered", () => {
    expect(outcome(initial(question))).toEqual({ choice: null, confidence: null, correct: null });
  });

  it("tells right from wrong", () => {
    expect(outcome(step(initial(question), commit("a")))).toEqual({
      choice: "a",
      confidence: 80,
      correct: true,
    });
    expect(isCorrect(step(initial(question), commit("b")))).toBe(false);
  });

  it("knows no right answer to an opinion", () => {
    expect(isCorrect(step(initial({ ...question, answer: null }), commit("b")))).toBeNull();
  });

  it("is answered once, with an option it has", () => {
    const state = step(initial(question), commit("a"));
    expect(() => step(state, commit("b"))).toThrow("once");
    expect(() => step(initial(question), commit("c"))).toThrow("no option");
    expect(() => step(initial(question), { ...commit("a"), confidence: 101 })).toThrow(
      "confidence",
    );
  });

  it("writes down what was asked and chosen", () => {
    expect(transcript(step(initial(question), commit("b")))).toBe(
      "Which?\n[ ] This\n[x] That\nConfidence: 80%.\n",
    );
  });
});
