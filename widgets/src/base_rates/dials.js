import { checkbox, select } from "../common/choice.js";
import { h, setText } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { percent } from "../common/words.js";
import { MOST_STAFF, OWN, START, sizeFor } from "./model.js";
import { counts, many, positiveValue, shareWords } from "./rates.js";

/** @import { RatesScenario, RatesState } from "./model.js" */
/** @import { RatesContext } from "./view.js" */

/**
 * Everything that can be set. The prevalence moves over a ladder of values, as small ones need small steps.
 *
 * @param {RatesContext} context
 */
export function dials({ act, state: { scenario, play } }) {
  const ladder = scenario.prevalences;
  const preset = presetPart({ act, scenario, play });
  const prevalence = slider({
    label: "Prevalence",
    min: 0,
    max: ladder.length - 1,
    value: nearest(ladder, play.prevalence),
    words: (place) => percent(ladder[place] ?? 0),
    hint: "How many have it, of everybody who is tested.",
    moved: (place) => act({ type: "set_prevalence", value: ladder[place] ?? 0 }),
  });
  const sensitivity = quality(
    "Sensitivity",
    "Of those who have it, how many are flagged.",
    (value) => act({ type: "set_sensitivity", value }),
  );
  const specificity = quality(
    "Specificity",
    "Of those who do not have it, how many are passed.",
    (value) => act({ type: "set_specificity", value }),
  );
  const second = checkbox({
    label: "Second step",
    value: play.second,
    hint: scenario.second,
    chosen: (value) => act({ type: "set_second", value }),
  });
  const staff = slider({
    label: "Seen a day",
    min: 1,
    max: MOST_STAFF,
    value: play.staff,
    words: (people) => (people === 1 ? "1 person" : `${people} people`),
    hint: "How many of those flagged the team can see.",
    moved: (value) => act({ type: "set_staff", value }),
  });

  // On a phone the marks are a screen away from the sliders: this line is not.
  const worth = h("p", { class: "wh-strong" });

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      preset.node,
      prevalence.node,
      sensitivity.node,
      specificity.node,
      worth,
      second.node,
      staff.node,
      h("p", { class: "wh-hint" }, scenario.chosen),
    ),
    /** @param {RatesState} state */
    update(state) {
      preset.set(state.play.preset);
      prevalence.set(nearest(ladder, state.play.prevalence));
      sensitivity.set(state.play.sensitivity);
      specificity.set(state.play.specificity);
      setText(worth, worthWords(state.play));
      second.set(state.play.second);
      staff.set(state.play.staff);
    },
  };
}

/**
 * A setting to load, and where its numbers come from.
 *
 * @param {object} options
 * @param {RatesContext["act"]} options.act
 * @param {RatesScenario} options.scenario
 * @param {RatesState["play"]} options.play
 */
function presetPart({ act, scenario, play }) {
  let loaded = play.preset;
  const choice = select({
    label: "Setting",
    options: [
      { key: START, label: "The setting of the prediction" },
      ...scenario.presets,
      { key: OWN, label: "Your own" },
    ],
    value: loaded,
    // One's own comes from the sliders: there is nothing to load.
    chosen: (key) => (key === OWN ? choice.set(loaded) : act({ type: "load", preset: key })),
  });
  const source = h("span", {});
  const cited = h("cite", { class: "wh-key" });
  return {
    node: h("div", { class: "wh-field" }, choice.node, h("p", {}, source, " ", cited)),
    /** @param {string} key */
    set(key) {
      loaded = key;
      choice.set(key);
      const { text, citation } = sourceOf(scenario, key);
      setText(source, text);
      setText(cited, citation);
    },
  };
}

/** @param {RatesState["play"]} play */
function worthWords(play) {
  const { found, false_alarms } = counts(play, sizeFor(play));
  return `Right if flagged: ${shareWords(positiveValue(play))}, ${many(found)} of ${many(found + false_alarms)}.`;
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {(value: number) => void} moved
 */
const quality = (label, hint, moved) =>
  slider({ label, min: 0, max: 100, step: 0.5, value: 0, words: percent, hint, moved });

/**
 * @param {readonly number[]} ladder
 * @param {number} value
 */
const nearest = (ladder, value) =>
  ladder.reduce(
    (best, step, place) =>
      Math.abs(step - value) < Math.abs((ladder[best] ?? 0) - value) ? place : best,
    0,
  );

/**
 * @param {RatesScenario} scenario
 * @param {string} preset
 */
function sourceOf(scenario, preset) {
  const found = scenario.presets.find(({ key }) => key === preset);
  return found
    ? { text: found.text, citation: `[${found.citation}]` }
    : { text: "Chosen for teaching, not measured.", citation: "" };
}
