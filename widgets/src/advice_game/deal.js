/** Who asks what: the items dealt to the two advisers, the one that is on, and the finished ones as rows. */

import { shuffled, uniform } from "../common/chance.js";
import { weightOfAdvice } from "./measures.js";

/** @import { Manner, Row } from "./measures.js" */
/** @import { AdviceScenario, Dealt, Game, Item } from "./model.js" */

/**
 * Two blocks, one for each adviser; who comes first, with which set, and in which order.
 *
 * @param {AdviceScenario} scenario
 * @returns {Dealt[]}
 */
export function deal({ items, seed }) {
  /** @type {readonly Manner[]} */
  const manners = uniform(seed, 0) < 0.5 ? ["hedged", "sure"] : ["sure", "hedged"];
  const sets = uniform(seed, 1) < 0.5 ? ["one", "two"] : ["two", "one"];
  return manners.flatMap((manner, block) => {
    const own = items.filter(({ set }) => set === sets[block]);
    return shuffled(own, seed + block).map(({ id }) => ({ item: id, manner }));
  });
}

/**
 * @param {AdviceScenario} scenario
 * @param {string} id
 */
export function itemOf(scenario, id) {
  const item = scenario.items.find((candidate) => candidate.id === id);
  if (!item) {
    throw new Error(`There is no item ${id}.`);
  }
  return item;
}

/**
 * The item that is on now; null when all are done.
 *
 * @param {Game} game
 * @param {AdviceScenario} scenario
 */
export function present(game, scenario) {
  const dealt = game.order[game.finished.length];
  return dealt ? { item: itemOf(scenario, dealt.item), manner: dealt.manner } : null;
}

/**
 * What the adviser says: the number is the same in both manners.
 *
 * @param {AdviceScenario} scenario
 * @param {Item} item
 * @param {Manner} manner
 */
export function adviceOf(scenario, item, manner) {
  const { name } = scenario.advisers[manner];
  const stated =
    manner === "sure" ? scenario.advisers.sure.confidence : (item.hedged_confidence ?? null);
  return { name, value: item.advice, words: item[manner], stated };
}

/**
 * @param {Game} game
 * @param {AdviceScenario} scenario
 * @returns {Row[]} one for each finished item
 */
export function rows(game, scenario) {
  return game.finished.map(({ first, final }, index) => {
    const { item: id, manner } = /** @type {Dealt} */ (game.order[index]);
    const item = itemOf(scenario, id);
    return {
      item: id,
      label: item.label,
      unit: item.scale.unit,
      manner,
      first: first.value,
      firstConfidence: first.confidence,
      advice: item.advice,
      stated: adviceOf(scenario, item, manner).stated,
      final: final.value,
      finalConfidence: final.confidence,
      answer: item.answer?.value ?? null,
      weight: weightOfAdvice(first.value, item.advice, final.value),
    };
  });
}

/**
 * @param {readonly Row[]} all
 * @param {Manner} manner
 */
export const of = (all, manner) => all.filter((row) => row.manner === manner);
