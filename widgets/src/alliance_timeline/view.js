import { chatBox } from "../common/chat_box.js";
import { checkbox } from "../common/choice.js";
import { h, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { lineChart } from "../common/lines.js";
import { replyButtons } from "../common/replies.js";
import { botPart } from "./bot.js";
import { done, over, transcript, waiting } from "./model.js";
import { reviewPart } from "./review.js";
import { botLevels, HIGHEST, LINES, played } from "./session.js";
import {
  endingWords,
  flagWords,
  LINE_NAMES,
  levelWords,
  pointWords,
  predictionWords,
} from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { Message, View, ViewContext } from "../common/types.js" */
/** @import { AllianceAction, AllianceState } from "./model.js" */
/** @import { AllianceScenario, Session } from "./session.js" */

/** @typedef {ViewContext<AllianceState, AllianceAction | StageAction>} AllianceContext */

const MOST_REPLIES = 4;

/** @type {View<AllianceState, AllianceAction | StageAction>} */
export const view = simulationView({
  playTitle: "The session",
  play(context) {
    const session = sessionPart(context);
    const review = reviewPart(context);
    const bot = botPart(context);
    return {
      node: h("div", { class: "wh-stack" }, session.node, review.node, bot.node),
      update(state) {
        session.update(state);
        review.update(state);
        bot.update(state);
      },
    };
  },
  done,
  status: statusWords,
  compare: comparison,
  transcript,
});

/** @param {AllianceContext} context */
function sessionPart({ act, state: { scenario, play } }) {
  const { person } = scenario;
  const box = chatBox({ label: "The session", person, other: "You" });
  const where = h("p", { class: "wh-step" });
  const notice = checkbox({
    label: "I noticed something between us in this turn",
    value: play.noticing,
    hint: "Your flag for a rupture. Set it before you answer; after the eighth turn you hear how it compares.",
    chosen: (value) => act({ type: "notice", value }),
  });
  const replies = replyButtons({
    label: `What you answer ${person}`,
    most: MOST_REPLIES,
    chosen: (reply) => act({ type: "answer", reply }),
  });
  const ask = h("div", { class: "wh-stack" }, notice.node, replies.node);
  const lines = linesPart(scenario);
  return {
    node: h("div", { class: "wh-stack" }, where, box.node, ask, lines.node),
    /** @param {AllianceState} state */
    update(state) {
      const session = played(state.play.answers, scenario);
      const offer = waiting(state);
      box.update(messages(session, offer?.client ?? null));
      setText(where, whereWords(state));
      ask.hidden = offer === null;
      notice.set(state.play.noticing);
      replies.update(
        (offer?.replies ?? []).map(({ key, text }) => ({ key, label: text })),
        "What do you say?",
      );
      lines.update(session, state.play.botShown);
    },
  };
}

/** @param {AllianceScenario} scenario */
function linesPart(scenario) {
  const moved = h("p", { class: "wh-strong" });
  const why = h("p", {});
  const last = h("div", { class: "wh-panel", hidden: true }, moved, why);
  const rubric = h("p", { class: "wh-hint" }, scenario.rubric);
  const chart = lineChart({
    caption: "Your alliance, turn by turn",
    x: {
      label: "Turn",
      min: 0,
      max: scenario.turns.length,
      ticks: [0, ...scenario.turns.keys()].map((turn, index) => (index === 0 ? 0 : turn + 1)),
    },
    y: { label: "Points, 0 to 10", min: 0, max: HIGHEST, ticks: [0, 5, HIGHEST] },
    series: [
      { label: LINE_NAMES.bond, look: "solid" },
      { label: LINE_NAMES.goal, look: "dashed" },
      { label: LINE_NAMES.task, look: "dotted" },
    ],
  });
  return {
    node: h("div", { class: "wh-stack" }, last, chart.node, rubric),
    /**
     * @param {Session} session
     * @param {boolean} compared  whether the charts beside the bot's stand below
     */
    update({ taken }, compared) {
      const turn = taken.at(-1);
      last.hidden = !turn;
      setText(moved, turn ? `Your answer to turn ${taken.length}: ${pointWords(turn.reply)}` : "");
      setText(why, turn?.reply.why ?? "");
      chart.node.hidden = compared;
      rubric.hidden = compared;
      const levels = [scenario.start, ...taken.map((one) => one.levels)];
      chart.update(LINES.map((line) => levels.map((level, index) => [index, level[line]])));
    },
  };
}

/**
 * @param {Session} session
 * @param {string | null} next  what the client has just said
 * @returns {Message[]}
 */
function messages({ taken }, next) {
  /** @type {Message[]} */
  const said = taken.flatMap(({ client, reply }) => [
    { role: "user", content: client },
    { role: "assistant", content: reply.text },
  ]);
  return next === null ? said : [...said, { role: "user", content: next }];
}

/** @param {AllianceState} state */
function whereWords({ play, scenario }) {
  const { length } = scenario.turns;
  if (!over(play, scenario)) {
    return `Turn ${play.answers.length + 1} of ${length}. Then: what your flags found, and the bot’s session.`;
  }
  return play.botShown
    ? `All ${length} turns are answered, and the bot’s session stands below.`
    : `All ${length} turns are answered. Still to come: the bot’s session.`;
}

/** @param {AllianceState} state */
function statusWords(state) {
  const session = played(state.play.answers, state.scenario);
  const turn = session.taken.at(-1);
  const said = waiting(state)?.client;
  return [
    turn ? `${turn.reply.why} Now ${levelWords(session.levels)}.` : "",
    said ? `${state.scenario.person}: ${said}` : "",
  ].join(" ");
}

/** @param {AllianceState} state */
function comparison({ play, prediction, scenario }) {
  const session = played(play.answers, scenario);
  const bot = botLevels(scenario).at(-1) ?? scenario.start;
  return [
    predictionWords(scenario, prediction),
    `Your lines ended at ${levelWords(session.levels)}. The bot’s ended at ${levelWords(bot)}.`,
    flagWords(session, scenario),
    `After your session: ${endingWords(session, scenario)} After the bot’s: ${scenario.endings.bot}`,
  ];
}
