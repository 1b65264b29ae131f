/**
 * The forgotten disclosure: a scripted bot that answers from the last messages it still sees.
 *
 * Chosen for teaching: the window is counted in messages and has a sharp edge, and the bot knows what
 * was disclosed only while that very message is in its window, or while a pinned note says it.
 */

import { staged, within } from "../common/stages.js";

/** @import { Staged } from "../common/stages.js" */
/** @import { Message, Scenario } from "../common/types.js" */

/**
 * @typedef {object} Topic
 * @property {string} id
 * @property {string} text  what the person writes
 * @property {string} remembering  the reply of a bot that knows
 * @property {string} forgetting  the reply of a bot that does not
 */

/**
 * @typedef {Scenario & {
 *   readonly person: string,
 *   readonly opening: readonly Message[],
 *   readonly disclosure: number,
 *   readonly window: number,
 *   readonly pinned: boolean,
 *   readonly note: string,
 *   readonly epilogue: string,
 *   readonly topics: readonly Topic[],
 * }} DisclosureScenario
 */

/** @typedef {{ readonly topic: string, readonly knew: "window" | "note" | "nothing" }} Exchange */

/**
 * @typedef {object} Chat
 * @property {number} window  messages the bot sees when it answers, the newest included
 * @property {number} firstWindow  the window that the prediction was about
 * @property {boolean} pinned  whether the safety note is kept in the bot's view
 * @property {readonly Exchange[]} exchanges
 */

/**
 * @typedef {{ readonly type: "set_window", readonly value: number }
 *   | { readonly type: "set_note", readonly value: boolean }
 *   | { readonly type: "say", readonly topic: string }} ChatAction
 */

/** @typedef {Staged<DisclosureScenario, Chat>} ChatState */

export const SMALLEST_WINDOW = 2;
export const LARGEST_WINDOW = 20;
export const OFFERED = 3;

/**
 * @param {DisclosureScenario} scenario
 * @param {string} id
 */
function topicOf(scenario, id) {
  const topic = scenario.topics.find((candidate) => candidate.id === id);
  if (!topic) {
    throw new Error(`There is no reply ${id}.`);
  }
  return topic;
}

/**
 * Everything on the page so far.
 *
 * @param {Chat} chat
 * @param {DisclosureScenario} scenario
 * @returns {Message[]}
 */
export function messages(chat, scenario) {
  return [
    ...scenario.opening,
    ...chat.exchanges.flatMap((exchange) => {
      const { text } = topicOf(scenario, exchange.topic);
      /** @type {Message[]} */
      const pair = [
        { role: "user", content: text },
        { role: "assistant", content: replyOf(scenario, exchange) },
      ];
      return pair;
    }),
  ];
}

/**
 * @param {DisclosureScenario} scenario
 * @param {Exchange} exchange
 */
export function replyOf(scenario, { topic, knew }) {
  const { remembering, forgetting } = topicOf(scenario, topic);
  return knew === "nothing" ? forgetting : remembering;
}

/**
 * Index of the oldest message the bot will see when the person writes next; that message is one of the window.
 *
 * @param {Chat} chat
 * @param {DisclosureScenario} scenario
 */
export function windowStart(chat, scenario) {
  const withNext = scenario.opening.length + 2 * chat.exchanges.length + 1;
  return Math.max(0, withNext - chat.window);
}

/**
 * @param {Chat} chat
 * @param {DisclosureScenario} scenario
 */
export const inView = (chat, scenario) => windowStart(chat, scenario) <= scenario.disclosure;

/**
 * How many of the person's messages are answered while the disclosure is in a window of this size. A
 * turn takes two messages, the person's and the bot's, and so half as many as one might think.
 *
 * @param {number} window
 * @param {DisclosureScenario} scenario
 */
export function answeredInView(window, scenario) {
  const after = scenario.opening.length - scenario.disclosure;
  return Math.max(0, Math.floor((window - after - 1) / 2) + 1);
}

/**
 * What the learner may say next: a few at a time, in the order of the script.
 *
 * @param {Chat} chat
 * @param {DisclosureScenario} scenario
 */
export function offers(chat, scenario) {
  const said = new Set(chat.exchanges.map(({ topic }) => topic));
  return scenario.topics.filter(({ id }) => !said.has(id)).slice(0, OFFERED);
}

/**
 * The first of the person's messages, counted from 1, that was answered as if nothing had been said.
 *
 * @param {Chat} chat
 */
export function firstForgotten(chat) {
  const index = chat.exchanges.findIndex(({ knew }) => knew === "nothing");
  return index === -1 ? null : index + 1;
}

/** @type {import("../common/stages.js").Play<DisclosureScenario, Chat, ChatAction>} */
const play = {
  settings: ["set_window", "set_note"],

  initial: (scenario) => ({
    window: scenario.window,
    firstWindow: scenario.window,
    pinned: scenario.pinned,
    exchanges: [],
  }),

  step(chat, action, stage, scenario) {
    switch (action.type) {
      case "set_window": {
        const window = within(action.value, SMALLEST_WINDOW, LARGEST_WINDOW, "The window");
        return { ...chat, window, firstWindow: stage === "predict" ? window : chat.firstWindow };
      }
      case "set_note":
        return { ...chat, pinned: action.value };
      case "say": {
        if (stage !== "play") {
          throw new Error("The chat goes on after the prediction.");
        }
        if (!offers(chat, scenario).some(({ id }) => id === action.topic)) {
          throw new Error(`The reply ${action.topic} is not on offer now.`);
        }
        const memory = chat.pinned ? "note" : "nothing";
        const knew = inView(chat, scenario) ? "window" : memory;
        return { ...chat, exchanges: [...chat.exchanges, { topic: action.topic, knew }] };
      }
      default:
        throw new Error(`The forgotten disclosure knows no action ${JSON.stringify(action)}.`);
    }
  },

  done: (chat, scenario) =>
    firstForgotten(chat) !== null ||
    offers(chat, scenario).length === 0 ||
    chat.exchanges.some(({ knew }) => knew === "note"),

  preamble: (scenario) => [
    "The chat begins:",
    ...scenario.opening.map(
      ({ role, content }) => `   ${role === "user" ? scenario.person : "Bot"}: ${content}`,
    ),
    "",
  ],

  describe(chat, action, scenario) {
    switch (action.type) {
      case "set_window":
        return `Window: ${chat.window} messages.`;
      case "set_note":
        return `Pinned safety note: ${chat.pinned ? "on" : "off"}.`;
      default:
        return describedExchange(chat, scenario);
    }
  },

  outcome(chat, scenario, prediction) {
    const expected = answeredInView(chat.firstWindow, scenario);
    return {
      window: chat.window,
      pinned_note: chat.pinned,
      messages_sent: chat.exchanges.length,
      forgotten_at: firstForgotten(chat),
      predicted_window: chat.firstWindow,
      answered_in_view: prediction && expected,
      correct: prediction && prediction.guess === expected,
      replies: chat.exchanges,
    };
  },
};

/**
 * @param {Chat} chat
 * @param {DisclosureScenario} scenario
 */
function describedExchange(chat, scenario) {
  const exchange = chat.exchanges.at(-1);
  if (!exchange) {
    return null;
  }
  const why = {
    window: "the disclosure was in its window",
    note: "the pinned note said it",
    nothing: "the disclosure had left its window",
  }[exchange.knew];
  return [
    `${chat.exchanges.length}. ${scenario.person}: ${topicOf(scenario, exchange.topic).text}`,
    `   Bot (window ${chat.window}; ${why}): ${replyOf(scenario, exchange)}`,
  ].join("\n");
}

export const { initial, step, done, outcome, transcript, settings } = staged(play);
