/**
 * Three first contacts: a branching client whom the learner answers, and an advice bot that answers the
 * same client on a way of its own.
 *
 * Chosen for teaching: what leads where, what each reply is coded as, and the minutes.
 */

import { shuffled } from "../common/chance.js";
import { staged } from "../common/stages.js";
import {
  botWalked,
  caseOf,
  codeOf,
  countCodes,
  endingOf,
  heard,
  minutesOf,
  repliesOf,
  unsaid,
  walked,
} from "./graph.js";
import { describedNaming, describedReply } from "./transcript.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Walk } from "./graph.js" */
/** @import { Case, Script } from "./types.js" */

/** @typedef {{ readonly caseId: string, readonly path: readonly number[] }} Run */
/** @typedef {{ readonly caseId: string, readonly named: readonly string[] }} BotRun */

/**
 * @typedef {object} Stance
 * @property {string} caseId  the case on the table
 * @property {readonly number[]} path  the learner's replies in it so far, as indices
 * @property {readonly Run[]} runs  those that have ended, in order; the first is what was predicted
 * @property {readonly BotRun[]} bots  the bot's conversations, with the kinds the learner named
 */

/**
 * @typedef {{ readonly type: "choose_case", readonly case: string }
 *   | { readonly type: "reply", readonly index: number }
 *   | { readonly type: "name", readonly code: string }} StanceAction
 */

/** @typedef {Staged<Script, Stance>} StanceState */

/**
 * @param {Stance} play
 * @param {Script} scenario
 */
export const currentCase = (play, scenario) => caseOf(scenario, play.caseId);

/**
 * @param {Stance} play
 * @param {Script} scenario
 */
export const currentWalk = (play, scenario) => walked(currentCase(play, scenario), play.path);

/**
 * What may be said now, each with its place in the scenario; mixed, so that the order gives nothing away.
 *
 * @param {Stance} play
 * @param {Script} scenario
 */
export function offers(play, scenario) {
  const played = currentCase(play, scenario);
  const { at } = walked(played, play.path);
  const replies = repliesOf(at).map(({ text }, index) => ({ index, text }));
  return shuffled(replies, scenario.seed + played.nodes.indexOf(at));
}

/**
 * @param {Stance} play
 * @param {string} caseId
 */
export const namedIn = (play, caseId) =>
  play.bots.find((run) => run.caseId === caseId)?.named ?? [];

/**
 * @param {Stance} play
 * @param {Case} played
 */
export const botEnded = (play, played) =>
  namedIn(play, played.id).length === botWalked(played).steps.length;

/**
 * The kinds to choose from for one of the bot's replies: the right one among those it is taken for.
 *
 * @param {Script} scenario
 * @param {string} key  of the right one
 */
export function kindsToChoose(scenario, key) {
  const wanted = new Set([key, ...codeOf(scenario, key).near]);
  return scenario.codes.filter((code) => wanted.has(code.key));
}

/**
 * @param {Case} played
 * @param {readonly string[]} codes  that the learner named
 */
export const agreed = (played, codes) =>
  botWalked(played).steps.filter(({ reply }, index) => reply.code === codes[index]).length;

/** @type {import("../common/stages.js").Play<Script, Stance, StanceAction>} */
const stancePlay = {
  settings: ["choose_case"],

  initial: (scenario) => ({
    caseId: caseOf(scenario, scenario.case).id,
    path: [],
    runs: [],
    bots: [],
  }),

  step(stance, action, stage, scenario) {
    if (action.type === "choose_case") {
      return chosen(stance, action.case, stage, scenario);
    }
    if (stage !== "play") {
      throw new Error("The conversation begins after the prediction.");
    }
    switch (action.type) {
      case "reply":
        return replied(stance, action.index, scenario);
      case "name":
        return named(stance, action.code, scenario);
      default:
        throw new Error(`The first contacts know no action ${JSON.stringify(action)}.`);
    }
  },

  done: (stance, scenario) =>
    stance.bots.some(({ caseId }) => botEnded(stance, caseOf(scenario, caseId))),

  describe(stance, action, scenario) {
    switch (action.type) {
      case "reply":
        return describedReply(scenario, currentCase(stance, scenario), stance.path);
      case "name":
        return describedNaming(
          scenario,
          currentCase(stance, scenario),
          namedIn(stance, stance.caseId),
        );
      default:
        return `Chose: ${currentCase(stance, scenario).label}.`;
    }
  },

  outcome(stance, scenario, prediction) {
    const [first] = stance.runs;
    const told = first ? heardIn(scenario, first) : null;
    return {
      case: stance.caseId,
      predicted_case: first ? first.caseId : stance.caseId,
      heard: told,
      correct: prediction && told !== null ? prediction.guess === told : null,
      runs: stance.runs.map(({ caseId, path }) => {
        const played = caseOf(scenario, caseId);
        return { case: caseId, replies: path, ...summary(played, walked(played, path)) };
      }),
      bot: stance.bots.map(({ caseId, named: codes }) => {
        const played = caseOf(scenario, caseId);
        const walk = botWalked(played, codes.length);
        return {
          case: caseId,
          named: codes,
          agreed: agreed(played, codes),
          ...summary(played, walk),
        };
      }),
    };
  },
};

/**
 * @param {Script} scenario
 * @param {Run} run
 */
function heardIn(scenario, { caseId, path }) {
  const played = caseOf(scenario, caseId);
  return heard(played, walked(played, path)).length;
}

/**
 * @param {Case} played
 * @param {Walk} walk
 */
function summary(played, walk) {
  const ending = endingOf(walk);
  return {
    codes: Object.fromEntries(countCodes(walk)),
    heard: heard(played, walk).map(({ id }) => id),
    unsaid: ending
      ? unsaid(played, walk).flatMap(({ disclosures }) => disclosures.map(({ id }) => id))
      : null,
    ending: ending?.kind ?? null,
    minutes: played.timed ? minutesOf(walk) : null,
  };
}

/**
 * @param {Stance} stance
 * @param {string} id
 * @param {string} stage
 * @param {Script} scenario
 * @returns {Stance}
 */
function chosen(stance, id, stage, scenario) {
  if (stage === "debrief") {
    throw new Error("Go back to the simulation to choose a case.");
  }
  if (stage === "play" && !endingOf(currentWalk(stance, scenario))) {
    throw new Error("Another case can be chosen when this conversation has ended.");
  }
  return { ...stance, caseId: caseOf(scenario, id).id, path: [] };
}

/**
 * @param {Stance} stance
 * @param {number} index
 * @param {Script} scenario
 * @returns {Stance}
 */
function replied(stance, index, scenario) {
  const path = [...stance.path, index];
  const ended = endingOf(walked(currentCase(stance, scenario), path)) !== null;
  return {
    ...stance,
    path,
    runs: ended ? [...stance.runs, { caseId: stance.caseId, path }] : stance.runs,
  };
}

/**
 * @param {Stance} stance
 * @param {string} code
 * @param {Script} scenario
 * @returns {Stance}
 */
function named(stance, code, scenario) {
  const played = currentCase(stance, scenario);
  const before = namedIn(stance, played.id);
  const next = botWalked(played).steps[before.length];
  if (!(endingOf(currentWalk(stance, scenario)) && next)) {
    throw new Error(
      "The bot's replies are named one by one, after your own conversation has ended.",
    );
  }
  if (!kindsToChoose(scenario, next.reply.code).some(({ key }) => key === code)) {
    throw new Error(`The kind ${code} is not on offer for this reply.`);
  }
  const others = stance.bots.filter(({ caseId }) => caseId !== played.id);
  return { ...stance, bots: [...others, { caseId: played.id, named: [...before, code] }] };
}

export const { initial, step, done, outcome, transcript, settings } = staged(stancePlay);
