/** The accountability map: eight events, three settings, one place; tick who answers, then see. */

import { staged } from "../common/stages.js";
import { answerOf, judged, NOBODY, plainly } from "./map.js";
import {
  arguableWords,
  names,
  placeName,
  plainWords,
  settingName,
  totals,
  verdictLines,
} from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { MapScenario, Setting } from "./map.js" */

/**
 * @typedef {object} Given
 * @property {string} event
 * @property {Setting} setting
 * @property {string} place  where it was ticked for
 * @property {readonly string[]} ticked
 */

/**
 * @typedef {object} Mapping
 * @property {string} place
 * @property {string} firstPlace  the place that the prediction was about
 * @property {number} at  index of the event on the screen
 * @property {Setting} setting  the one to tick for
 * @property {readonly string[]} ticked
 * @property {readonly Given[]} given  one for each event that was committed, in order
 */

/**
 * @typedef {{ readonly type: "set_place", readonly value: string }
 *   | { readonly type: "set_setting", readonly value: Setting }
 *   | { readonly type: "set_ticks", readonly value: readonly string[] }
 *   | { readonly type: "answer" | "next" }} MapAction
 */

/** @typedef {Staged<MapScenario, Mapping>} MapState */

/**
 * Whether the event on the screen has been committed.
 *
 * @param {Mapping} mapping
 */
export const revealed = ({ at, given }) => given.length > at;

/**
 * @param {Mapping} mapping
 * @param {MapScenario} scenario
 */
export function verdict({ given, at }, scenario) {
  const one = given[at];
  const event = scenario.events.find(({ id }) => id === one?.event);
  return one && event
    ? judged(one.ticked, answerOf(scenario, event, one.setting, one.place))
    : null;
}

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
 * @param {readonly string[]} ticks
 * @param {MapScenario} scenario
 */
function checkedTicks(ticks, scenario) {
  for (const key of ticks) {
    known(key, [...scenario.answerers, { key: NOBODY }], "answerer");
  }
  return [...new Set(ticks)];
}

export const NONE = "Tick at least one; nobody is an answer as well.";
export const BOTH = "Nobody and somebody cannot both be right: untick one.";

/**
 * @param {Mapping} mapping
 * @param {MapScenario} scenario
 * @returns {Mapping}
 */
function answered(mapping, scenario) {
  const event = scenario.events[mapping.at];
  if (!event || revealed(mapping)) {
    throw new Error("This event is answered; go on to the next.");
  }
  if (mapping.ticked.length === 0) {
    throw new Error(NONE);
  }
  if (mapping.ticked.length > 1 && mapping.ticked.includes(NOBODY)) {
    throw new Error(BOTH);
  }
  const { setting, place, ticked } = mapping;
  return { ...mapping, given: [...mapping.given, { event: event.id, setting, place, ticked }] };
}

/**
 * @param {Mapping} mapping
 * @param {MapScenario} scenario
 * @returns {Mapping}
 */
function onward(mapping, scenario) {
  const event = scenario.events[mapping.at + 1];
  if (!(event && revealed(mapping))) {
    throw new Error(event ? "Answer this event first." : "There is no event after this one.");
  }
  return { ...mapping, at: mapping.at + 1, setting: event.ask, ticked: [] };
}

/** @type {import("../common/stages.js").Play<MapScenario, Mapping, MapAction>} */
const play = {
  settings: ["set_place", "set_setting", "set_ticks"],

  initial: (scenario) => ({
    place: scenario.place,
    firstPlace: scenario.place,
    at: 0,
    setting: scenario.events[0]?.ask ?? "app",
    ticked: [],
    given: [],
  }),

  step(mapping, action, stage, scenario) {
    if (action.type === "set_place") {
      known(action.value, scenario.places, "place");
      const firstPlace = stage === "predict" ? action.value : mapping.firstPlace;
      return { ...mapping, place: action.value, firstPlace };
    }
    if (stage !== "play") {
      throw new Error("The map is filled in after the prediction.");
    }
    switch (action.type) {
      case "set_setting":
      case "set_ticks":
        if (revealed(mapping)) {
          throw new Error("This event is answered; go on to the next.");
        }
        if (action.type === "set_ticks") {
          return { ...mapping, ticked: checkedTicks(action.value, scenario) };
        }
        known(action.value, scenario.settings, "setting");
        return { ...mapping, setting: action.value };
      case "answer":
        return answered(mapping, scenario);
      case "next":
        return onward(mapping, scenario);
      default:
        throw new Error(`The accountability map knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ given }, scenario) => given.length === scenario.events.length,

  preamble: (scenario) => [scenario.caution, ""],

  describe(mapping, action, scenario) {
    switch (action.type) {
      case "set_place":
        // The numbers are the answer to the prediction: they wait until the map is filled in.
        return play.done(mapping, scenario)
          ? totals(scenario, mapping.place)
          : `Place: ${placeName(scenario, mapping.place)}.`;
      case "answer":
        return describedAnswer(mapping, scenario);
      default:
        return null;
    }
  },

  outcome(mapping, scenario, prediction) {
    const expected = plainly(scenario, "app", mapping.firstPlace);
    const count = (/** @type {Setting} */ setting) => plainly(scenario, setting, mapping.place);
    return {
      place: mapping.place,
      predicted_place: mapping.firstPlace,
      plainly_in_app: prediction && expected,
      correct: prediction && prediction.guess === expected,
      plainly: { practice: count("practice"), coach: count("coach"), app: count("app") },
      answers: mapping.given.map((one, at) => ({
        ...one,
        ...verdict({ ...mapping, at }, scenario),
      })),
    };
  },
};

/**
 * @param {Mapping} mapping
 * @param {MapScenario} scenario
 */
function describedAnswer(mapping, scenario) {
  const event = scenario.events[mapping.at];
  const held = verdict(mapping, scenario);
  if (!(event && held)) {
    return null;
  }
  const cells = scenario.settings.flatMap(({ key, label }) => {
    const answer = answerOf(scenario, event, key, mapping.place);
    return [
      `   ${label}. ${plainWords(scenario, answer)} ${arguableWords(scenario, answer)}`.trimEnd(),
      `      ${answer.reason}${answer.key && ` [${answer.key}]`}`,
      ...answer.laws.map(
        ({ law, rule }) =>
          `      ${rule.says} ${law.name}: ${law.in_force}. Looked up ${law.read}; ${law.status} [${law.key}]`,
      ),
    ];
  });
  return [
    `${mapping.at + 1}. ${event.title}. ${event.story}`,
    `   Ticked for ${settingName(scenario, mapping.setting).toLowerCase()}, ${placeName(scenario, mapping.place)}: ${names(scenario, mapping.ticked)}.`,
    ...verdictLines(scenario, held).map((line) => `   ${line}`),
    ...cells,
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
