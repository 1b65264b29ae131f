import { actions, button, h } from "./dom.js";
import { slider } from "./slider.js";
import { percent, withUnit } from "./words.js";

/** @import { PredictionText } from "./types.js" */

const CONFIDENCE_START = 50;

/**
 * A guess and how sure one is of it, committed before anything is shown.
 *
 * @param {object} options
 * @param {PredictionText} options.text
 * @param {(guess: number, confidence: number) => void} options.committed
 */
export function predictPanel({ text, committed }) {
  const guess = slider({
    label: "My prediction",
    min: text.min,
    max: text.max,
    step: text.step,
    value: text.start,
    words: (value) => withUnit(value, text.unit),
    hint: text.question,
  });
  const confidence = confidenceSlider(text.confidence);
  return h(
    "div",
    { class: "wh-stack" },
    guess.node,
    confidence.node,
    actions(button("Commit my prediction", () => committed(guess.value, confidence.value), "main")),
  );
}

/**
 * @param {string} hint
 * @param {number} [value]
 */
export function confidenceSlider(hint, value = CONFIDENCE_START) {
  return slider({ label: "My confidence", min: 0, max: 100, step: 5, value, words: percent, hint });
}
