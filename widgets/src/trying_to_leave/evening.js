/** The evening as it follows from what was done: whose turn it is, what was said, what the clock shows. */

import { shuffled } from "../common/chance.js";

/** @import { Message, Scenario } from "../common/types.js" */

/** @typedef {{ readonly text: string, readonly minutes: number, readonly reply: string }} Way */

/**
 * @typedef {object} Tactic
 * @property {string} key
 * @property {string} name
 * @property {string} gloss
 * @property {string} message
 * @property {readonly string[]} holds  words of the message that hold one back, in their order
 * @property {Way} stay
 * @property {Way} answer
 * @property {string} what
 * @property {string} honest
 */

/**
 * @typedef {Scenario & {
 *   readonly tolerance: number,
 *   readonly seed: number,
 *   readonly app: string,
 *   readonly companion: string,
 *   readonly clock: { readonly hour: number, readonly minute: number },
 *   readonly farewell_minutes: number,
 *   readonly minutes_note: string,
 *   readonly opening: readonly Message[],
 *   readonly farewells: readonly { readonly key: string, readonly text: string }[],
 *   readonly tactics: readonly Tactic[],
 *   readonly none: { readonly name: string, readonly gloss: string },
 *   readonly honest: { readonly app: string, readonly companion: string, readonly minutes: number,
 *     readonly reply: string, readonly differences: readonly string[] },
 *   readonly endings: Readonly<Record<"silent" | "early" | "all", string>>,
 *   readonly spent: string,
 * }} LeavingScenario
 */

/** @typedef {"stay" | "answer" | "go"} How  go: say goodbye again, at once */

/**
 * @typedef {object} Round
 * @property {string} farewell
 * @property {How | null} how
 * @property {string | null} named  key of a tactic, or NONE
 */

/**
 * @typedef {object} Evening
 * @property {readonly Round[]} rounds
 * @property {boolean} closed  whether the app is closed now
 * @property {{ readonly rounds: number, readonly minutes: number } | null} out  the first time it was closed
 */

/** @typedef {"farewell" | "react" | "name" | "spent" | "closed"} Phase */

export const OFFERED = 3;
export const NONE = "none";
const MINUTES_A_DAY = 1440;

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 * @returns {Phase}
 */
export function phaseOf({ rounds, closed }, scenario) {
  if (closed) {
    return "closed";
  }
  const last = rounds.at(-1);
  if (last?.how === null) {
    return "react";
  }
  if (last?.named === null) {
    return "name";
  }
  return rounds.length === scenario.tactics.length ? "spent" : "farewell";
}

/**
 * The tactic of a round, counted from 0: each comes once, in an order that the seed decides.
 *
 * @param {LeavingScenario} scenario
 * @param {number} round
 */
export function tacticOf(scenario, round) {
  const tactic = shuffled(scenario.tactics, scenario.seed)[round];
  if (!tactic) {
    throw new Error(`There is no tactic for goodbye ${round + 1}.`);
  }
  return tactic;
}

/**
 * @param {LeavingScenario} scenario
 * @param {number} rounds  how many tactics were met
 */
export const unseen = (scenario, rounds) => shuffled(scenario.tactics, scenario.seed).slice(rounds);

/**
 * @param {LeavingScenario} scenario
 * @param {string} key
 */
export function farewellOf(scenario, key) {
  const farewell = scenario.farewells.find((candidate) => candidate.key === key);
  if (!farewell) {
    throw new Error(`There is no goodbye ${key}.`);
  }
  return farewell;
}

/**
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 */
export function offeredFarewells({ rounds }, scenario) {
  const said = new Set(rounds.map(({ farewell }) => farewell));
  const left = scenario.farewells.filter(({ key }) => !said.has(key));
  // The last one, which is the firmest, can be chosen from the beginning.
  return left.slice(0, OFFERED - 1).concat(left.slice(-1));
}

/**
 * Fictional minutes since the first goodbye.
 *
 * @param {readonly Round[]} rounds
 * @param {LeavingScenario} scenario
 */
export const minutesOf = (rounds, scenario) =>
  rounds.reduce((sum, { how }, index) => {
    const tactic = tacticOf(scenario, index);
    const way = how === "stay" || how === "answer" ? tactic[how].minutes : 0;
    return sum + scenario.farewell_minutes + way;
  }, 0);

/**
 * @param {LeavingScenario} scenario
 * @param {number} minutes  since the first goodbye
 */
export function clockAt({ clock }, minutes) {
  const total = (clock.hour * 60 + clock.minute + minutes) % MINUTES_A_DAY;
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/**
 * Everything on the screen of the app, each with the tactic it is, once that has been named.
 *
 * @param {Evening} evening
 * @param {LeavingScenario} scenario
 * @returns {{ message: Message, tag: string }[]}
 */
export function screenOf({ rounds }, scenario) {
  const opening = scenario.opening.map((message) => ({ message, tag: "" }));
  return opening.concat(
    rounds.flatMap(({ farewell, how, named }, index) => {
      const tactic = tacticOf(scenario, index);
      const said = [
        line("user", farewellOf(scenario, farewell).text),
        line("assistant", tactic.message, named === null ? "" : tactic.name.toLowerCase()),
      ];
      return how === "stay" || how === "answer"
        ? [...said, line("user", tactic[how].text), line("assistant", tactic[how].reply)]
        : said;
    }),
  );
}

/**
 * @param {"user" | "assistant"} role
 * @param {string} content
 * @returns {{ message: Message, tag: string }}
 */
const line = (role, content, tag = "") => ({ message: { role, content }, tag });

/**
 * Where the words that hold one back stand in a message.
 *
 * @param {Tactic} tactic
 * @returns {(readonly [number, number])[]}
 */
export function heldRanges({ message, holds }) {
  let from = 0;
  return holds.flatMap((words) => {
    const start = message.indexOf(words, from);
    if (start === -1) {
      return [];
    }
    from = start + words.length;
    return [/** @type {const} */ ([start, from])];
  });
}

/**
 * How many tactics were named rightly at first sight.
 *
 * @param {readonly Round[]} rounds
 * @param {LeavingScenario} scenario
 */
export const namedRightly = (rounds, scenario) =>
  rounds.filter(({ named }, index) => named === tacticOf(scenario, index).key).length;
