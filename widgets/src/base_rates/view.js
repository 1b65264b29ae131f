import { barChart } from "../common/chart.js";
import { h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { tiles } from "../common/tiles.js";
import { crowd } from "./crowd.js";
import { dials } from "./dials.js";
import {
  answer,
  CROWD,
  done,
  PEOPLE,
  queueOf,
  queueWords,
  resultWords,
  sizeFor,
  startSetting,
  transcript,
} from "./model.js";
import {
  counts,
  fewWords,
  many,
  negativeValue,
  positiveValue,
  sentence,
  shareWords,
} from "./rates.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { RatesAction, RatesState } from "./model.js" */

/** @typedef {ViewContext<RatesState, RatesAction | StageAction>} RatesContext */

/** @type {View<RatesState, RatesAction | StageAction>} */
export const view = simulationView({
  playTitle: "Screen a thousand people",
  play(context) {
    const tasks = tasksPart(context);
    const controls = dials(context);
    const people = peoplePart();
    const line = queuePart(context);
    return {
      node: h(
        "div",
        { class: "wh-stack" },
        tasks.node,
        h("div", { class: "wh-split" }, controls.node, people.node),
        line.node,
      ),
      update(state) {
        tasks.update(state);
        controls.update(state);
        people.update(state);
        line.update(state);
      },
    };
  },
  done,
  status: (state) =>
    `${resultWords(state.play)} ${queueWords(state.play, state.scenario)} ${triedWords(state)}`,
  compare: (state) => [...comparison(state)],
  transcript,
});

/** @param {RatesContext} context */
function tasksPart({ state: { scenario } }) {
  const compared = h("p", { class: "wh-large" });
  const tried = h("p", { class: "wh-hint" });
  const lines = scenario.tasks.map(({ key, text }) => ({ key, text, mark: h("strong", {}) }));
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      compared,
      tried,
      h("ul", { class: "wh-list" }, ...lines.map(({ text, mark }) => h("li", {}, mark, text))),
    ),
    /** @param {RatesState} state */
    update(state) {
      setText(compared, revealed(state));
      setText(tried, triedWords(state));
      for (const { key, mark } of lines) {
        setText(mark, state.play.met.includes(key) ? "Done. " : "");
      }
    },
  };
}

/** @param {RatesState} state */
function revealed({ prediction, scenario }) {
  const { found, false_alarms } = counts(startSetting(scenario), PEOPLE);
  return prediction
    ? `You predicted ${prediction.guess} of 100 flagged. It is ${answer(scenario)}: of ${many(found + false_alarms)} flagged among 1,000, ${found} have it.`
    : "";
}

/** @param {RatesState} state */
const triedWords = ({ play, scenario }) =>
  `Tried: ${play.met.length} of ${scenario.tasks.length}, in any order.${play.met.length < scenario.tasks.length ? " Then the debrief." : ""}`;

function peoplePart() {
  const marks = crowd(PEOPLE);
  const words = h("p", { class: "wh-large" });
  const rare = h(
    "p",
    { class: "wh-hint" },
    `It is rare: ${many(PEOPLE)} marks show too few of those who have it, and so the words count ${many(CROWD)}.`,
  );
  const numbers = tiles(["Right if flagged", "Right if passed", "Missed"]);
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      marks.node,
      words,
      rare,
      numbers.node,
      h(
        "p",
        { class: "wh-hint" },
        "The marks are rounded to whole people; the percentages are not.",
      ),
    ),
    /** @param {RatesState} state */
    update({ play }) {
      const people = counts(play, PEOPLE);
      const of = sizeFor(play);
      const large = counts(play, of);
      marks.update(people, `Rounded to whole people: ${sentence(play, PEOPLE)}`);
      setText(words, sentence(play, of));
      rare.hidden = of === PEOPLE;
      numbers.update([
        [shareWords(positiveValue(play)), `of ${many(large.found + large.false_alarms)} flagged`],
        [shareWords(negativeValue(play)), `of ${many(large.missed + large.passed)} passed`],
        [many(large.missed), `of ${many(large.found + large.missed)} who have it`],
      ]);
    },
  };
}

/** @param {RatesContext} context */
function queuePart({ level, state: { scenario } }) {
  const words = h("p", {});
  const chart = barChart({
    caption: `Where they are after ${scenario.days} working days`,
    rowsAre: "Place",
    series: [
      { label: "have it", look: "solid" },
      { label: "do not", look: "hatched" },
    ],
    rows: ["Seen by a person", "Waiting", "Missed, in no queue"],
  });
  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "The queue"),
      words,
      chart.node,
      h("p", { class: "wh-note" }, scenario.staff_note),
      h("p", { class: "wh-hint" }, scenario.queue_chosen),
    ),
    /** @param {RatesState} state */
    update({ play }) {
      const { seen, waiting, waitingHaveIt, waitDays } = queueOf(play, scenario);
      const { found, missed } = counts(play, PEOPLE);
      setText(words, queueWords(play, scenario));
      const seenHaveIt = found - waitingHaveIt;
      chart.update(
        [
          [seenHaveIt, seen - seenHaveIt],
          [waitingHaveIt, waiting - waitingHaveIt],
          [missed, 0],
        ],
        [
          `${many(seen)}, ${found === 0 ? fewWords(play, "found", PEOPLE) : seenHaveIt} with it`,
          waiting === 0 ? "nobody" : `${many(waiting)}, up to ${waitDays} working days`,
          fewWords(play, "missed", PEOPLE),
        ],
      );
    },
  };
}

/** @param {RatesState} state */
function* comparison({ play, prediction, scenario }) {
  if (prediction) {
    const start = startSetting(scenario);
    const right = answer(scenario);
    const inside = Math.abs(prediction.guess - right) <= scenario.tolerance;
    const { found, false_alarms, passed } = counts(start, PEOPLE);
    yield `You predicted ${prediction.guess} of 100 flagged, ${prediction.confidence}% sure to be within ${scenario.tolerance}. It was ${right}; you ${inside ? "were" : "were not"} within.`;
    yield `Why ${right}: of ${many(PEOPLE)} people the test flags ${found} who have it and ${false_alarms} of the ${many(false_alarms + passed)} who do not. A small share of many is more than a large share of few.`;
  }
  yield `As you left it: ${resultWords(play)} ${queueWords(play, scenario)}`;
}
