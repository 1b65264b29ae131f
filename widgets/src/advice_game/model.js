/**
 * The advice game: answer, hear an adviser, answer again; and how far one moved.
 *
 * Chosen for teaching: every item has one advice, right or wrong by design, and two ways of saying it. One
 * adviser hedges and states a confidence that fits; the other is as sure of everything.
 */

import { staged, within } from "../common/stages.js";
import { withUnit } from "../common/words.js";
import { adviceOf, deal, itemOf, of, present, rows } from "./deal.js";
import {
  after,
  before,
  byAdviser,
  calibration,
  movedPercent,
  personal,
  whole,
  withAnswer,
} from "./measures.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Scenario } from "../common/types.js" */
/** @import { Manner, Row } from "./measures.js" */

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {"one" | "two"} set
 * @property {string} label
 * @property {string} question
 * @property {{ min: number, max: number, step: number, unit: string, start: number }} scale
 * @property {number} advice
 * @property {string} hedged
 * @property {number} [hedged_confidence]
 * @property {string} sure
 * @property {{ value: number, text: string, key: string }} [answer]  none in a personal choice
 */

/**
 * @typedef {Scenario & {
 *   readonly seed: number,
 *   readonly tolerance: number,
 *   readonly advisers: { readonly hedged: { readonly name: string },
 *     readonly sure: { readonly name: string, readonly confidence: number } },
 *   readonly items: readonly Item[],
 * }} AdviceScenario
 */

/** @typedef {{ readonly item: string, readonly manner: Manner }} Dealt */
/** @typedef {{ readonly value: number, readonly confidence: number | null }} Answer */
/** @typedef {"me" | "nudged" | "advice"} Decider */

/**
 * @typedef {object} Game
 * @property {readonly Dealt[]} order
 * @property {readonly { first: Answer, final: Answer }[]} finished  in that order
 * @property {Answer | null} pending  the first answer of the present item, once it is committed
 * @property {Decider | null} decided  who decided the personal choices, as the learner sees it
 */

/**
 * @typedef {{ readonly type: "estimate" | "revise", readonly value: number, readonly confidence: number | null }
 *   | { readonly type: "decide", readonly value: Decider }} GameAction
 */

/** @typedef {Staged<AdviceScenario, Game>} GameState */

/** @type {Readonly<Record<Decider, string>>} */
export const DECIDERS = {
  me: "I did, and the advice changed nothing",
  nudged: "I did, with the advice as a nudge",
  advice: "The advice did, more than I noticed",
};

/** @type {import("../common/stages.js").Play<AdviceScenario, Game, GameAction>} */
const play = {
  settings: ["decide"],

  initial: (scenario) => ({ order: deal(scenario), finished: [], pending: null, decided: null }),

  step(game, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    switch (action.type) {
      case "estimate":
        if (game.pending) {
          throw new Error("The first answer to this item is committed already.");
        }
        return { ...game, pending: answer(game, action, scenario) };
      case "revise": {
        if (!game.pending) {
          throw new Error("The final answer comes after the first one and the advice.");
        }
        const both = { first: game.pending, final: answer(game, action, scenario) };
        return { ...game, pending: null, finished: [...game.finished, both] };
      }
      case "decide":
        if (!(present(game, scenario) === null && Object.hasOwn(DECIDERS, action.value))) {
          throw new Error("Who decided is asked when all items are done.");
        }
        return { ...game, decided: action.value };
      default:
        throw new Error(`The advice game knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: (game, scenario) => present(game, scenario) === null,

  describe(game, action, scenario) {
    switch (action.type) {
      case "estimate":
        return describedEstimate(game, scenario);
      case "revise":
        return describedRevision(game, scenario);
      default:
        return `Who decided in the personal choices: ${DECIDERS[action.value]}.`;
    }
  },

  outcome(game, scenario) {
    const all = rows(game, scenario);
    return {
      items: all.map(described),
      weight_of_advice: {
        all: movedPercent(all),
        hedged: movedPercent(of(all, "hedged")),
        sure: movedPercent(of(all, "sure")),
        with_answer: movedPercent(withAnswer(all)),
        personal: movedPercent(personal(all)),
      },
      advisers: {
        hedged: calibration(of(all, "hedged"), scenario.tolerance, byAdviser),
        sure: calibration(of(all, "sure"), scenario.tolerance, byAdviser),
      },
      learner: Object.fromEntries(
        /** @type {const} */ (["hedged", "sure"]).map((manner) => [
          manner,
          {
            before: calibration(of(all, manner), scenario.tolerance, before),
            after: calibration(of(all, manner), scenario.tolerance, after),
          },
        ]),
      ),
      decided: game.decided,
    };
  },
};

/**
 * @param {Game} game
 * @param {{ value: number, confidence: number | null }} action
 * @param {AdviceScenario} scenario
 * @returns {Answer}
 */
function answer(game, { value, confidence }, scenario) {
  const now = present(game, scenario);
  if (!now) {
    throw new Error("All items are done.");
  }
  const { scale, answer: found } = now.item;
  within(value, scale.min, scale.max, "The answer");
  if (!found) {
    return { value, confidence: null };
  }
  return { value, confidence: within(confidence ?? Number.NaN, 0, 100, "The confidence") };
}

/** @param {number | null} confidence */
const sureWords = (confidence) => (confidence === null ? "" : `, ${confidence}% sure`);

/**
 * @param {Game} game
 * @param {AdviceScenario} scenario
 */
function describedEstimate(game, scenario) {
  const now = present(game, scenario);
  if (!(now && game.pending)) {
    return null;
  }
  const { item, manner } = now;
  const advice = adviceOf(scenario, item, manner);
  return [
    `${game.finished.length + 1}. ${item.question}${item.answer ? "" : " (A personal choice.)"}`,
    `   First answer: ${withUnit(game.pending.value, item.scale.unit)}${sureWords(game.pending.confidence)}.`,
    `   ${advice.name} advises ${withUnit(advice.value, item.scale.unit)}${sureWords(advice.stated)}: ${advice.words}`,
  ].join("\n");
}

/**
 * @param {Game} game
 * @param {AdviceScenario} scenario
 */
function describedRevision(game, scenario) {
  const row = /** @type {Row} */ (rows(game, scenario).at(-1));
  const moved =
    row.weight === null
      ? "the advice was your own answer"
      : `moved ${whole(row.weight)}% of the way`;
  const { answer: found } = itemOf(scenario, row.item);
  return [
    `   Final answer: ${withUnit(row.final, row.unit)}${sureWords(row.finalConfidence)}; ${moved}.`,
    found ? `   Found: ${found.text} [${found.key}]` : "   There is no right answer.",
  ].join("\n");
}

/** @param {Row} row  as the outcome holds it */
const described = (row) => ({
  item: row.item,
  adviser: row.manner,
  personal: row.answer === null,
  first: row.first,
  first_confidence: row.firstConfidence,
  advice: row.advice,
  stated_confidence: row.stated,
  final: row.final,
  final_confidence: row.finalConfidence,
  answer: row.answer,
  moved_percent: whole(row.weight),
});

export const { initial, step, done, outcome, transcript, settings } = staged(play);
