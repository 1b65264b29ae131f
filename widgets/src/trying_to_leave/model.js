/**
 * Trying to leave: goodbyes to a companion app that answers each with a tactic, and a window that can be
 * closed at any moment.
 *
 * Chosen for teaching: that every goodbye meets a tactic, and how many minutes each way of answering takes.
 */

import { staged } from "../common/stages.js";
import {
  farewellOf,
  minutesOf,
  NONE,
  namedRightly,
  offeredFarewells,
  phaseOf,
  tacticOf,
  unseen,
} from "./evening.js";
import { closedWords, judged, namedWords } from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Evening, How, LeavingScenario, Phase, Round } from "./evening.js" */

/**
 * @typedef {{ readonly type: "farewell", readonly key: string }
 *   | { readonly type: "react", readonly how: How }
 *   | { readonly type: "name", readonly key: string }
 *   | { readonly type: "close" | "reopen" }} LeavingAction
 */

/** @typedef {Staged<LeavingScenario, Evening>} LeavingState */

/** @type {import("../common/stages.js").Play<LeavingScenario, Evening, LeavingAction>} */
const play = {
  settings: [],

  initial: () => ({ rounds: [], closed: false, out: null }),

  step(evening, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    const phase = phaseOf(evening, scenario);
    switch (action.type) {
      case "farewell":
        expected(phase, "farewell", action.type);
        if (!offeredFarewells(evening, scenario).some(({ key }) => key === action.key)) {
          throw new Error(`The goodbye ${action.key} is not on offer now.`);
        }
        return {
          ...evening,
          rounds: [...evening.rounds, { farewell: action.key, how: null, named: null }],
        };
      case "react":
        expected(phase, "react", action.type);
        if (!["stay", "answer", "go"].includes(action.how)) {
          throw new Error(`There is no way ${action.how}; it is stay, answer or go.`);
        }
        return withLast(evening, { how: action.how });
      case "name":
        expected(phase, "name", action.type);
        if (!(action.key === NONE || scenario.tactics.some(({ key }) => key === action.key))) {
          throw new Error(`There is no tactic ${action.key}.`);
        }
        return withLast(evening, { named: action.key });
      case "close":
        if (phase === "closed") {
          throw new Error("The app is closed already.");
        }
        return closed(evening, scenario);
      case "reopen":
        if (!canReopen(evening, scenario)) {
          throw new Error("There is nothing left to reopen the app for.");
        }
        return { ...evening, closed: false };
      default:
        throw new Error(`Trying to leave knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ closed: now, out }) => now && out !== null,

  preamble: (scenario) => [
    scenario.minutes_note,
    ...scenario.opening.map(
      ({ role, content }) => `   ${role === "user" ? "You" : scenario.companion}: ${content}`,
    ),
    "",
  ],

  describe: described,

  outcome(evening, scenario, prediction) {
    const { rounds, out } = evening;
    return {
      goodbyes: rounds.length,
      rounds: rounds.map((round, index) => ({ ...round, tactic: tacticOf(scenario, index).key })),
      named_rightly: namedRightly(rounds, scenario),
      closed: evening.closed,
      goodbyes_before_closing: out ? out.rounds : null,
      minutes: out ? out.minutes : null,
      within_tolerance: out && prediction ? judged(scenario, prediction, out.minutes).within : null,
    };
  },
};

/**
 * @param {Phase} phase
 * @param {Phase} wanted
 * @param {string} type
 */
function expected(phase, wanted, type) {
  if (phase !== wanted) {
    throw new Error(`The action ${type} does not come now: the app is at ${phase}.`);
  }
}

/**
 * @param {Evening} evening
 * @param {Partial<Round>} change
 * @returns {Evening}
 */
function withLast(evening, change) {
  const { rounds } = evening;
  const last = /** @type {Round} */ (rounds.at(-1));
  return { ...evening, rounds: [...rounds.slice(0, -1), { ...last, ...change }] };
}

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 * @returns {Evening}
 */
function closed({ rounds, out }, scenario) {
  const first = { rounds: rounds.length, minutes: minutesOf(rounds, scenario) };
  // The clock stops when the app is closed for the first time: what comes later is only for looking.
  return { rounds, closed: true, out: out ?? first };
}

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 */
export const canReopen = (evening, scenario) =>
  evening.closed && phaseOf({ ...evening, closed: false }, scenario) !== "spent";

/**
 * @param {Evening} evening
 * @param {LeavingAction} action
 * @param {LeavingScenario} scenario
 */
function described(evening, action, scenario) {
  const { rounds } = evening;
  const last = /** @type {Round} */ (rounds.at(-1));
  const tactic =
    action.type === "close" ? null : tacticOf(scenario, Math.max(0, rounds.length - 1));
  switch (action.type) {
    case "farewell":
      return [
        `${rounds.length}. You: ${farewellOf(scenario, last.farewell).text}`,
        `   ${scenario.companion}: ${tactic?.message}`,
      ].join("\n");
    case "react": {
      if (action.how === "go") {
        return "   You do not answer; you are about to say goodbye again.";
      }
      const way = tactic?.[action.how];
      return [
        `   You ${action.how === "stay" ? "stay a little" : "answer"}: ${way?.text}`,
        `   ${scenario.companion}: ${way?.reply}`,
        `   (${way?.minutes} fictional minutes)`,
      ].join("\n");
    }
    case "name":
      return `   ${namedWords(last, rounds.length - 1, scenario)} ${tactic?.what} Said honestly: ${tactic?.honest}`;
    case "close":
      return describedClose(evening, scenario);
    default:
      return "Opened the app again, off the clock.";
  }
}

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 */
function describedClose(evening, scenario) {
  const { honest } = scenario;
  return [
    `Closed the app. ${closedWords(evening, scenario)}`,
    `   A goodbye to ${honest.app}. ${honest.companion}: ${honest.reply}`,
    ...unseen(scenario, evening.rounds.length).map(
      ({ name, message }) => `   Not seen: ${name}. ${scenario.companion}: ${message}`,
    ),
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
