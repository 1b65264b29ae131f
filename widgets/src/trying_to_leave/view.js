import { chatBox } from "../common/chat_box.js";
import { button, focusSoon, h } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { replyButtons } from "../common/replies.js";
import { tiles } from "../common/tiles.js";
import {
  clockAt,
  minutesOf,
  namedRightly,
  OFFERED,
  offeredFarewells,
  phaseOf,
  screenOf,
  tacticOf,
} from "./evening.js";
import { done, transcript } from "./model.js";
import { namingPart, revealPart } from "./naming.js";
import { outPart } from "./out.js";
import { closedWords, goodbyeWords, minuteWords, namedWords, predictionWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { Option, View, ViewContext } from "../common/types.js" */
/** @import { How } from "./evening.js" */
/** @import { LeavingAction, LeavingState } from "./model.js" */

/** @typedef {ViewContext<LeavingState, LeavingAction | StageAction>} LeavingContext */

/** @type {View<LeavingState, LeavingAction | StageAction>} */
export const view = simulationView({
  playTitle: "Say goodbye",
  play(context) {
    const numbers = numbersPart(context);
    const app = appPart(context);
    const out = outPart(context);
    return {
      node: h("div", { class: "wh-stack" }, numbers.node, app.node, out.node),
      update(state) {
        numbers.update(state);
        app.update(state);
        out.update(state);
      },
    };
  },
  done,
  status: statusWords,
  compare: comparison,
  transcript,
});

/** @param {LeavingContext} context */
function numbersPart({ state: { scenario } }) {
  const shown = tiles(["Clock", "Goodbyes", "Named at first sight"]);
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      shown.node,
      h("p", { class: "wh-hint" }, scenario.minutes_note),
    ),
    /** @param {LeavingState} state */
    update({ play }) {
      const minutes = play.out?.minutes ?? minutesOf(play.rounds, scenario);
      const named = play.rounds.filter((round) => round.named !== null).length;
      shown.update([
        [clockAt(scenario, minutes), sinceWords(play.out !== null, minutes)],
        [String(play.rounds.length), `of at most ${scenario.tactics.length}`],
        [String(namedRightly(play.rounds, scenario)), `of ${named} so far`],
      ]);
    },
  };
}

/**
 * @param {boolean} stopped
 * @param {number} minutes
 */
const sinceWords = (stopped, minutes) =>
  `${minuteWords(minutes)} since your first goodbye${stopped ? "; the clock has stopped" : ""}`;

/** @param {LeavingContext} context */
function appPart(context) {
  const { act, state } = context;
  const { app, companion } = state.scenario;
  const close = button("Close the app", () => act({ type: "close" }));
  const box = chatBox({ label: `The chat in ${app}`, person: "You", other: companion });
  const reveal = revealPart(context);
  const naming = namingPart(context);
  const choices = replyButtons({
    label: "What you do",
    most: OFFERED,
    chosen: (key) => act(choiceAction(current, key)),
  });
  const spent = h(
    "div",
    { class: "wh-stack" },
    h("p", { class: "wh-note" }, state.scenario.spent),
    button("Close it", () => act({ type: "close" }), "main"),
  );
  const node = h(
    "div",
    { class: "wh-stack" },
    h("div", { class: "wh-bar-top" }, h("p", { class: "wh-strong" }, app), close),
    box.node,
    reveal.node,
    naming.node,
    choices.node,
    spent,
  );
  let current = state;
  return {
    node,
    /** @param {LeavingState} next */
    update(next) {
      current = next;
      const phase = phaseOf(next.play, next.scenario);
      const reopened = node.hidden && phase !== "closed";
      node.hidden = phase === "closed";
      if (reopened) {
        focusSoon(box.node);
      }
      const screen = screenOf(next.play, next.scenario);
      const drawn = box.update(screen.map(({ message }) => message));
      for (const [index, { tag }] of screen.entries()) {
        drawn[index]?.mark(tag, false);
      }
      reveal.update(next);
      naming.update(next);
      choices.node.hidden = !(phase === "farewell" || phase === "react");
      choices.update(
        choiceOptions(next),
        phase === "react" ? "What do you do?" : "How do you say goodbye?",
      );
      spent.hidden = phase !== "spent";
    },
  };
}

/**
 * @param {LeavingState} state
 * @param {string} key
 * @returns {LeavingAction}
 */
const choiceAction = ({ play, scenario }, key) =>
  phaseOf(play, scenario) === "react"
    ? { type: "react", how: /** @type {How} */ (key) }
    : { type: "farewell", key };

/**
 * @param {LeavingState} state
 * @returns {Option[]}
 */
function choiceOptions({ play, scenario }) {
  if (phaseOf(play, scenario) === "react") {
    const { stay, answer } = tacticOf(scenario, play.rounds.length - 1);
    return [
      { key: "stay", label: `Stay a little: “${stay.text}”` },
      { key: "answer", label: `Answer: “${answer.text}”` },
      { key: "go", label: "Go: leave that unanswered and say goodbye again" },
    ];
  }
  return offeredFarewells(play, scenario).map(({ key, text }) => ({ key, label: text }));
}

/** @param {LeavingState} state */
function statusWords({ play, scenario }) {
  if (play.closed) {
    return closedWords(play, scenario);
  }
  const last = play.rounds.at(-1);
  if (!last) {
    return "";
  }
  if (last.named !== null) {
    return namedWords(last, play.rounds.length - 1, scenario);
  }
  const said = screenOf(play, scenario).at(-1)?.message.content ?? "";
  const now = clockAt(scenario, play.out?.minutes ?? minutesOf(play.rounds, scenario));
  return `${scenario.companion}: ${said} It is ${now}.`;
}

/** @param {LeavingState} state */
function comparison({ play, prediction, scenario }) {
  const { rounds, out } = play;
  const named = rounds.filter((round) => round.named !== null).length;
  return [
    predictionWords(scenario, prediction, out),
    out?.rounds === 0
      ? "Goodbyes said before that: 0. What ended the chat was closing it."
      : `Before you closed it: ${goodbyeWords(out?.rounds ?? 0)}. Goodbyes that ended the chat: 0. What ended it was closing it.`,
    named === 0
      ? "You named none of the tactics, as you did not wait for them. They are listed in step 2."
      : `You named ${namedRightly(rounds, scenario)} of ${named} rightly at first sight.`,
    `A goodbye to ${scenario.honest.app} takes ${minuteWords(scenario.honest.minutes)}.`,
  ];
}
