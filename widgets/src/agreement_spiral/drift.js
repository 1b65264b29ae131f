/**
 * How a belief drifts under a bot's replies. All numbers come from the scenario and are chosen for teaching:
 * agreement adds to the belief, exploring takes a share of the way to what can be known.
 */

import { uniform } from "../common/chance.js";

/** @import { LineKind, SpiralScenario, Telling, Topic, Turn } from "./model.js" */

/** @typedef {"agreeing" | "balanced" | "exploring"} ReplyKind */

/**
 * Where the person stands after a turn, in per cent, not rounded.
 *
 * @typedef {object} Mood
 * @property {number} belief  how sure of the claim
 * @property {number} pleased  with the bot
 * @property {number} ring  how willing to ring the other
 */

/** @typedef {Mood & { readonly reply: ReplyKind, readonly found: boolean }} Step */

/**
 * The reply that a bot of this agreeableness gives at this turn: the same every time, and never less
 * agreeing for a more agreeable bot.
 *
 * @param {number} agreeableness  per cent
 * @param {number} turn  from 0
 * @param {SpiralScenario} scenario
 * @returns {ReplyKind}
 */
export function replyKind(agreeableness, turn, { replies, seed }) {
  const score = agreeableness + (uniform(seed, turn) - 0.5) * replies.spread;
  if (score >= replies.agreeing_from) {
    return "agreeing";
  }
  return score >= replies.balanced_from ? "balanced" : "exploring";
}

/**
 * @typedef {object} Happened  at one turn
 * @property {LineKind} line
 * @property {ReplyKind} reply
 * @property {boolean} found  whether the person found something out
 * @property {number} known  how sure one could be, knowing all, per cent
 */

/**
 * @param {Mood} mood
 * @param {Happened} happened
 * @param {SpiralScenario["effects"]} effects
 * @returns {Mood}
 */
export function moved({ belief, pleased, ring }, { line, reply, found, known }, effects) {
  const effect = effects[reply];
  const next =
    reply === "agreeing"
      ? // The surer somebody is, the less is left to add.
        belief + (effect[line] * (100 - belief)) / 50
      : belief + Math.min(1, effect[line] + (found ? effects.found : 0)) * (known - belief);
  return {
    belief: percent(next),
    pleased: percent(pleased + effect.pleased),
    ring: percent(ring + effect.ring),
  };
}

/** @param {number} value */
const percent = (value) => Math.min(100, Math.max(0, value));

/**
 * The whole run, computed anew from what was picked.
 *
 * @param {readonly Turn[]} turns
 * @param {Telling} telling
 * @param {SpiralScenario} scenario
 * @returns {Step[]} one for each turn
 */
export function run(turns, telling, scenario) {
  /** @type {Step[]} */
  const steps = [];
  /** @type {Mood} */
  let mood = scenario.begin;
  for (const [index, { line, agreeableness }] of turns.entries()) {
    const reply = replyKind(agreeableness, index, scenario);
    const found = reply === "exploring" && topicAt(scenario, index).found !== undefined;
    mood = moved(mood, { line, reply, found, known: telling.known }, scenario.effects);
    steps.push({ ...mood, reply, found });
  }
  return steps;
}

/**
 * The same lines, all answered by a bot of another agreeableness.
 *
 * @param {readonly Turn[]} turns
 * @param {number} agreeableness  per cent
 */
export const withBot = (turns, agreeableness) => turns.map(({ line }) => ({ line, agreeableness }));

/**
 * @param {SpiralScenario} scenario
 * @param {number} index  of the turn, from 0
 * @returns {Topic}
 */
export function topicAt(scenario, index) {
  const topic = scenario.topics[index];
  if (!topic) {
    throw new Error(`There is no turn ${index + 1}.`);
  }
  return topic;
}

/**
 * What is said at one turn: the line, the reply, and what the person found out, if anything.
 *
 * @param {SpiralScenario} scenario
 * @param {{ index: number, line: LineKind, telling: Telling }} turn  index from 0
 * @param {Step} step
 */
export function said(scenario, { index, line, telling }, { reply, found }) {
  const topic = topicAt(scenario, index);
  return {
    line: topic.lines[line].text,
    reply: reply === "balanced" ? topic.balanced : topic.lines[line][reply],
    found: found && topic.found ? topic.found[telling.key] : null,
  };
}
