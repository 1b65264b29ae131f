/** The data trail: one message, an app's choices, and at once everybody who can read it. */

import { staged, within } from "../common/stages.js";
import { counted, FOREVER, pricesOf, trailOf } from "./trail.js";
import { keptWords, labelOf, lawLines, stopLine, summary } from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Choices, Consent, Encryption, Switch, TrailScenario } from "./trail.js" */

/**
 * @typedef {object} Trail
 * @property {string} place
 * @property {Choices} choices
 * @property {readonly string[]} changed  choices that were touched, each once, in order
 * @property {number} fewest  the fewest kinds of readers of her words so far
 */

/**
 * @typedef {{ readonly type: "set_place", readonly value: string }
 *   | { readonly type: "set_retention", readonly value: number }
 *   | { readonly type: "set_encryption", readonly value: Encryption }
 *   | { readonly type: "set_consent", readonly value: Consent }
 *   | { readonly type: "switch", readonly key: Switch, readonly value: boolean }} TrailAction
 */

/** @typedef {Staged<TrailScenario, Trail>} TrailState */

/** So many choices are to be tried before the debrief. */
export const TO_TRY = 3;

/**
 * @param {Choices} choices
 * @param {TrailScenario} scenario
 */
export const countsOf = (choices, scenario) =>
  counted(trailOf(choices, scenario.days), scenario, choices.consent);

/**
 * The right prediction.
 *
 * @param {TrailScenario} scenario
 */
export const readersAsShipped = (scenario) => countsOf(scenario.shipped, scenario).words;

/**
 * @param {string} value
 * @param {readonly { readonly key: string }[]} among
 * @param {string} what
 */
function known(value, among, what) {
  if (!among.some(({ key }) => key === value)) {
    throw new Error(`There is no ${what} ${value}.`);
  }
}

/**
 * @param {TrailAction} action
 * @param {TrailScenario} scenario
 * @returns {Partial<Choices>} the choice that the action makes
 */
function choiceOf(action, scenario) {
  switch (action.type) {
    case "set_retention":
      return { retention: Math.round(within(action.value, 0, FOREVER, "The days")) };
    case "set_encryption":
      known(action.value, scenario.encryption, "encryption");
      return { encryption: action.value };
    case "set_consent":
      known(action.value, scenario.consents, "consent");
      return { consent: action.value };
    case "switch":
      known(action.key, scenario.switches, "choice");
      return { [action.key]: action.value };
    default:
      throw new Error(`The data trail knows no action ${JSON.stringify(action)}.`);
  }
}

/** @type {import("../common/stages.js").Play<TrailScenario, Trail, TrailAction>} */
const play = {
  settings: ["set_place", "set_retention", "set_encryption", "set_consent"],

  initial: (scenario) => ({
    place: scenario.place,
    choices: scenario.shipped,
    changed: [],
    fewest: readersAsShipped(scenario),
  }),

  step(trail, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error("The app's choices are changed after the prediction.");
    }
    if (action.type === "set_place") {
      known(action.value, scenario.places, "place");
      return { ...trail, place: action.value };
    }
    const made = choiceOf(action, scenario);
    const choices = { ...trail.choices, ...made };
    return {
      ...trail,
      choices,
      changed: [...new Set([...trail.changed, ...Object.keys(made)])],
      fewest: Math.min(trail.fewest, countsOf(choices, scenario).words),
    };
  },

  done: ({ changed }) => changed.length >= TO_TRY,

  preamble: (scenario) => [
    `${scenario.person} writes: ${scenario.message}`,
    `${scenario.app} promises: ${scenario.promises.join(" ")}`,
    scenario.fiction,
    scenario.caution,
    "",
    "As shipped:",
    ...trailOf(scenario.shipped, scenario.days).map((stop) => `   ${stopLine(scenario, stop)}`),
    ...lawLines(scenario, scenario.place),
    "",
  ],

  describe({ choices, place }, action, scenario) {
    if (action.type === "set_place") {
      return lawLines(scenario, place).join("\n");
    }
    // A switch costs what it is named for; the time and the encryption touch several at once.
    const prices = pricesOf(choices)
      .filter((key) => action.type !== "switch" || key === action.key)
      .map((key) => scenario.prices.find(({ id }) => id === key)?.text ?? key);
    return [
      `${describedChoice(action, choices, scenario)} ${summary(countsOf(choices, scenario))}`,
      ...prices.map((text) => `   Cost: ${text}`),
    ].join("\n");
  },

  outcome({ place, choices, changed, fewest }, scenario, prediction) {
    const expected = readersAsShipped(scenario);
    const stops = trailOf(choices, scenario.days);
    const { words, signs, longest, back, named, all } = countsOf(choices, scenario);
    return {
      place,
      choices,
      changed,
      readers_as_shipped: prediction && expected,
      correct: prediction && prediction.guess === expected,
      readers: words,
      learn_only: signs,
      fewest_readers: fewest,
      longest_days: longest,
      can_delete: back,
      consent_names: named,
      consent_of: all,
      stations: stops,
      prices: pricesOf(choices),
    };
  },
};

/**
 * @param {Exclude<TrailAction, { type: "set_place" }>} action
 * @param {Choices} choices
 * @param {TrailScenario} scenario
 */
function describedChoice(action, choices, scenario) {
  switch (action.type) {
    case "set_retention":
      return `Chats are kept: ${keptWords(choices.retention === FOREVER ? null : choices.retention)}.`;
    case "set_encryption":
      return `Encryption: ${labelOf(scenario.encryption, choices.encryption)}.`;
    case "set_consent":
      return `Consent: ${labelOf(scenario.consents, choices.consent)}.`;
    default:
      return `${labelOf(scenario.switches, action.key)}: ${action.value ? "yes" : "no"}.`;
  }
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
