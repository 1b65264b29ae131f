/** Base rates: a good test, a rare thing, and a team that sees so many a day. */

import { staged, within } from "../common/stages.js";
import {
  counts,
  fewWords,
  negativeValue,
  positiveValue,
  queue,
  sentence,
  shareWords,
} from "./rates.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Scenario } from "../common/types.js" */
/** @import { Setting } from "./rates.js" */

/** @typedef {"common" | "rare" | "queue" | "measured"} TaskKey */

/**
 * @typedef {object} Preset
 * @property {string} key
 * @property {string} label
 * @property {number} prevalence  per cent
 * @property {number} sensitivity  per cent
 * @property {number} specificity  per cent
 * @property {boolean} measured
 * @property {string} text  what was measured and what was chosen
 * @property {string} citation
 */

/**
 * @typedef {Scenario & {
 *   readonly prevalence: number,
 *   readonly sensitivity: number,
 *   readonly specificity: number,
 *   readonly staff: number,
 *   readonly tolerance: number,
 *   readonly screened: number,
 *   readonly days: number,
 *   readonly prevalences: readonly number[],
 *   readonly chosen: string,
 *   readonly queue_chosen: string,
 *   readonly second: string,
 *   readonly staff_note: string,
 *   readonly tasks: readonly { readonly key: TaskKey, readonly text: string }[],
 *   readonly presets: readonly Preset[],
 * }} RatesScenario
 */

/**
 * @typedef {Setting & {
 *   readonly staff: number,
 *   readonly preset: string,
 *   readonly met: readonly TaskKey[],
 * }} Screening
 */

/** @typedef {"prevalence" | "sensitivity" | "specificity" | "staff"} Dial */

/**
 * @typedef {{ readonly type: `set_${Dial}`, readonly value: number }
 *   | { readonly type: "set_second", readonly value: boolean }
 *   | { readonly type: "load", readonly preset: string }} RatesAction
 */

/** @typedef {Staged<RatesScenario, Screening>} RatesState */

export const PEOPLE = 1000;
export const CROWD = 100_000;
/** Below this prevalence, in per cent, a thousand people show too few of those who have it. */
const RARE = 1;
export const MOST_STAFF = 50;
export const START = "start";
export const OWN = "own";

/**
 * How many people the words count: enough to meet those who have it.
 *
 * @param {Setting} setting
 */
export const sizeFor = ({ prevalence }) => (prevalence < RARE ? CROWD : PEOPLE);

/**
 * The setting that the prediction is about.
 *
 * @param {RatesScenario} scenario
 * @returns {Setting}
 */
export const startSetting = ({ prevalence, sensitivity, specificity }) => ({
  prevalence,
  sensitivity,
  specificity,
  second: false,
});

/**
 * Of 100 people flagged at the start, how many have it: the right prediction.
 *
 * @param {RatesScenario} scenario
 */
export const answer = (scenario) => Math.round(100 * (positiveValue(startSetting(scenario)) ?? 0));

/**
 * @param {Screening} screening
 * @param {RatesScenario} scenario
 */
export const queueOf = (screening, scenario) =>
  queue(counts(screening, PEOPLE), screening.staff, scenario.days);

/** @type {Readonly<Record<TaskKey, (screening: Screening, scenario: RatesScenario) => boolean>>} */
const MET = {
  common: (screening, scenario) =>
    screening.sensitivity === scenario.sensitivity &&
    screening.specificity === scenario.specificity &&
    !screening.second &&
    halfRight(screening),
  rare: (screening, scenario) =>
    screening.prevalence > 0 && screening.prevalence <= scenario.prevalence && halfRight(screening),
  queue: (screening, scenario) => {
    const { flagged, waiting } = queueOf(screening, scenario);
    return flagged > 0 && waiting === 0;
  },
  measured: (screening, scenario) =>
    scenario.presets.some(({ key, measured }) => measured && key === screening.preset),
};

/** @param {Setting} setting */
const halfRight = (setting) => (positiveValue(setting) ?? 0) >= 0.5 - 1e-9;

/**
 * @param {Screening} screening
 * @param {RatesScenario} scenario
 * @returns {Screening}
 */
function checked(screening, scenario) {
  const met = scenario.tasks
    .map(({ key }) => key)
    .filter((key) => screening.met.includes(key) || MET[key](screening, scenario));
  return { ...screening, met };
}

/**
 * @param {RatesScenario} scenario
 * @param {string} key
 */
function settingOf(scenario, key) {
  const preset = key === START ? scenario : scenario.presets.find((one) => one.key === key);
  if (!preset) {
    throw new Error(`There is no setting ${key}.`);
  }
  const { prevalence, sensitivity, specificity } = preset;
  return { prevalence, sensitivity, specificity, second: false, preset: key };
}

/** @type {import("../common/stages.js").Play<RatesScenario, Screening, RatesAction>} */
const play = {
  settings: ["set_prevalence", "set_sensitivity", "set_specificity", "set_staff", "set_second"],

  initial: (scenario) => ({ ...settingOf(scenario, START), staff: scenario.staff, met: [] }),

  step(screening, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    return checked(moved(screening, action, scenario), scenario);
  },

  done: ({ met }, { tasks }) => met.length === tasks.length,

  describe(screening, action, scenario) {
    const { prevalence, sensitivity, specificity, second, staff } = screening;
    const test = `prevalence ${prevalence}%, sensitivity ${sensitivity}%, specificity ${specificity}%${second ? ", second step" : ""}, ${staff} seen a day`;
    const preset =
      action.type === "load"
        ? scenario.presets.find(({ key }) => key === action.preset)
        : undefined;
    return [
      `Set: ${test}.`,
      ...(preset ? [`   ${preset.label}. ${preset.text} [${preset.citation}]`] : []),
      `   ${resultWords(screening)}`,
      `   ${queueWords(screening, scenario)}`,
      `   Tried so far: ${screening.met.length} of ${scenario.tasks.length}.`,
    ].join("\n");
  },

  outcome(screening, scenario, prediction) {
    const right = answer(scenario);
    const { flagged, seen, waiting, waitDays } = queueOf(screening, scenario);
    return {
      prevalence: screening.prevalence,
      sensitivity: screening.sensitivity,
      specificity: screening.specificity,
      second_step: screening.second,
      staff: screening.staff,
      preset: screening.preset,
      counts: counts(screening, PEOPLE),
      ppv: positiveValue(screening),
      npv: negativeValue(screening),
      queue: { flagged, seen, waiting, wait_days: waitDays },
      tasks: screening.met,
      answer: prediction && right,
      within: prediction && Math.abs(prediction.guess - right) <= scenario.tolerance,
    };
  },
};

/**
 * @param {Screening} screening
 * @param {RatesAction} action
 * @param {RatesScenario} scenario
 * @returns {Screening}
 */
function moved(screening, action, scenario) {
  switch (action.type) {
    case "set_prevalence":
      return own(screening, { prevalence: within(action.value, 0, 100, "The prevalence") });
    case "set_sensitivity":
      return own(screening, { sensitivity: within(action.value, 0, 100, "The sensitivity") });
    case "set_specificity":
      return own(screening, { specificity: within(action.value, 0, 100, "The specificity") });
    case "set_second":
      return { ...screening, second: action.value };
    case "set_staff": {
      const staff = Math.round(within(action.value, 1, MOST_STAFF, "The number seen a day"));
      return { ...screening, staff };
    }
    case "load":
      return { ...screening, ...settingOf(scenario, action.preset) };
    default:
      throw new Error(`Base rates know no action ${JSON.stringify(action)}.`);
  }
}

/**
 * @param {Screening} screening
 * @param {Partial<Setting>} change
 * @returns {Screening}
 */
const own = (screening, change) => ({ ...screening, ...change, preset: OWN });

/** @param {Setting} setting */
export function resultWords(setting) {
  return `${sentence(setting, sizeFor(setting))} Right among those flagged: ${shareWords(positiveValue(setting))}. Right among those passed: ${shareWords(negativeValue(setting))}.`;
}

/**
 * @param {Screening} screening
 * @param {RatesScenario} scenario
 */
export function queueWords(screening, scenario) {
  const { seen, waiting, waitingHaveIt, waitDays } = queueOf(screening, scenario);
  const missed = fewWords(screening, "missed", PEOPLE);
  const one = missed === "1" || missed === "fewer than 1";
  const passed = `Missed: ${missed} who ${one ? "has" : "have"} it, in no queue.`;
  const some =
    waitingHaveIt === 0
      ? `${screening.sensitivity === 0 ? "none" : "hardly any"} of whom has it`
      : `about ${waitingHaveIt} of whom ${waitingHaveIt === 1 ? "has" : "have"} it`;
  const line =
    waiting === 0
      ? "nobody waits."
      : `${waiting} ${waiting === 1 ? "waits" : "wait"}, ${some}; the last is seen after ${waitDays} working ${waitDays === 1 ? "day" : "days"}.`;
  return `After ${scenario.days} working days ${seen} were seen, ${line} ${passed}`;
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
