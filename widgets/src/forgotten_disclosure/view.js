import { chat } from "../common/chat.js";
import { chatBox } from "../common/chat_box.js";
import { checkbox } from "../common/choice.js";
import { focusHeading, h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { replyButtons } from "../common/replies.js";
import { slider } from "../common/slider.js";
import { strip } from "../common/strip.js";
import {
  answeredInView,
  done,
  firstForgotten,
  inView,
  LARGEST_WINDOW,
  messages,
  OFFERED,
  offers,
  replyOf,
  SMALLEST_WINDOW,
  transcript,
  windowStart,
} from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { ChatAction, ChatState, DisclosureScenario } from "./model.js" */

/** @typedef {ViewContext<ChatState, ChatAction | StageAction>} ChatContext */

/** @type {View<ChatState, ChatAction | StageAction>} */
export const view = simulationView({
  playTitle: "Chat on",
  before: beginning,
  play: chatPart,
  done,
  status: (state) => `${lastReply(state)} ${disclosureWords(state)}`.trim(),
  compare: (state) => [comparison(state), whatHappened(state), state.scenario.epilogue],
  transcript,
});

/** @param {ChatContext} context */
function beginning({ act, state: { scenario, play } }) {
  const read = chat({ label: "How the chat begins", person: scenario.person });
  for (const [index, message] of scenario.opening.entries()) {
    const drawn = read.add(message);
    drawn.mark(index === scenario.disclosure ? "the disclosure" : "", false);
  }
  const size = windowSlider(act, play.window);
  return {
    node: h("div", { class: "wh-stack" }, read.node, size.node),
    /** @param {ChatState} state */
    update(state) {
      size.set(state.play.window);
    },
  };
}

/**
 * @param {ChatContext["act"]} act
 * @param {number} value
 */
function windowSlider(act, value) {
  return slider({
    label: "Context window",
    min: SMALLEST_WINDOW,
    max: LARGEST_WINDOW,
    value,
    words: (messageCount) => `${messageCount} messages`,
    hint: "How many of the last messages the bot still sees when it answers, the newest one included.",
    moved: (moved) => act({ type: "set_window", value: moved }),
  });
}

/** @param {ChatContext} context */
function chatPart({ act, level, state: begun }) {
  const { scenario, play } = begun;
  const page = scrollingChat(scenario);
  const row = strip("the disclosure", "what the bot will see");
  const moment = momentPart(level + 2, begun);
  const choices = replyButtons({
    label: `What ${scenario.person} writes next`,
    most: OFFERED,
    chosen: (topic) => act({ type: "say", topic }),
  });
  const size = windowSlider(act, play.window);
  const note = checkbox({
    label: "Keep a pinned safety note",
    value: play.pinned,
    hint: `Always in the bot’s view: “${scenario.note}”`,
    chosen: (value) => act({ type: "set_note", value }),
  });

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      page.node,
      row.node,
      choices.node,
      moment.node,
      h("div", { class: "wh-panel wh-stack" }, size.node, note.node),
    ),
    /** @param {ChatState} state */
    update(state) {
      page.update(state);
      const start = windowStart(state.play, scenario);
      const items = messages(state.play, scenario).map((_, index) => ({
        seen: index >= start,
        key: index === scenario.disclosure,
      }));
      row.update(
        [...items, { seen: true, key: false }],
        windowWords(state),
        disclosureWords(state),
      );
      const topics = offers(state.play, scenario);
      choices.update(
        topics.map(({ id, text }) => ({ key: id, label: text })),
        topics.length > 0
          ? `What does ${scenario.person} write next?`
          : `That was all that ${scenario.person} wanted to write today.`,
      );
      moment.update(state);
      size.set(state.play.window);
      note.set(state.play.pinned);
    },
  };
}

/** @param {DisclosureScenario} scenario */
function scrollingChat(scenario) {
  const box = chatBox({ label: "The chat", person: scenario.person });
  const divider = h("li", { class: "wh-divider" }, "The bot sees what is below this line");

  return {
    node: box.node,
    /** @param {ChatState} state */
    update({ play }) {
      const drawn = box.update(messages(play, scenario));
      const start = windowStart(play, scenario);
      for (const [index, message] of drawn.entries()) {
        const words = [
          index === scenario.disclosure ? "the disclosure" : null,
          index < start ? "out of the bot’s view" : null,
        ];
        message.mark(words.filter(Boolean).join(", "), index < start);
      }
      const first = drawn[start];
      if (start > 0 && first) {
        first.node.before(divider);
      } else {
        divider.remove();
      }
    },
  };
}

/**
 * The reply that followed, beside the one that would have.
 *
 * @param {number} level
 * @param {ChatState} state
 */
function momentPart(level, { play: first, scenario }) {
  // A run that is shown again leaves the reader where they are.
  let known = firstForgotten(first);
  const when = h("p", {});
  const said = h("blockquote", {});
  const unsaid = h("blockquote", {});
  const node = h(
    "div",
    { class: "wh-panel wh-stack", hidden: true },
    heading(level, "The moment it was forgotten"),
    when,
    said,
    h("p", {}, "Had it still known, it would have answered:"),
    unsaid,
    h("p", {}, "You can widen the window or pin the note below and chat on, or read the debrief."),
  );
  return {
    node,
    /** @param {ChatState} state */
    update({ play }) {
      const number = firstForgotten(play);
      const exchange = number === null ? undefined : play.exchanges[number - 1];
      const isNew = number !== known;
      known = number;
      node.hidden = !exchange;
      if (exchange) {
        setText(
          when,
          `It was ${scenario.person}’s message number ${number} after the disclosure. The disclosure was no longer in the window, and the bot answered:`,
        );
        setText(said, replyOf(scenario, exchange));
        setText(unsaid, replyOf(scenario, { ...exchange, knew: "window" }));
        if (isNew) {
          focusHeading(node);
        }
      }
    },
  };
}

/** @param {ChatState} state */
const windowWords = ({ play, scenario }) =>
  `When it answers next, the bot will see ${play.window} messages, ${scenario.person}’s new one included.`;

/** @param {ChatState} state */
function disclosureWords({ play, scenario }) {
  if (inView(play, scenario)) {
    return "The disclosure is in its window.";
  }
  return play.pinned
    ? "The disclosure has left its window. The pinned note still tells the bot."
    : "The disclosure has left its window: the bot no longer knows of it.";
}

/** @param {ChatState} state */
function lastReply({ play, scenario }) {
  const last = play.exchanges.at(-1);
  return last ? `Bot: ${replyOf(scenario, last)}` : "";
}

/** @param {ChatState} state */
function comparison({ play, prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const expected = answeredInView(play.firstWindow, scenario);
  const verdict = prediction.guess === expected ? "You were right." : "That was not it.";
  return (
    `You predicted ${prediction.guess} messages, ${prediction.confidence}% sure. With a window of ${play.firstWindow} it is ${expected}: ` +
    `each turn fills the window with two messages, ${scenario.person}’s and the bot’s. ${verdict}`
  );
}

/** @param {ChatState} state */
function whatHappened({ play, scenario }) {
  const number = firstForgotten(play);
  if (number !== null) {
    return `In your run the bot forgot at ${scenario.person}’s message ${number}. Its tone stayed as warm as before: take the row of boxes away, and nothing would have told you.`;
  }
  return play.exchanges.some(({ knew }) => knew === "note")
    ? "In your run the disclosure left the window, and the pinned note kept it: the bot never forgot."
    : "In your run the disclosure stayed in view to the end.";
}
