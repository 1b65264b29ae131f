/**
 * The course of every simulation: predict, play, debrief; and stopping, which is always possible and
 * costs nothing. A simulation adds its own play.
 */

import { percent, withUnit } from "./words.js";

/** @import { Action, Model, Scenario } from "./types.js" */

/** @typedef {"predict" | "play" | "debrief"} Stage */
/** @typedef {{ readonly guess: number, readonly confidence: number }} Prediction */

/**
 * @template S, P
 * @typedef {object} Staged
 * @property {S} scenario
 * @property {Stage} stage
 * @property {boolean} stopped
 * @property {Prediction | null} prediction
 * @property {P} play
 * @property {readonly string[]} log
 */

/**
 * @typedef {{ readonly type: "predict", readonly guess: number, readonly confidence: number }
 *   | { readonly type: "debrief" | "back" | "stop" | "resume" }} StageAction
 */

/**
 * @template S, P
 * @template {Action} A
 * @typedef {object} Play
 * @property {readonly string[]} settings
 * @property {(scenario: S) => P} initial
 * @property {(play: P, action: A, stage: Stage, scenario: S) => P} step
 * @property {(play: P, scenario: S) => boolean} done  whether the debrief may be read
 * @property {(play: P, action: A, scenario: S) => string | null} describe  a line for the transcript, after the step
 * @property {(scenario: S) => readonly string[]} [preamble]  lines that the transcript begins with
 * @property {(play: P, scenario: S, prediction: Prediction | null) => Record<string, unknown>} outcome
 */

/**
 * @param {number} value
 * @param {number} min
 * @param {number} max
 * @param {string} name
 */
export function within(value, min, max, name) {
  if (!(Number.isFinite(value) && value >= min && value <= max)) {
    throw new Error(`${name} is ${value}; it must lie between ${min} and ${max}.`);
  }
  return value;
}

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @param {Play<S, P, A>} play
 * @returns {Model<S, Staged<S, P>, A | StageAction> & { done: (state: Staged<S, P>) => boolean }}
 */
export function staged(play) {
  return {
    settings: play.settings,
    done: (state) => play.done(state.play, state.scenario),

    initial: (scenario) => ({
      scenario,
      stage: "predict",
      stopped: false,
      prediction: null,
      play: play.initial(scenario),
      log: [],
    }),

    step(state, action) {
      if (state.stopped && action.type !== "resume") {
        throw new Error(`The run is stopped; ${action.type} comes after resume.`);
      }
      const stageStep = Object.hasOwn(STAGE_STEPS, action.type) ? STAGE_STEPS[action.type] : null;
      if (stageStep) {
        if (action.type === "debrief" && !play.done(state.play, state.scenario)) {
          throw new Error("The debrief comes after the reveal.");
        }
        return stageStep(state, /** @type {StageAction} */ (action));
      }
      const own = /** @type {A} */ (action);
      const next = play.step(state.play, own, state.stage, state.scenario);
      return { ...logged(state, play.describe(next, own, state.scenario)), play: next };
    },

    outcome: (state) => ({
      simulation: state.scenario.simulation,
      finished: state.stage === "debrief",
      stopped: state.stopped,
      prediction: state.prediction,
      ...play.outcome(state.play, state.scenario, state.prediction),
    }),

    transcript: ({ scenario, log }) =>
      [
        `${scenario.title}. Transcript of one run.`,
        "Written for this course; nobody in it is real. Not clinically reviewed.",
        "",
        ...(play.preamble?.(scenario) ?? []),
        ...log,
        "",
      ].join("\n"),
  };
}

/**
 * @template S, P
 * @param {Staged<S, P>} state
 * @param {string | null} line
 * @returns {Staged<S, P>}
 */
const logged = (state, line) => (line === null ? state : { ...state, log: [...state.log, line] });

/**
 * @typedef {<S extends Scenario, P>(state: Staged<S, P>, action: StageAction) => Staged<S, P>} StageStep
 */

/** @type {Record<string, StageStep | undefined>} */
const STAGE_STEPS = {
  predict(state, action) {
    if (action.type !== "predict" || state.stage !== "predict") {
      throw new Error("A prediction is committed once, before the reveal.");
    }
    const { min, max, unit } = state.scenario.prediction;
    const prediction = {
      guess: within(action.guess, min, max, "The prediction"),
      confidence: within(action.confidence, 0, 100, "The confidence"),
    };
    const line = `Prediction: ${withUnit(prediction.guess, unit)}. Confidence: ${percent(prediction.confidence)}.`;
    return { ...logged(state, line), stage: "play", prediction };
  },
  debrief(state) {
    if (state.stage !== "play") {
      throw new Error("The debrief follows the play.");
    }
    return { ...logged(state, "Read the debrief."), stage: "debrief" };
  },
  back(state) {
    if (state.stage !== "debrief") {
      throw new Error("Only the debrief leads back.");
    }
    return { ...logged(state, "Went back to change something."), stage: "play" };
  },
  stop: (state) => ({ ...logged(state, "Stopped here, which costs nothing."), stopped: true }),
  resume(state) {
    if (!state.stopped) {
      throw new Error("Nothing was stopped.");
    }
    return { ...logged(state, "Went on."), stopped: false };
  },
};
