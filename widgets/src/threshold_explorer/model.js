/** The threshold explorer: one number decides who is heard, who is missed, and who has to answer. */

import { staged, within } from "../common/stages.js";
import { percent } from "../common/words.js";
import { count, ofDay, precision, sensitivity, specificity } from "./curves.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Scenario } from "../common/types.js" */
/** @import { Counts } from "./curves.js" */

/**
 * @typedef {object} Case
 * @property {boolean} risky
 * @property {readonly (readonly number[])[]} groups  for each grouping, the places of its groups
 * @property {readonly number[]} scores  for each guard
 */

/**
 * @typedef {object} ScoredGuard
 * @property {string} key
 * @property {string} label
 * @property {string} about
 * @property {boolean} levels  whether its scores are the five risk levels
 * @property {readonly number[]} cuts  the thresholds, ascending
 */

/**
 * @typedef {Scenario & {
 *   readonly tolerance: number,
 *   readonly target: number,
 *   readonly volume: number,
 *   readonly prevalence: number,
 *   readonly staff: number,
 *   readonly guards: readonly ScoredGuard[],
 *   readonly groupings: readonly { key: string, label: string, groups: readonly string[] }[],
 *   readonly cases: readonly Case[],
 * }} ThresholdScenario
 */

/**
 * @typedef {object} Explored
 * @property {string} guard
 * @property {Readonly<Record<string, number>>} places  by guard: which of its cuts; one past the last: never
 * @property {number} prevalence  per cent
 * @property {number} staff
 * @property {string} grouping
 * @property {boolean} reached  whether the first guard has caught as many as it should
 * @property {readonly string[]} seen  guards
 */

/**
 * @typedef {{ readonly type: "set_threshold" | "set_prevalence" | "set_staff", readonly value: number }
 *   | { readonly type: "choose_guard" | "set_grouping", readonly value: string }} ThresholdAction
 */

/** @typedef {Staged<ThresholdScenario, Explored>} ThresholdState */

export const LEVEL_WORDS = ["none", "low", "moderate", "high", "imminent"];
const SMALLEST_PREVALENCE = 0.1;
const LARGEST_PREVALENCE = 50;
export const MOST_STAFF = 300;

/**
 * @param {ThresholdScenario} scenario
 * @param {string} key
 */
export function guardAt(scenario, key) {
  const index = scenario.guards.findIndex((candidate) => candidate.key === key);
  const guard = scenario.guards[index];
  if (!guard) {
    throw new Error(`There is no guard ${key}.`);
  }
  return { index, guard };
}

/**
 * @param {ScoredGuard} guard
 * @param {number} place
 */
export const thresholdAt = (guard, place) => guard.cuts[place] ?? null;

/**
 * @param {ScoredGuard} guard
 * @param {number} place
 */
export function thresholdWords(guard, place) {
  const threshold = thresholdAt(guard, place);
  if (threshold === null) {
    return "never an alarm";
  }
  return guard.levels ? `${LEVEL_WORDS[threshold]} or above` : `a score of ${threshold} or more`;
}

/**
 * @param {Explored} play
 * @param {ThresholdScenario} scenario
 * @returns {Counts}
 */
export function counted(play, scenario) {
  const { index, guard } = guardAt(scenario, play.guard);
  return count(scenario.cases, index, thresholdAt(guard, play.places[play.guard] ?? 0));
}

/**
 * The right prediction: at the highest threshold of the first guard that catches as many as it should, how
 * many of a hundred alarms are true.
 *
 * @param {ThresholdScenario} scenario
 */
export function expected(scenario) {
  const [guard] = scenario.guards;
  const reaching = [...(guard?.cuts ?? [])]
    .reverse()
    .map((threshold) => count(scenario.cases, 0, threshold))
    .find((counts) => reaches(counts, scenario));
  return Math.round(100 * ((reaching && precision(reaching, scenario.prevalence / 100)) ?? 0));
}

/**
 * @param {Counts} counts
 * @param {ThresholdScenario} scenario
 */
const reaches = (counts, { target }) => 100 * sensitivity(counts).share >= target;

/**
 * @param {Explored} play
 * @param {ThresholdScenario} scenario
 */
export const dayOf = (play, scenario) =>
  ofDay(counted(play, scenario), {
    volume: scenario.volume,
    prevalence: play.prevalence / 100,
    staff: play.staff,
  });

/**
 * Where things stand, in a sentence or two.
 *
 * @param {Explored} play
 * @param {ThresholdScenario} scenario
 */
export function sentence(play, scenario) {
  const { guard } = guardAt(scenario, play.guard);
  const counts = counted(play, scenario);
  const day = dayOf(play, scenario);
  return (
    `Alarm from ${thresholdWords(guard, play.places[play.guard] ?? 0)}: ${counts.caught} of ${counts.caught + counts.missed} risky conversations caught. ` +
    `A day brings ${day.alarms} alarms, ${day.true_alarms} of them true, and ${day.missed} ${day.missed === 1 ? "person" : "people"} missed; ${day.waiting} alarms wait.`
  );
}

/** @type {import("../common/stages.js").Play<ThresholdScenario, Explored, ThresholdAction>} */
const explorer = {
  settings: ["set_threshold", "set_prevalence", "set_staff"],

  initial: (scenario) => ({
    guard: scenario.guards[0]?.key ?? "",
    places: Object.fromEntries(scenario.guards.map((guard) => [guard.key, startPlace(guard)])),
    prevalence: scenario.prevalence,
    staff: scenario.staff,
    grouping: scenario.groupings[0]?.key ?? "",
    reached: false,
    seen: scenario.guards.slice(0, 1).map(({ key }) => key),
  }),

  step(state, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error("The threshold is moved after the prediction.");
    }
    switch (action.type) {
      case "set_threshold":
        return moved(state, action.value, scenario);
      case "set_prevalence":
        return {
          ...state,
          prevalence: within(action.value, SMALLEST_PREVALENCE, LARGEST_PREVALENCE, "The share"),
        };
      case "set_staff":
        return { ...state, staff: within(action.value, 0, MOST_STAFF, "The staff") };
      case "choose_guard":
        guardAt(scenario, action.value);
        return {
          ...state,
          guard: action.value,
          seen: [...new Set([...state.seen, action.value])],
        };
      case "set_grouping":
        if (!scenario.groupings.some(({ key }) => key === action.value)) {
          throw new Error(`There is no grouping ${action.value}.`);
        }
        return { ...state, grouping: action.value };
      default:
        throw new Error(`The threshold explorer knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ reached, seen }) => reached && seen.length > 1,

  describe(state, action, scenario) {
    const { guard } = guardAt(scenario, state.guard);
    switch (action.type) {
      case "set_threshold":
        return sentence(state, scenario);
      case "set_prevalence":
        return `Risky: ${percent(state.prevalence)} of a day's conversations. ${sentence(state, scenario)}`;
      case "set_staff":
        return `Staff: ${state.staff} alarms a day. ${sentence(state, scenario)}`;
      case "choose_guard":
        return `Guard: ${guard.label}. ${sentence(state, scenario)}`;
      default:
        return `Groups by ${scenario.groupings.find(({ key }) => key === state.grouping)?.label.toLowerCase()}.`;
    }
  },

  outcome(state, scenario, prediction) {
    const { guard } = guardAt(scenario, state.guard);
    const counts = counted(state, scenario);
    const right = prediction && expected(scenario);
    return {
      guard: state.guard,
      threshold: thresholdAt(guard, state.places[state.guard] ?? 0),
      counts,
      sensitivity: inPercent(sensitivity(counts)),
      specificity: inPercent(specificity(counts)),
      prevalence: state.prevalence,
      day: dayOf(state, scenario),
      true_in_hundred: right,
      correct:
        right === null ? null : Math.abs(right - (prediction?.guess ?? 0)) <= scenario.tolerance,
    };
  },
};

/**
 * @param {Explored} state
 * @param {number} value
 * @param {ThresholdScenario} scenario
 * @returns {Explored}
 */
function moved(state, value, scenario) {
  const { index, guard } = guardAt(scenario, state.guard);
  const place = within(value, 0, guard.cuts.length, "The threshold");
  const next = { ...state, places: { ...state.places, [state.guard]: place } };
  return {
    ...next,
    reached: state.reached || (index === 0 && reaches(counted(next, scenario), scenario)),
  };
}

/**
 * Scores begin high, as alarms are a nuisance: the learner finds out what that costs. Levels begin where, by
 * the course's convention, a person is brought in.
 *
 * @param {ScoredGuard} guard
 */
function startPlace({ levels, cuts }) {
  const moderate = cuts.indexOf(LEVEL_WORDS.indexOf("moderate"));
  return levels && moderate !== -1 ? moderate : Math.floor((3 * cuts.length) / 4);
}

/** @param {import("./curves.js").Share} found */
const inPercent = ({ share, low, high }) => ({
  share: Math.round(100 * share),
  low: Math.round(100 * low),
  high: Math.round(100 * high),
});

export const { initial, step, done, outcome, transcript, settings } = staged(explorer);
