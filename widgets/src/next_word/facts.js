/** Four starts, each with a false and a true ending. */

import { barChart } from "../common/chart.js";
import { h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { endings, falseShare } from "./table.js";
import { settingWords } from "./told.js";
import { percentOf } from "./written.js";

/** @import { Fact, WordState } from "./model.js" */
/** @import { WordContext } from "./view.js" */

/** @param {WordContext} context */
export function factsPart({ act, level, state: { scenario } }) {
  const { facts } = scenario;
  const buttons = replyButtons({
    label: "The starts with two endings",
    most: facts.length,
    chosen: (start) => act({ type: "choose_start", start }),
  });
  const chart = barChart({
    caption: "Probability of the false and of the true ending",
    rowsAre: "Start",
    series: [
      { label: "False ending (%)", look: "hatched" },
      { label: "True ending (%)", look: "solid" },
      { label: "Any other word (%)", look: "faint" },
    ],
    rows: facts.map(({ so }) => so),
  });
  const average = h("p", { class: "wh-large" });
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      heading(level + 2, "True or often written?"),
      h(
        "p",
        {},
        "Press each start. The shares of its two endings appear in the chart, and the table further down shows all words that may come next.",
      ),
      buttons.node,
      chart.node,
      average,
      h(
        "p",
        { class: "wh-hint" },
        "How often each ending is written was chosen for teaching, not measured.",
      ),
    ),
    /** @param {WordState} state */
    update({ play, prediction }) {
      const seen = new Set(play.seen);
      const rows = facts.map((fact) =>
        seen.has(fact.id) ? endingsRow(fact, endings(fact, scenario, play)) : NOT_YET,
      );
      const rowOf = (/** @type {string} */ id) =>
        rows[facts.findIndex((fact) => fact.id === id)]?.words ?? null;
      buttons.update(
        facts.map(({ id, start }) => ({
          key: id,
          label: buttonWords(start, start === play.start, seen.has(id) ? rowOf(id) : null),
        })),
        "Look at each start",
      );
      chart.update(
        rows.map(({ values }) => values),
        rows.map(({ words }) => words),
      );
      setText(average, seen.size === facts.length ? averageWords(play, prediction, scenario) : "");
    },
  };
}

/**
 * What came of a start stands on its button, as on a phone the chart is a screen away.
 *
 * @param {string} start
 * @param {boolean} shown
 * @param {string | null} came
 */
const buttonWords = (start, shown, came) =>
  [`${start} …`, came, shown ? "(shown below)" : ""].filter(Boolean).join(" ");

const NOT_YET = { values: [0, 0, 0], words: "not looked at yet" };

/**
 * The average as it is set now, and the prediction, which was for the first settings.
 *
 * @param {WordState["play"]} play
 * @param {WordState["prediction"]} prediction
 * @param {WordState["scenario"]} scenario
 */
function averageWords(play, prediction, scenario) {
  const now = `On average the false endings get ${falseShare(scenario, play)}% (${settingWords(play)}).`;
  if (!prediction) {
    return now;
  }
  return settingWords(play) === settingWords(scenario)
    ? `${now} You predicted ${prediction.guess}%.`
    : `${now} With the first settings it is ${falseShare(scenario, scenario)}%; you predicted ${prediction.guess}%.`;
}

/**
 * @param {Fact} fact
 * @param {{ readonly false: number, readonly true: number }} both  per cent
 */
function endingsRow(fact, both) {
  const values = [both.false, both.true, Math.max(0, 100 - both.false - both.true)];
  return {
    values: values.map((value) => Math.round(value)),
    words: `false: ${fact.false} ${percentOf(both.false / 100)}; true: ${fact.true} ${percentOf(both.true / 100)}`,
  };
}
