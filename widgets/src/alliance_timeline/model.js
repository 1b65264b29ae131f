/**
 * The alliance timeline: eight turns answered as a therapist, two ruptures among them, and the same
 * session with a bot that always agrees.
 *
 * Chosen for teaching: every point that a reply moves. The three lines are named after Bordin (1979); they
 * are not the Working Alliance Inventory.
 */

import { staged } from "../common/stages.js";
import { botLevels, offered, played } from "./session.js";
import { flagCounts, flagWords, judged, levelWords, pointWords, ruptureWords } from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { AllianceScenario, Answer } from "./session.js" */

/**
 * @typedef {object} Timeline
 * @property {readonly Answer[]} answers
 * @property {boolean} noticing  whether the turn that waits is flagged
 * @property {boolean} botShown
 */

/**
 * @typedef {{ readonly type: "notice", readonly value: boolean }
 *   | { readonly type: "answer", readonly reply: string }
 *   | { readonly type: "bot" }} AllianceAction
 */

/** @typedef {Staged<AllianceScenario, Timeline>} AllianceState */

/**
 * @param {Timeline} timeline
 * @param {AllianceScenario} scenario
 */
export const over = ({ answers }, scenario) => answers.length === scenario.turns.length;

/** @type {import("../common/stages.js").Play<AllianceScenario, Timeline, AllianceAction>} */
const play = {
  settings: ["notice"],

  initial: () => ({ answers: [], noticing: false, botShown: false }),

  step(timeline, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    switch (action.type) {
      case "notice":
        if (over(timeline, scenario)) {
          throw new Error("All turns are answered; there is none to flag.");
        }
        return { ...timeline, noticing: action.value };
      case "answer": {
        const answers = [...timeline.answers, { reply: action.reply, noticed: timeline.noticing }];
        // Throws when the reply is not on offer.
        played(answers, scenario);
        return { ...timeline, answers, noticing: false };
      }
      case "bot":
        if (!over(timeline, scenario)) {
          throw new Error("The bot’s session comes after your eight turns.");
        }
        return { ...timeline, botShown: true };
      default:
        throw new Error(`The alliance timeline knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ botShown }) => botShown,

  preamble: ({ rubric, start }) => [rubric, `Start: ${levelWords(start)}.`, ""],

  describe(timeline, action, scenario) {
    switch (action.type) {
      case "notice":
        return null;
      case "answer":
        return describedTurn(timeline, scenario);
      default:
        return describedBot(scenario);
    }
  },

  outcome(timeline, scenario, prediction) {
    const session = played(timeline.answers, scenario);
    const ended = over(timeline, scenario);
    const judgement = prediction && timeline.botShown ? judged(scenario, prediction) : null;
    return {
      turns_answered: timeline.answers.length,
      lines: [scenario.start, ...session.taken.map(({ levels }) => levels)],
      replies: session.taken.map(({ reply, noticed, rupture }) => ({
        reply: reply.key,
        noticed,
        rupture,
      })),
      flags: ended ? flagCounts(session, scenario) : null,
      ruptures: Object.fromEntries(
        Object.entries(session.standing).map(([key, { state, at }]) => [key, { state, turn: at }]),
      ),
      bot_shown: timeline.botShown,
      bot_lines: timeline.botShown ? botLevels(scenario) : null,
      bot_bond: judgement ? judgement.bond : null,
      within_tolerance: judgement ? judgement.within : null,
    };
  },
};

/**
 * @param {Timeline} timeline
 * @param {AllianceScenario} scenario
 */
function describedTurn({ answers }, scenario) {
  const session = played(answers, scenario);
  const turn = session.taken.at(-1);
  if (!turn) {
    return null;
  }
  const lines = [
    `${answers.length}. ${scenario.person}: ${turn.client}`,
    `   Flagged by you: ${turn.noticed ? "yes" : "no"}`,
    `   You: ${turn.reply.text}`,
    `   Rubric: ${pointWords(turn.reply)}. ${turn.reply.why} Now ${levelWords(turn.levels)}.`,
  ];
  if (answers.length < scenario.turns.length) {
    return lines.join("\n");
  }
  const ruptures = scenario.ruptures.map((rupture) => {
    const { title, sign, verdict } = ruptureWords(rupture, session);
    return `${title}. ${sign} ${verdict}`;
  });
  return [...lines, "", flagWords(session, scenario), ...ruptures, ""].join("\n");
}

/** @param {AllianceScenario} scenario */
function describedBot(scenario) {
  const levels = botLevels(scenario);
  return [
    scenario.bot.intro,
    ...scenario.bot.turns.flatMap((turn, index) => [
      `${index + 1}. ${scenario.person}: ${turn.client}`,
      `   Bot: ${turn.reply}`,
      `   Rubric: ${pointWords(turn)}. ${turn.why} Now ${levelWords(levels[index + 1] ?? scenario.start)}.`,
    ]),
  ].join("\n");
}

/** @param {AllianceState} state */
export const waiting = ({ play: { answers }, scenario }) =>
  offered(played(answers, scenario), scenario);

export const { initial, step, done, outcome, transcript, settings } = staged(play);
