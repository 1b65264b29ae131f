import { h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { otherStarts, settingsPart } from "./controls.js";
import { factsPart } from "./facts.js";
import { done, ENOUGH_DRAWS, transcript } from "./model.js";
import { falseShare, judge } from "./table.js";
import { likely } from "./told.js";
import { candidateTable, writtenPart } from "./words_part.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { WordAction, WordScenario, WordState } from "./model.js" */

/** @typedef {ViewContext<WordState, WordAction | StageAction>} WordContext */

/** @type {View<WordState, WordAction | StageAction>} */
export const view = simulationView({
  playTitle: "What comes next?",
  before: whatIsSo,
  play(context) {
    const { level, state } = context;
    const facts = factsPart(context);
    const written = writtenPart(context);
    const settings = settingsPart(context);
    const table = candidateTable();
    const starts = otherStarts(context, written.show);
    const left = h("p", { class: "wh-note" });
    return {
      node: h(
        "div",
        { class: "wh-stack" },
        left,
        facts.node,
        h(
          "div",
          { class: "wh-stack wh-results" },
          heading(level + 2, "Word by word"),
          written.node,
          h("div", { class: "wh-split" }, settings.node, table.node),
          starts.node,
        ),
        largeModels(state.scenario, level + 2),
        theText(state.scenario),
      ),
      update(next) {
        for (const part of [facts, written, settings, table]) {
          part.update(next);
        }
        setText(left, leftToDo(next));
      },
    };
  },
  done,
  status: (state) => `${likely(state.play, state.scenario)} ${leftToDo(state)}`,
  compare: (state) => [comparison(state), now(state), copies(state)],
  transcript,
});

/** @param {WordContext} context */
function whatIsSo({ state: { scenario } }) {
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h(
        "div",
        {},
        h("p", { class: "wh-strong" }, "The starts, with what is so in this town and what is not"),
        h(
          "ul",
          { class: "wh-list" },
          ...scenario.facts.map((fact) =>
            h("li", {}, `${fact.start} … true: ${fact.true}; false: ${fact.false}`),
          ),
        ),
      ),
    ),
    update() {
      // Nothing in it changes.
    },
  };
}

/**
 * @param {WordScenario} scenario
 * @param {number} level
 */
function largeModels({ large }, level) {
  return h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level, "Large language models are not such tables"),
    h("p", { class: "wh-strong" }, "What they share with it"),
    h("ul", { class: "wh-list" }, ...large.share.map((text) => h("li", {}, text))),
    h("p", { class: "wh-strong" }, "What they do not"),
    h("ul", { class: "wh-list" }, ...large.differ.map((text) => h("li", {}, text))),
    h(
      "p",
      {},
      large.tuning.text,
      large.tuning.key ? h("cite", { class: "wh-key" }, ` [${large.tuning.key}]`) : null,
    ),
  );
}

/** @param {WordScenario} scenario */
function theText({ text, text_name }) {
  return h(
    "details",
    { class: "wh-details" },
    h("summary", {}, `Read the text: “${text_name}”`),
    h("div", { class: "wh-stack" }, ...text.map((paragraph) => h("p", {}, paragraph))),
  );
}

/** @param {WordState} state */
function leftToDo({ play, scenario }) {
  const { length } = scenario.facts;
  const looked = `look at the ${length} starts (${play.seen.length} of ${length})`;
  const drawn = `draw ${ENOUGH_DRAWS} words further down (${Math.min(play.draws, ENOUGH_DRAWS)} of ${ENOUGH_DRAWS})`;
  if (play.seen.length < length) {
    return `To do: ${looked}; then ${drawn}.`;
  }
  return play.draws < ENOUGH_DRAWS
    ? `To do: ${drawn}.`
    : "Done. Change order and temperature and draw again, or read the debrief at the end.";
}

/** @param {WordState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const { share, gap, within } = judge(scenario, prediction.guess);
  const distance =
    gap === 0 ? "just as you said" : `${Math.abs(gap)} points ${gap < 0 ? "less" : "more"}`;
  return (
    `You predicted ${prediction.guess}% for the false endings, ${prediction.confidence}% sure to be within ${scenario.tolerance} points. ` +
    `The model gives them ${share}%: ${distance}. You ${within ? "were" : "were not"} within. It gives a word the share that it has in the text, and in this text the false endings are written more often.`
  );
}

/** @param {WordState} state */
function now({ play, scenario }) {
  return `With order ${play.order} and temperature ${play.temperature}, as you left it, the false endings get ${falseShare(scenario, play)}% on average. No setting looks at what is so.`;
}

/** @param {WordState} state */
const copies = ({ play }) =>
  `You drew ${play.draws} words. The longest copy from the text was ${play.longest} words and punctuation marks in a row.`;
