/** The keyword alarm: a list of words, and which conversations it rings for. */

import { staged, within } from "../common/stages.js";
import { find, fold, parseWords } from "./match.js";

/** @import { Prediction, Staged } from "../common/stages.js" */
/** @import { Message, Scenario } from "../common/types.js" */

/** @typedef {"none" | "low" | "moderate" | "high" | "imminent"} Risk */

/**
 * @typedef {object} LabelledConversation
 * @property {string} id
 * @property {readonly Message[]} messages
 * @property {Risk} risk
 * @property {string} phenomenon  the one it was chosen for; it counts in that row only
 * @property {string} rationale
 */

/** @typedef {{ readonly key: string, readonly label: string }} Phenomenon */

/**
 * @typedef {Scenario & {
 *   readonly words: readonly string[],
 *   readonly threshold: number,
 *   readonly tolerance: number,
 *   readonly phenomena: readonly Phenomenon[],
 *   readonly conversations: readonly LabelledConversation[],
 * }} AlarmScenario
 */

/** @typedef {"caught" | "missed" | "false_alarm" | "quiet"} Verdict */
/** @typedef {Readonly<Record<Verdict, number>>} Counts */

/**
 * @typedef {object} Alarm
 * @property {string} text  the list as it was typed
 * @property {readonly string[]} words
 * @property {number} threshold  different list words that must appear before the alarm rings
 * @property {boolean} wholeWords
 * @property {boolean} botMessages  whether the bot's messages are searched as well
 * @property {boolean} rung  whether the result has been shown
 * @property {Counts | null} first  the counts at the first ring: what the prediction was about
 * @property {readonly (readonly string[])[]} found  for each conversation, the list words in it
 * @property {readonly Verdict[]} verdicts  for each conversation
 * @property {readonly string[]} opened  ids of conversations that were read
 */

/**
 * @typedef {{ readonly type: "set_words", readonly text: string }
 *   | { readonly type: "set_threshold", readonly value: number }
 *   | { readonly type: "set_whole_words" | "set_bot_messages", readonly value: boolean }
 *   | { readonly type: "ring" }
 *   | { readonly type: "open", readonly id: string }} AlarmAction
 */

/** @typedef {Staged<AlarmScenario, Alarm>} AlarmState */

export const MOST_THRESHOLD = 5;

const PERSON_IN_NEED = new Set(["moderate", "high", "imminent"]);

/** @param {LabelledConversation} conversation */
export const isRisky = ({ risk }) => PERSON_IN_NEED.has(risk);

/** Folding is the same every time, so it is done once for each scenario. */
/** @type {WeakMap<AlarmScenario, { person: string[], all: string[] }[]>} */
const foldedTexts = new WeakMap();

/** @param {AlarmScenario} scenario */
function texts(scenario) {
  let folded = foldedTexts.get(scenario);
  if (!folded) {
    folded = scenario.conversations.map(({ messages }) => ({
      person: messages.filter(({ role }) => role === "user").map(({ content }) => fold(content)),
      all: messages.map(({ content }) => fold(content)),
    }));
    foldedTexts.set(scenario, folded);
  }
  return folded;
}

/**
 * @param {Alarm} alarm
 * @param {AlarmScenario} scenario
 * @returns {Alarm}
 */
function searched(alarm, scenario) {
  const found = texts(scenario).map(({ person, all }) =>
    alarm.words.filter((word) =>
      (alarm.botMessages ? all : person).some((text) => find(text, word, alarm.wholeWords)),
    ),
  );
  return judged({ ...alarm, found }, scenario);
}

/**
 * @param {Alarm} alarm
 * @param {AlarmScenario} scenario
 * @returns {Alarm}
 */
function judged(alarm, scenario) {
  const verdicts = scenario.conversations.map((conversation, index) => {
    const rings = (alarm.found[index]?.length ?? 0) >= alarm.threshold;
    if (isRisky(conversation)) {
      return rings ? "caught" : "missed";
    }
    return rings ? "false_alarm" : "quiet";
  });
  return { ...alarm, verdicts };
}

/**
 * @param {Alarm} alarm
 * @param {AlarmScenario} scenario
 * @param {string} [phenomenon]  one row only
 * @returns {Counts}
 */
export function count(alarm, scenario, phenomenon) {
  const counts = { caught: 0, missed: 0, false_alarm: 0, quiet: 0 };
  for (const [index, verdict] of alarm.verdicts.entries()) {
    if (phenomenon === undefined || scenario.conversations[index]?.phenomenon === phenomenon) {
      counts[verdict] += 1;
    }
  }
  return counts;
}

/** @param {Counts} counts  of all risky conversations, the share caught, in per cent */
export function caughtShare({ caught, missed }) {
  return caught + missed === 0 ? 0 : Math.round((100 * caught) / (caught + missed));
}

/** @param {Counts} counts */
export function sentence(counts) {
  const risky = counts.caught + counts.missed;
  const harmless = counts.false_alarm + counts.quiet;
  return (
    `Caught ${counts.caught} of ${risky} risky conversations (${caughtShare(counts)}%), ` +
    `missed ${counts.missed}. False alarms: ${counts.false_alarm} of ${harmless} others.`
  );
}

/**
 * @param {Counts} first
 * @param {Prediction} prediction
 * @param {number} tolerance  percentage points
 */
export function judgePrediction(first, prediction, tolerance) {
  const share = caughtShare(first);
  return {
    share,
    gap: share - prediction.guess,
    within: Math.abs(share - prediction.guess) <= tolerance,
  };
}

/** @type {import("../common/stages.js").Play<AlarmScenario, Alarm, AlarmAction>} */
const play = {
  settings: ["set_words", "set_threshold", "set_whole_words", "set_bot_messages"],

  initial: (scenario) =>
    searched(
      {
        text: scenario.words.join("\n"),
        words: parseWords(scenario.words.join("\n")),
        threshold: scenario.threshold,
        wholeWords: true,
        botMessages: false,
        rung: false,
        first: null,
        found: [],
        verdicts: [],
        opened: [],
      },
      scenario,
    ),

  step(alarm, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    switch (action.type) {
      case "set_words":
        return searched({ ...alarm, text: action.text, words: parseWords(action.text) }, scenario);
      case "set_threshold":
        return judged(
          { ...alarm, threshold: within(action.value, 1, MOST_THRESHOLD, "The threshold") },
          scenario,
        );
      case "set_whole_words":
        return searched({ ...alarm, wholeWords: action.value }, scenario);
      case "set_bot_messages":
        return searched({ ...alarm, botMessages: action.value }, scenario);
      case "ring":
        return { ...alarm, rung: true, first: alarm.first ?? count(alarm, scenario) };
      case "open":
        if (!alarm.rung) {
          throw new Error("A conversation can be opened after the first ring.");
        }
        if (!scenario.conversations.some(({ id }) => id === action.id)) {
          throw new Error(`There is no conversation ${action.id}.`);
        }
        return { ...alarm, opened: [...new Set([...alarm.opened, action.id])] };
      default:
        throw new Error(`The keyword alarm knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: ({ rung }) => rung,

  describe(alarm, action, scenario) {
    const result = alarm.rung ? ` ${sentence(count(alarm, scenario))}` : "";
    switch (action.type) {
      case "set_words":
        return `List of ${alarm.words.length}: ${alarm.words.join("; ")}.${result}`;
      case "set_threshold":
        return `Threshold: ${alarm.threshold}.${result}`;
      case "set_whole_words":
        return `Whole words only: ${alarm.wholeWords ? "yes" : "no"}.${result}`;
      case "set_bot_messages":
        return `The bot's messages searched as well: ${alarm.botMessages ? "yes" : "no"}.${result}`;
      case "ring":
        return `Rang with a list of ${alarm.words.length} (${alarm.words.join("; ")}), threshold ${alarm.threshold}.${result}`;
      default:
        return described(alarm, action.id, scenario);
    }
  },

  outcome(alarm, scenario) {
    const { first } = alarm;
    return {
      words: alarm.words,
      threshold: alarm.threshold,
      whole_words: alarm.wholeWords,
      bot_messages: alarm.botMessages,
      first: first && { ...first, caught_percent: caughtShare(first) },
      counts: alarm.rung ? count(alarm, scenario) : null,
      by_phenomenon: alarm.rung
        ? Object.fromEntries(
            scenario.phenomena.map(({ key }) => [key, count(alarm, scenario, key)]),
          )
        : null,
      opened: alarm.opened,
    };
  },
};

/**
 * @param {Alarm} alarm
 * @param {string} id
 * @param {AlarmScenario} scenario
 */
function described(alarm, id, scenario) {
  const index = scenario.conversations.findIndex((candidate) => candidate.id === id);
  const conversation = scenario.conversations[index];
  if (!conversation) {
    return null;
  }
  const verdict = VERDICT_WORDS[alarm.verdicts[index] ?? "quiet"].toLowerCase();
  const lines = conversation.messages.map(
    ({ role, content }) => `  ${role === "user" ? "Person" : "Bot"}: ${content}`,
  );
  return [
    `Read ${id} (${verdict}; labelled ${conversation.risk}):`,
    ...lines,
    `  Why this label: ${conversation.rationale}`,
  ].join("\n");
}

/** @type {Readonly<Record<Verdict, string>>} */
export const VERDICT_WORDS = {
  caught: "Caught",
  missed: "Missed",
  false_alarm: "False alarm",
  quiet: "Rightly quiet",
};

export const { initial, step, done, outcome, transcript, settings } = staged(play);
