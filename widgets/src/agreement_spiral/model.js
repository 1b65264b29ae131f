/**
 * The agreement spiral: eight turns of a grievance with a bot that agrees, holds or explores.
 *
 * Moving the agreeableness during the run counts for the replies from then on. The what-if line asks how
 * the same lines would have gone with another bot from the start.
 */

import { staged, within } from "../common/stages.js";
import { run, said, withBot } from "./drift.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Message, Scenario } from "../common/types.js" */
/** @import { ReplyKind, Step } from "./drift.js" */

/** @typedef {"claim" | "feeling" | "wonder"} LineKind */
/** @typedef {{ readonly text: string, readonly agreeing: string, readonly exploring: string }} Line */

/**
 * @typedef {object} Topic
 * @property {string} id
 * @property {Readonly<Record<LineKind, Line>>} lines
 * @property {string} balanced  the reply in between, which fits all three lines
 * @property {{ readonly one: string, readonly two: string }} [found]  in each telling
 */

/**
 * @typedef {object} Telling
 * @property {"one" | "two"} key
 * @property {string} label
 * @property {number} known  how sure one could be of the claim, knowing all, per cent
 * @property {readonly string[]} side  the other's side of the story
 */

/** @typedef {Readonly<Record<LineKind | "pleased" | "ring", number>>} Effect */

/**
 * @typedef {Scenario & {
 *   readonly person: string, readonly other: string, readonly claim: string,
 *   readonly opening: readonly Message[],
 *   readonly tolerance: number,
 *   readonly telling: "one" | "two",
 *   readonly agreeableness: number,
 *   readonly what_if: number,
 *   readonly seed: number,
 *   readonly begin: { readonly belief: number, readonly pleased: number, readonly ring: number },
 *   readonly replies: { readonly spread: number, readonly agreeing_from: number, readonly balanced_from: number },
 *   readonly offers: { readonly sure_from: number, readonly doubting_below: number },
 *   readonly effects: Readonly<Record<ReplyKind, Effect>> & { readonly found: number },
 *   readonly tellings: readonly Telling[],
 *   readonly friend: { readonly name: string, readonly words: readonly string[] },
 *   readonly topics: readonly Topic[],
 * }} SpiralScenario
 */

/** @typedef {{ readonly line: LineKind, readonly agreeableness: number }} Turn */

/**
 * @typedef {object} Spiral
 * @property {"one" | "two"} telling
 * @property {number} agreeableness  of the bot from now on, per cent
 * @property {number} predicted  the agreeableness that the prediction was about
 * @property {number} whatIf  agreeableness of the bot to compare with
 * @property {readonly Turn[]} turns
 */

/**
 * @typedef {{ readonly type: "set_agreeableness" | "set_what_if", readonly value: number }
 *   | { readonly type: "set_telling", readonly value: "one" | "two" }
 *   | { readonly type: "say", readonly line: LineKind }} SpiralAction
 */

/** @typedef {Staged<SpiralScenario, Spiral>} SpiralState */

/** @type {Readonly<Record<ReplyKind, string>>} */
export const REPLY_WORDS = {
  agreeing: "endorses the claim",
  balanced: "takes the feeling seriously, leaves the claim open",
  exploring: "explores the claim",
};

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
export function tellingOf(spiral, { tellings }) {
  const telling = tellings.find(({ key }) => key === spiral.telling);
  if (!telling) {
    throw new Error(`There is no telling ${spiral.telling}.`);
  }
  return telling;
}

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
export const steps = (spiral, scenario) => run(spiral.turns, tellingOf(spiral, scenario), scenario);

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
export const whatIfSteps = (spiral, scenario) =>
  run(withBot(spiral.turns, spiral.whatIf), tellingOf(spiral, scenario), scenario);

/**
 * Where the person stands now.
 *
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
export const moodOf = (spiral, scenario) => steps(spiral, scenario).at(-1) ?? scenario.begin;

/**
 * What the person might write next: surer, no longer wondering; in doubt, no longer accusing.
 *
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 * @returns {LineKind[]}
 */
export function offers(spiral, scenario) {
  if (spiral.turns.length >= scenario.topics.length) {
    return [];
  }
  const { belief } = moodOf(spiral, scenario);
  if (belief >= scenario.offers.sure_from) {
    return ["claim", "feeling"];
  }
  return belief < scenario.offers.doubting_below
    ? ["feeling", "wonder"]
    : ["claim", "feeling", "wonder"];
}

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 * @returns {{ message: Message, reply: ReplyKind | null }[]} the chat so far
 */
export function messages(spiral, scenario) {
  const telling = tellingOf(spiral, scenario);
  const user = (/** @type {string} */ content) => ({
    message: { role: /** @type {const} */ ("user"), content },
    reply: null,
  });
  const turns = steps(spiral, scenario).flatMap((mood, index) => {
    const { line } = /** @type {Turn} */ (spiral.turns[index]);
    const words = said(scenario, { index, line, telling }, mood);
    const answer = {
      message: { role: /** @type {const} */ ("assistant"), content: words.reply },
      reply: mood.reply,
    };
    const found = words.found === null ? [] : [user(words.found)];
    return [user(words.line), answer, ...found];
  });
  return [...scenario.opening.map((message) => ({ message, reply: null })), ...turns];
}

/** @type {import("../common/stages.js").Play<SpiralScenario, Spiral, SpiralAction>} */
const play = {
  settings: ["set_agreeableness", "set_what_if", "set_telling"],

  initial: ({ telling, agreeableness, what_if: whatIf }) => ({
    telling,
    agreeableness,
    predicted: agreeableness,
    whatIf,
    turns: [],
  }),

  step(spiral, action, stage, scenario) {
    switch (action.type) {
      case "set_agreeableness": {
        const agreeableness = within(action.value, 0, 100, "The agreeableness");
        const predicted = stage === "predict" ? agreeableness : spiral.predicted;
        return { ...spiral, agreeableness, predicted };
      }
      case "set_what_if":
        return { ...spiral, whatIf: within(action.value, 0, 100, "The agreeableness") };
      case "set_telling": {
        if (stage !== "predict") {
          throw new Error("The telling is chosen before the prediction.");
        }
        const changed = { ...spiral, telling: action.value };
        tellingOf(changed, scenario);
        return changed;
      }
      case "say": {
        if (stage !== "play") {
          throw new Error(`${scenario.person} writes after the prediction.`);
        }
        if (!offers(spiral, scenario).includes(action.line)) {
          throw new Error(`The line ${action.line} is not on offer now.`);
        }
        const turn = { line: action.line, agreeableness: spiral.agreeableness };
        return { ...spiral, turns: [...spiral.turns, turn] };
      }
      default:
        throw new Error(`The agreement spiral knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ turns }, { topics }) => turns.length >= topics.length,

  preamble: ({ person, lead, opening }) => [
    ...lead,
    "",
    "The chat begins:",
    ...opening.map(({ role, content }) => `   ${role === "user" ? person : "Bot"}: ${content}`),
    "",
  ],

  describe(spiral, action, scenario) {
    switch (action.type) {
      case "set_agreeableness":
        return `The bot is ${spiral.agreeableness}% agreeable from now on.`;
      case "set_what_if":
        return whatIfWords(spiral, scenario);
      case "set_telling":
        return `The story: ${tellingOf(spiral, scenario).label}.`;
      default:
        return describedTurn(spiral, scenario);
    }
  },

  outcome(spiral, scenario) {
    const all = steps(spiral, scenario);
    const finished = spiral.turns.length >= scenario.topics.length;
    return {
      telling: spiral.telling,
      agreeableness: spiral.agreeableness,
      predicted_agreeableness: spiral.predicted,
      turns: all.map((mood, index) => described(mood, /** @type {Turn} */ (spiral.turns[index]))),
      ...numbers(moodOf(spiral, scenario)),
      what_if: {
        agreeableness: spiral.whatIf,
        ...numbers(whatIfSteps(spiral, scenario).at(-1) ?? scenario.begin),
      },
      known: finished ? tellingOf(spiral, scenario).known : null,
    };
  },
};

/** @param {{ belief: number, pleased: number, ring: number }} mood  in whole per cent */
export const numbers = ({ belief, pleased, ring }) => ({
  belief: Math.round(belief),
  pleased: Math.round(pleased),
  ring: Math.round(ring),
});

/**
 * @param {Step} mood
 * @param {Turn} turn
 */
const described = (mood, { line, agreeableness }) => ({
  line,
  agreeableness,
  reply: mood.reply,
  found: mood.found,
  ...numbers(mood),
});

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
export function whatIfWords(spiral, scenario) {
  const { belief, pleased, ring } = numbers(whatIfSteps(spiral, scenario).at(-1) ?? scenario.begin);
  return `The same lines with a bot that is ${spiral.whatIf}% agreeable from the start: ${belief}% sure, ${pleased}% pleased with the bot, ${ring}% willing to ring.`;
}

/**
 * @param {Spiral} spiral
 * @param {SpiralScenario} scenario
 */
function describedTurn(spiral, scenario) {
  const index = spiral.turns.length - 1;
  const mood = steps(spiral, scenario)[index];
  const turn = spiral.turns[index];
  if (!(mood && turn)) {
    return null;
  }
  const telling = tellingOf(spiral, scenario);
  const words = said(scenario, { index, line: turn.line, telling }, mood);
  const { belief, pleased, ring } = numbers(mood);
  return [
    `${index + 1}. ${scenario.person}: ${words.line}`,
    `   Bot (${turn.agreeableness}% agreeable; ${REPLY_WORDS[mood.reply]}): ${words.reply}`,
    ...(words.found === null ? [] : [`   ${scenario.person}: ${words.found}`]),
    `   Now ${belief}% sure that ${scenario.claim}; ${pleased}% pleased with the bot; ${ring}% willing to ring ${scenario.other}.`,
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
