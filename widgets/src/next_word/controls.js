/** Order, temperature and the start. */

import { actions, button, h, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { replyButtons } from "../common/replies.js";
import { slider } from "../common/slider.js";
import { LONGEST_START, MOST_TEMPERATURE, unusable } from "./model.js";
import { MOST_ORDER } from "./ngram.js";

/** @import { WordState } from "./model.js" */
/** @import { WordContext } from "./view.js" */

const TEMPERATURE_STEP = 0.05;
const LOOKS_AT = ["no word", "the last word", "the last 2 words", "the last 3 words"];

/** @param {WordContext} context */
export function settingsPart({ act, state: { play } }) {
  const order = slider({
    label: "Order",
    min: 1,
    max: MOST_ORDER,
    value: play.order,
    words: (value) => `${value}: looks at ${LOOKS_AT[value - 1]}`,
    hint: "How many words in a row the table counts, the next one included.",
    moved: (value) => act({ type: "set_order", value }),
  });
  const temperature = slider({
    label: "Temperature",
    min: 0,
    max: MOST_TEMPERATURE,
    step: TEMPERATURE_STEP,
    value: play.temperature,
    words: temperatureWords,
    hint: "1: the shares as counted. Lower: the frequent words gain. Higher: the rare words gain.",
    moved: (value) => act({ type: "set_temperature", value }),
  });
  return {
    node: h("div", { class: "wh-stack" }, order.node, temperature.node),
    /** @param {WordState} state */
    update(state) {
      order.set(state.play.order);
      temperature.set(state.play.temperature);
    },
  };
}

/**
 * @param {WordContext} context
 * @param {() => void} show  brings the text into view, a screen further up
 */
export function otherStarts({ act, state: { scenario } }, show) {
  const starts = replyButtons({
    label: "Other starts",
    most: scenario.starts.length,
    chosen(start) {
      act({ type: "choose_start", start });
      show();
    },
  });
  starts.update(
    scenario.starts.map(({ id, text }) => ({ key: id, label: `${text} …` })),
    "Or go on from",
  );
  return {
    node: h("div", { class: "wh-stack" }, starts.node, ownStart(act, show).node),
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {number} value */
function temperatureWords(value) {
  const name = { 0: ": always the first", 1: ": as counted" }[value] ?? "";
  return `${value.toFixed(2)}${name}`;
}

/**
 * @param {WordContext["act"]} act
 * @param {() => void} show
 */
function ownStart(act, show) {
  const problem = h("p", { class: "wh-strong", role: "status" });
  const field = textField({
    label: "Or from your own words",
    longest: LONGEST_START,
    hint: "Only words and . , ? ! are read. They stay on this page, or in your notebook. Do not write real private things.",
  });
  function use() {
    const complaint = unusable(field.value);
    setText(problem, complaint);
    if (!complaint) {
      act({ type: "own_start", text: field.value });
      show();
    }
  }
  field.input.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Enter" && !event.isComposing) {
      use();
    }
  });
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      field.node,
      h("div", {}, problem, actions(button("Go on from my words", use))),
    ),
  };
}
