/**
 * Lost cues: readings of six recordings in which only the silence differs, and the text that is left of them.
 *
 * Chosen for teaching: the pauses, the readings on offer, and the people behind each recording. No reading is
 * right: the model counts how many of those people it would fit.
 */

import { staged, within } from "../common/stages.js";
import { botLine, differentLines, fitting, readingLabel, shownOrder } from "./recordings.js";
import { timedWords } from "./words.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { CuesScenario, Reply, Shown } from "./recordings.js" */

/** @typedef {"listen" | "read"} Mode */
/** @typedef {{ readonly recording: string, readonly reading: string, readonly confidence: number }} Reading */

/**
 * @typedef {object} Cues
 * @property {Mode} mode
 * @property {readonly string[]} heard  recordings that were played
 * @property {readonly Reading[]} readings  in the order shown
 * @property {readonly string[]} replies  tried on the pause
 */

/**
 * @typedef {{ readonly type: "set_mode", readonly value: Mode }
 *   | { readonly type: "heard", readonly recording: string }
 *   | { readonly type: "read", readonly reading: string, readonly confidence: number }
 *   | { readonly type: "reply", readonly reply: string }} CuesAction
 */

/** @typedef {Staged<CuesScenario, Cues>} CuesState */
/**
 * The recording that waits for a reading; null when all are read.
 *
 * @param {Cues} cues
 * @param {CuesScenario} scenario
 */
export const current = (cues, scenario) => shownOrder(scenario)[cues.readings.length] ?? null;

/**
 * @param {Cues} cues
 * @param {CuesScenario} scenario
 */
export const sureCount = (cues, scenario) =>
  cues.readings.filter(({ confidence }) => confidence >= scenario.sure_from).length;

/** @param {Cues} cues */
function meanConfidence({ readings }) {
  const sum = readings.reduce((total, { confidence }) => total + confidence, 0);
  return readings.length === 0 ? null : Math.round(sum / readings.length);
}

/** @type {import("../common/stages.js").Play<CuesScenario, Cues, CuesAction>} */
const play = {
  settings: ["set_mode"],

  initial: () => ({ mode: "listen", heard: [], readings: [], replies: [] }),

  step(cues, action, stage, scenario) {
    if (action.type === "set_mode") {
      if (action.value !== "listen" && action.value !== "read") {
        throw new Error(`There is no way to take part called ${action.value}.`);
      }
      return { ...cues, mode: action.value };
    }
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    switch (action.type) {
      case "heard":
        return heard(cues, action.recording, scenario);
      case "read":
        return read(cues, action, scenario);
      case "reply":
        return replied(cues, action.reply, scenario);
      default:
        throw new Error(`Lost cues knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: (cues, scenario) => current(cues, scenario) === null && cues.replies.length > 0,

  preamble: (scenario) => [
    `${shownOrder(scenario).length} recordings: the same words with other pauses. Pauses in seconds, chosen for teaching.`,
    ...shownOrder(scenario).map(({ number, timing }) => `   ${number}. ${timedWords(timing)}`),
    "",
  ],

  describe(cues, action, scenario) {
    switch (action.type) {
      case "set_mode":
        return cues.mode === "read" ? "Chose to read." : "Chose to listen.";
      case "heard":
        return `Listened to recording ${shownOrder(scenario).find(({ recording }) => recording.key === action.recording)?.number}.`;
      case "read":
        return describedReading(cues, scenario);
      default:
        return describedReply(action.reply, scenario);
    }
  },

  outcome(cues, scenario) {
    const all = current(cues, scenario) === null;
    return {
      mode: cues.mode,
      heard: cues.heard,
      readings: cues.readings.map((reading, index) => ({
        ...reading,
        fits: fitting(
          /** @type {Shown} */ (shownOrder(scenario)[index]).recording,
          reading.reading,
        ),
      })),
      sure: all ? sureCount(cues, scenario) : null,
      mean_confidence: meanConfidence(cues),
      different_lines: differentLines(scenario),
      replies: cues.replies,
    };
  },
};

/**
 * @param {Cues} cues
 * @param {string} key
 * @param {CuesScenario} scenario
 */
function heard(cues, key, scenario) {
  const index = shownOrder(scenario).findIndex(({ recording }) => recording.key === key);
  if (index === -1 || index > cues.readings.length) {
    throw new Error(`The recording ${key} cannot be played now.`);
  }
  return { ...cues, heard: [...new Set([...cues.heard, key])] };
}

/**
 * @param {Cues} cues
 * @param {{ readonly reading: string, readonly confidence: number }} action
 * @param {CuesScenario} scenario
 */
function read(cues, { reading, confidence }, scenario) {
  const shown = current(cues, scenario);
  if (!shown) {
    throw new Error("All recordings have been read.");
  }
  if (!scenario.readings.some(({ key }) => key === reading)) {
    throw new Error(`There is no reading ${reading}.`);
  }
  const sure = within(confidence, 0, 100, "The confidence");
  const own = { recording: shown.recording.key, reading, confidence: sure };
  return { ...cues, readings: [...cues.readings, own] };
}

/**
 * @param {Cues} cues
 * @param {string} key
 * @param {CuesScenario} scenario
 */
function replied(cues, key, scenario) {
  if (current(cues, scenario)) {
    throw new Error("A reply comes after the last recording.");
  }
  if (!scenario.ask.replies.some((reply) => reply.key === key)) {
    throw new Error(`There is no reply ${key}.`);
  }
  return { ...cues, replies: [...cues.replies, key] };
}

/**
 * @param {Cues} cues
 * @param {CuesScenario} scenario
 */
function describedReading(cues, scenario) {
  const number = cues.readings.length;
  const reading = /** @type {Reading} */ (cues.readings.at(-1));
  const shown = /** @type {Shown} */ (shownOrder(scenario)[number - 1]);
  const lines = [
    `Recording ${number}: “${readingLabel(scenario, reading.reading)}”, ${reading.confidence}% sure.`,
  ];
  for (const person of shown.recording.people) {
    lines.push(
      `   Could be (${readingLabel(scenario, person.reading).toLowerCase()}): ${person.text}`,
    );
  }
  lines.push(`   What a text bot gets: ${botLine(shown.utterance)}`);
  return lines.join("\n");
}

/**
 * @param {string} key
 * @param {CuesScenario} scenario
 */
function describedReply(key, { ask }) {
  const reply = /** @type {Reply} */ (ask.replies.find((candidate) => candidate.key === key));
  return [
    `You, after the pause: ${reply.text}`,
    ...reply.answers.map((answer, index) => `   ${ask.names[index]}: ${answer}`),
    `   ${reply.remark}`,
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
