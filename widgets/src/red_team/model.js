/** Red team: foresee a guard's decisions, open them, name its failures, draft the hazard. */

import { staged } from "../common/stages.js";
import { describe } from "./describe.js";
import { fits, hazardLine } from "./hazard.js";
import {
  caseOf,
  enoughSaid,
  FORESIGHT_WORDS,
  foresight,
  isShown,
  judgePrediction,
  LONGEST_CONTROL,
  namesLeft,
  namingOf,
  offered,
} from "./progress.js";
import { isNameable, tally, verdictOf } from "./verdicts.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { RedTeamScenario } from "./types.js" */
/** @import { Verdict } from "./verdicts.js" */

/** @typedef {"too_little" | "as_labelled" | "too_much"} Foresight */

/** @typedef {{ readonly id: string, readonly said: Foresight, readonly verdict: Verdict }} Foreseen */

/**
 * @typedef {{ readonly guard: string, readonly id: string, readonly mode: string, readonly fits: boolean }} Naming
 */

/**
 * @typedef {object} RedTeam
 * @property {number} guard  index of the guard whose decisions are shown in the list
 * @property {readonly Foreseen[]} said  about the first guard, in order
 * @property {boolean} open  whether the last one's decisions lie open on the card
 * @property {readonly string[]} skipped  ids
 * @property {readonly Naming[]} named
 * @property {readonly string[]} opened  ids of conversations read in the list
 * @property {string} hazard  key of a mode
 * @property {string} control  the learner's words
 * @property {readonly string[]} hazards  lines kept
 */

/**
 * @typedef {{ readonly type: "foresee", readonly id: string, readonly said: Foresight }
 *   | { readonly type: "next" | "keep_hazard" }
 *   | { readonly type: "skip" | "open", readonly id: string }
 *   | { readonly type: "name", readonly guard: string, readonly id: string, readonly mode: string }
 *   | { readonly type: "set_guard", readonly key: string }
 *   | { readonly type: "set_hazard", readonly mode: string }
 *   | { readonly type: "set_control", readonly text: string }} RedTeamAction
 */

/** @typedef {Staged<RedTeamScenario, RedTeam>} RedTeamState */

/** @type {Record<string, ((play: RedTeam, action: never, scenario: RedTeamScenario) => RedTeam) | undefined>} */
const STEPS = {
  foresee(play, /** @type {{ id: string, said: Foresight }} */ { id, said }, scenario) {
    if (play.open || offered(play, scenario)?.id !== id) {
      throw new Error(`The conversation ${id} is not on offer now.`);
    }
    if (!Object.hasOwn(FORESIGHT_WORDS, said)) {
      throw new Error(`${said} cannot be foreseen; say too_little, as_labelled or too_much.`);
    }
    const verdict = verdictOf(caseOf(scenario, id), 0);
    return { ...play, open: true, said: [...play.said, { id, said, verdict }] };
  },
  next(play) {
    if (!play.open) {
      throw new Error("The next conversation comes after this one is answered or skipped.");
    }
    return { ...play, open: false };
  },
  skip(play, /** @type {{ id: string }} */ { id }, scenario) {
    if (play.open || offered(play, scenario)?.id !== id) {
      throw new Error(`The conversation ${id} is not on offer now.`);
    }
    return { ...play, skipped: [...play.skipped, id] };
  },
  name(play, /** @type {Naming} */ { guard, id, mode }, scenario) {
    const item = caseOf(scenario, id);
    const which = guardOf(scenario, guard);
    const chosen = scenario.modes.find(({ key }) => key === mode);
    if (!chosen) {
      throw new Error(`There is no failure mode ${mode}.`);
    }
    if (!(isNameable(verdictOf(item, which)) && isShown(play, scenario, which, id))) {
      throw new Error(`The conversation ${id} shows no failure that could be named.`);
    }
    if (namingOf(play, guard, id)) {
      throw new Error(`The failure in ${id} has its name.`);
    }
    const naming = { guard, id, mode, fits: fits(chosen, item) };
    return { ...play, named: [...play.named, naming], hazard: play.hazard || mode };
  },
  set_guard(play, /** @type {{ key: string }} */ { key }, scenario) {
    return { ...needEnough(play, scenario), guard: guardOf(scenario, key) };
  },
  open(play, /** @type {{ id: string }} */ { id }, scenario) {
    caseOf(scenario, id);
    return { ...needEnough(play, scenario), opened: [...new Set([...play.opened, id])] };
  },
  set_hazard(play, /** @type {{ mode: string }} */ { mode }, scenario) {
    if (!scenario.modes.some(({ key }) => key === mode)) {
      throw new Error(`There is no failure mode ${mode}.`);
    }
    return { ...needEnough(play, scenario), hazard: mode };
  },
  set_control(play, /** @type {{ text: string }} */ { text }, scenario) {
    return { ...needEnough(play, scenario), control: text.slice(0, LONGEST_CONTROL) };
  },
  keep_hazard(play, _action, scenario) {
    const line = hazardLine(needEnough(play, scenario), scenario);
    if (!line) {
      throw new Error("A hazard line needs a failure mode; choose one.");
    }
    return { ...play, hazards: [...play.hazards, line] };
  },
};

/**
 * @param {RedTeamScenario} scenario
 * @param {string} key
 */
function guardOf({ guards }, key) {
  const index = guards.findIndex((each) => each.key === key);
  if (index === -1) {
    throw new Error(`There is no guard ${key}.`);
  }
  return index;
}

/**
 * @param {RedTeam} play
 * @param {RedTeamScenario} scenario
 */
function needEnough(play, scenario) {
  if (!enoughSaid(play, scenario)) {
    throw new Error(`The decisions stay sealed until ${scenario.rounds} were foreseen.`);
  }
  return play;
}

/** @type {import("../common/stages.js").Play<RedTeamScenario, RedTeam, RedTeamAction>} */
const redTeam = {
  settings: ["set_guard", "set_hazard", "set_control"],

  initial: () => ({
    guard: 0,
    said: [],
    open: false,
    skipped: [],
    named: [],
    opened: [],
    hazard: "",
    control: "",
    hazards: [],
  }),

  step(before, action, stage, scenario) {
    const step = STEPS[action.type];
    if (stage !== "play" || !step) {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    return step(before, /** @type {never} */ (action), scenario);
  },

  done: (now, scenario) => enoughSaid(now, scenario) && namesLeft(now, scenario) === 0,

  describe,

  outcome(now, scenario, prediction) {
    const found = enoughSaid(now, scenario) ? tally(scenario.cases, 0) : null;
    const judged = prediction && judgePrediction(scenario, prediction);
    return {
      guard: scenario.guards[0]?.key,
      too_little_percent: judged?.share ?? null,
      correct: judged?.within ?? null,
      counts: found?.counts ?? null,
      risky: found?.risky ?? null,
      severe: found?.severe ?? null,
      foreseen: foresight(now),
      answers: now.said,
      named: now.named,
      opened: now.opened,
      hazards: now.hazards,
    };
  },
};

export const { initial, step, done, outcome, transcript, settings } = staged(redTeam);
