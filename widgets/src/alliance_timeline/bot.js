import { chat } from "../common/chat.js";
import { focusHeading, h, heading } from "../common/dom.js";
import { lineChart } from "../common/lines.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { botLevels, HIGHEST, LINES, played } from "./session.js";
import { LINE_NAMES, levelWords, pointWords } from "./words.js";

/** @import { AllianceState } from "./model.js" */
/** @import { AllianceScenario, Levels } from "./session.js" */
/** @import { AllianceContext } from "./view.js" */

/**
 * The prepared run of the bot, its lines beside the learner's.
 *
 * @param {AllianceContext} context
 */
export function botPart({ level, state: { scenario } }) {
  const lines = comparedLines(scenario);
  const node = h(
    "div",
    { class: "wh-stack wh-results", hidden: true },
    heading(level + 2, "The same session with a bot that agrees"),
    h("p", {}, scenario.bot.intro),
    lines.node,
    botChat(scenario),
    listOf(level, "What it did well", scenario.bot.well),
    listOf(level, "What never happened", scenario.bot.missing),
    reasons(scenario),
  );
  let drawn = false;
  return {
    node,
    /** @param {AllianceState} state */
    update({ play }) {
      const isNew = node.hidden && drawn && play.botShown;
      drawn = true;
      node.hidden = !play.botShown;
      if (play.botShown) {
        lines.update([
          scenario.start,
          ...played(play.answers, scenario).taken.map(({ levels }) => levels),
        ]);
      }
      if (isNew) {
        focusHeading(node);
      }
    },
  };
}

/** @param {AllianceScenario} scenario */
function comparedLines(scenario) {
  const bot = botLevels(scenario);
  const last = bot.at(-1) ?? scenario.start;
  const ends = tiles(LINES.map((line) => LINE_NAMES[line]));
  const charts = LINES.map((line) =>
    lineChart({
      caption: LINE_NAMES[line],
      x: { label: "Turn", min: 0, max: scenario.turns.length, ticks: [0, 4, 8] },
      y: { label: "Points, 0 to 10", min: 0, max: HIGHEST, ticks: [0, 5, HIGHEST] },
      series: [
        { label: "You", look: "solid" },
        { label: "Bot", look: "dashed" },
      ],
    }),
  );
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      ends.node,
      h("div", { class: "wh-charts" }, ...charts.map(({ node }) => node)),
      h("p", { class: "wh-hint" }, scenario.rubric),
    ),
    /** @param {readonly Levels[]} yours  from the start on */
    update(yours) {
      const end = yours.at(-1) ?? scenario.start;
      ends.update(LINES.map((line) => [String(last[line]), `the bot · ${end[line]} you`]));
      for (const [index, line] of LINES.entries()) {
        charts[index]?.update(
          [yours, bot].map((levels) => levels.map((level, turn) => [turn, level[line]])),
        );
      }
    },
  };
}

/** @param {AllianceScenario} scenario */
function botChat({ bot, person, ruptures }) {
  const read = chat({ label: "The bot’s session", person });
  for (const [index, { client, reply }] of bot.turns.entries()) {
    const rupture = ruptures.find(({ turn }) => turn === index + 1);
    read.add({ role: "user", content: client }).mark(rupture?.name ?? "", false);
    read.add({ role: "assistant", content: reply }).mark(rupture ? "goes past it" : "", false);
  }
  return h(
    "div",
    {
      class: "wh-chat-box",
      tabindex: "0",
      role: "region",
      "aria-label": "The bot’s session, all of it",
    },
    read.node,
  );
}

/**
 * @param {number} level
 * @param {string} title
 * @param {readonly string[]} lines
 */
const listOf = (level, title, lines) =>
  h(
    "div",
    {},
    heading(level + 2, title),
    h("ul", { class: "wh-list" }, ...lines.map((line) => h("li", {}, line))),
  );

/** @param {AllianceScenario} scenario */
function reasons(scenario) {
  const table = dataTable({
    label: "why the bot’s lines moved",
    columns: ["Turn", "Moved", "Why", "Then"],
  });
  const levels = botLevels(scenario);
  table.update(
    scenario.bot.turns.map((turn, index) => [
      index + 1,
      pointWords(turn),
      turn.why,
      levelWords(levels[index + 1] ?? scenario.start),
    ]),
  );
  return h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "Why the bot’s lines moved, turn by turn"),
    table.node,
  );
}
