/** The session as it follows from the replies: what is said, where the lines stand, what became of the ruptures. */

import { shuffled } from "../common/chance.js";

/** @import { Scenario } from "../common/types.js" */

/** @typedef {{ readonly bond: number, readonly goal: number, readonly task: number }} Levels */

/**
 * @typedef {Levels & {
 *   readonly key: string,
 *   readonly text: string,
 *   readonly why: string,
 *   readonly meets?: readonly string[],
 *   readonly reopens?: readonly string[],
 * }} Reply  the numbers are the points that each line moves
 */

/** @typedef {"any" | "met" | "missed" | "repaired" | "just_repaired"} When */

/**
 * @typedef {object} Variant
 * @property {readonly When[]} when  states of the watched rupture for which it is said
 * @property {string} client
 * @property {string} offers
 */

/** @typedef {{ readonly watches?: string, readonly variants: readonly Variant[] }} Turn */

/**
 * @typedef {object} Rupture
 * @property {string} key
 * @property {number} turn  from 1
 * @property {string} name
 * @property {string} sign  how it could be noticed
 */

/** @typedef {Levels & { readonly client: string, readonly reply: string, readonly why: string }} BotTurn */

/**
 * @typedef {Scenario & {
 *   readonly tolerance: number,
 *   readonly seed: number,
 *   readonly person: string,
 *   readonly rubric: string,
 *   readonly start: Levels,
 *   readonly ruptures: readonly Rupture[],
 *   readonly turns: readonly Turn[],
 *   readonly offers: readonly { readonly key: string, readonly replies: readonly Reply[] }[],
 *   readonly bot: { readonly intro: string, readonly turns: readonly BotTurn[],
 *     readonly well: readonly string[], readonly missing: readonly string[] },
 *   readonly endings: Readonly<Record<"both" | "one" | "none" | "bot", string>>,
 * }} AllianceScenario
 */

/** @typedef {{ readonly reply: string, readonly noticed: boolean }} Answer */

/** @typedef {"ahead" | "met" | "missed" | "repaired"} State */

/** @typedef {{ readonly state: State, readonly at: number }} Standing  at: the turn of the last change */

/**
 * @typedef {object} TurnTaken
 * @property {string} client
 * @property {Reply} reply
 * @property {boolean} noticed
 * @property {string | null} rupture  key of the rupture that began in this turn
 * @property {boolean} strained  whether a missed rupture was still open when the client spoke
 * @property {Levels} levels  where the lines stand after it
 */

/**
 * @typedef {object} Session
 * @property {readonly TurnTaken[]} taken
 * @property {Levels} levels
 * @property {Readonly<Record<string, Standing>>} standing  by rupture
 */

/** @type {readonly (keyof Levels)[]} */
export const LINES = ["bond", "goal", "task"];
export const HIGHEST = 10;

/**
 * @param {Levels} levels
 * @param {Levels} points
 * @returns {Levels}
 */
export function moved(levels, points) {
  const [bond, goal, task] = LINES.map((line) =>
    Math.min(HIGHEST, Math.max(0, levels[line] + points[line])),
  );
  return /** @type {Levels} */ ({ bond, goal, task });
}

/**
 * What the client says in a turn, and the set of replies, given how the watched rupture stands.
 *
 * @param {Session} session
 * @param {AllianceScenario} scenario
 * @returns {{ readonly client: string, readonly replies: readonly Reply[] } | null} null after the last turn
 */
export function offered(session, scenario) {
  const turn = scenario.turns[session.taken.length];
  if (!turn) {
    return null;
  }
  const number = session.taken.length + 1;
  const wanted = when(turn.watches ? session.standing[turn.watches] : undefined, number);
  const variant = turn.variants.find((candidate) => candidate.when.includes(wanted));
  const set = scenario.offers.find(({ key }) => key === variant?.offers);
  if (!(variant && set)) {
    throw new Error(`Turn ${number} has nothing for a rupture that is ${wanted}.`);
  }
  return { client: variant.client, replies: shuffled(set.replies, scenario.seed + number) };
}

/**
 * @param {Standing | undefined} standing
 * @param {number} number  of the turn
 * @returns {When}
 */
function when(standing, number) {
  if (!standing || standing.state === "ahead") {
    return "any";
  }
  return standing.state === "repaired" && standing.at === number - 1
    ? "just_repaired"
    : standing.state;
}

/**
 * @param {readonly Answer[]} answers
 * @param {AllianceScenario} scenario
 * @returns {Session}
 */
export function played(answers, scenario) {
  /** @type {Session} */
  const start = {
    taken: [],
    levels: scenario.start,
    standing: Object.fromEntries(
      scenario.ruptures.map(({ key }) => [key, { state: "ahead", at: 0 }]),
    ),
  };
  return answers.reduce((session, answer) => answered(session, answer, scenario), start);
}

/**
 * @param {Session} session
 * @param {Answer} answer
 * @param {AllianceScenario} scenario
 * @returns {Session}
 */
function answered(session, { reply: key, noticed }, scenario) {
  const offer = offered(session, scenario);
  const reply = offer?.replies.find((candidate) => candidate.key === key);
  if (!(offer && reply)) {
    throw new Error(`The reply ${key} is not on offer now.`);
  }
  const number = session.taken.length + 1;
  const levels = moved(session.levels, reply);
  const rupture = scenario.ruptures.find(({ turn }) => turn === number)?.key ?? null;
  const strained = Object.values(session.standing).some(({ state }) => state === "missed");
  return {
    taken: [...session.taken, { client: offer.client, reply, noticed, rupture, strained, levels }],
    levels,
    standing: Object.fromEntries(
      scenario.ruptures.map(({ key: of, turn }) => [
        of,
        next(session.standing[of] ?? { state: "ahead", at: 0 }, {
          number,
          begins: turn === number,
          meets: reply.meets?.includes(of) ?? false,
          reopens: reply.reopens?.includes(of) ?? false,
        }),
      ]),
    ),
  };
}

/**
 * @param {Standing} standing
 * @param {{ number: number, begins: boolean, meets: boolean, reopens: boolean }} turn
 * @returns {Standing}
 */
function next(standing, { number, begins, meets, reopens }) {
  if (begins) {
    return { state: meets ? "met" : "missed", at: number };
  }
  if (standing.state === "missed" && meets) {
    return { state: "repaired", at: number };
  }
  if (reopens && (standing.state === "met" || standing.state === "repaired")) {
    return { state: "missed", at: number };
  }
  return standing;
}

/**
 * Where the bot's lines stand, from the start to the end of its prepared run.
 *
 * @param {AllianceScenario} scenario
 * @returns {readonly Levels[]}
 */
export function botLevels(scenario) {
  const levels = [scenario.start];
  for (const turn of scenario.bot.turns) {
    levels.push(moved(levels.at(-1) ?? scenario.start, turn));
  }
  return levels;
}
