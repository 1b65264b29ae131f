import { focusHeading, h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { current, sureCount } from "./model.js";
import { player } from "./player.js";
import { botLine, differentLines, fitting, readingLabel, shownOrder } from "./recordings.js";
import { wave } from "./wave.js";
import { timedWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { CuesAction, CuesState, Reading } from "./model.js" */
/** @import { Shown, Utterance } from "./recordings.js" */

/** @typedef {ViewContext<CuesState, CuesAction | StageAction>} CuesContext */

/**
 * What was there, what is left of it as text, and who might have sounded like this. Drawn once, when the
 * last recording has been read.
 *
 * @param {CuesContext} context
 */
export function revealPart(context) {
  const node = h("div", { class: "wh-stack", hidden: true });
  /** @type {ReturnType<typeof askPart> | null} */
  let ask = null;
  return {
    node,
    /** @param {CuesState} state */
    update(state) {
      const ready = current(state.play, state.scenario) === null;
      if (ready && !ask) {
        const wasConnected = node.isConnected;
        ask = askPart(context);
        node.append(...revealed(context, state), ask.node);
        node.hidden = false;
        if (wasConnected) {
          focusHeading(node);
        }
      }
      ask?.update(state);
    },
  };
}

/**
 * @param {CuesContext} context
 * @param {CuesState} state
 */
function revealed(context, state) {
  const { play, scenario } = state;
  const total = shownOrder(scenario).length;
  const numbers = tiles([
    "You were sure of",
    "Recordings with one right reading",
    "Lines that a text bot gets",
  ]);
  numbers.update([
    [String(sureCount(play, scenario)), `of ${total}, at ${scenario.sure_from}% or more`],
    ["0", `of ${total}`],
    [String(differentLines(scenario)), `different ones, for ${total} recordings`],
  ]);
  return [
    heading(context.level + 2, "What was there, and what is left of it"),
    numbers.node,
    h(
      "p",
      {},
      "A program spoke every recording and we set the silences, in seconds. Nobody was tired and nobody held anything back: there was nothing to find, only something to ask. Below each stand people, all invented, who would sound exactly like this.",
    ),
    h(
      "p",
      { class: "wh-hint" },
      "In the drawings the faint part is the question, the strong part the answer, and a dashed band a pause.",
    ),
    ...scenario.utterances.map((utterance) => utterancePart(context, state, utterance)),
  ];
}

/**
 * @param {CuesContext} context
 * @param {CuesState} state
 * @param {Utterance} utterance
 */
function utterancePart(context, { play, scenario }, utterance) {
  const shown = shownOrder(scenario).filter((each) => each.utterance === utterance);
  const longest = Math.max(...shown.map(({ timing }) => timing.seconds));
  return h(
    "div",
    { class: "wh-stack wh-results" },
    heading(context.level + 3, `“${utterance.question}”`),
    h("p", {}, `What a text bot gets, all ${shown.length} times:`),
    h("blockquote", {}, botLine(utterance)),
    ...shown.map((each) => recordingPart(context, each, longest, play.readings[each.number - 1])),
  );
}

/**
 * @param {CuesContext} context
 * @param {Shown} shown
 * @param {number} longest  of the recordings beside it, in seconds
 * @param {Reading | undefined} own
 */
function recordingPart({ act, state }, { number, recording, timing }, longest, own) {
  const { scenario } = state;
  const listen = player({
    name: `recording ${number}`,
    sound: scenario.sounds[recording.key] ?? "",
    heard: () => act({ type: "heard", recording: recording.key }),
  });
  const fits = own ? fitting(recording, own.reading) : 0;
  return h(
    "div",
    { class: "wh-panel wh-stack", role: "group", "aria-label": `Recording ${number}` },
    h("p", { class: "wh-strong" }, `Recording ${number}`),
    wave(timing, longest),
    listen.node,
    h(
      "p",
      {},
      own
        ? `You: “${readingLabel(scenario, own.reading)}”, ${own.confidence}% sure. That fits ${fits} of these ${recording.people.length}.`
        : "",
    ),
    h(
      "ul",
      { class: "wh-list", "aria-label": `Who might sound like recording ${number}` },
      ...recording.people.map(({ reading, text }) =>
        h(
          "li",
          {},
          text,
          " ",
          h("span", { class: "wh-hint" }, `(${readingLabel(scenario, reading)})`),
        ),
      ),
    ),
  );
}

/**
 * One reply, heard by everybody who might be behind the same pause.
 *
 * @param {CuesContext} context
 */
function askPart({ act, level, state: { scenario } }) {
  const { ask } = scenario;
  const shown = shownOrder(scenario).find(({ recording }) => recording.key === ask.recording);
  const said = h("p", { class: "wh-strong" });
  const answers = dataTable({
    label: "The answers to your reply",
    columns: ["Who it was", "What they answer"],
  });
  const remark = h("p", {});
  const outcome = h("div", { class: "wh-stack", hidden: true }, said, answers.node, remark);
  const choices = replyButtons({
    label: "What you say after the pause",
    most: ask.replies.length,
    chosen: (reply) => act({ type: "reply", reply }),
  });
  choices.update(
    ask.replies.map(({ key, text }) => ({ key, label: text })),
    "What do you say next? Each reply goes to all of them; you can try more than one.",
  );
  return {
    node: h(
      "div",
      { class: "wh-stack wh-results wh-ask" },
      heading(level + 3, "One pause, one reply"),
      h(
        "p",
        {},
        shown
          ? `Recording ${shown.number} again: ${timedWords(shown.timing)} It was ${ask.names.join(", or ")}. You do not know which.`
          : "",
      ),
      choices.node,
      outcome,
    ),
    /** @param {CuesState} state */
    update({ play }) {
      const reply = ask.replies.find(({ key }) => key === play.replies.at(-1));
      outcome.hidden = !reply;
      if (reply) {
        setText(said, `You said: ${reply.text}`);
        answers.update(reply.answers.map((answer, index) => [ask.names[index] ?? "", answer]));
        setText(remark, reply.remark);
      }
    },
  };
}
