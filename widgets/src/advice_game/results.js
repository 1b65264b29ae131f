/** After the last item: how far, towards whom, and was it worth it. */

import { barChart } from "../common/chart.js";
import { radios } from "../common/choice.js";
import { focusSoon, h, heading, setText } from "../common/dom.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { withUnit } from "../common/words.js";
import { itemOf, of, present, rows } from "./deal.js";
import {
  after,
  before,
  byAdviser,
  calibration,
  movedPercent,
  personal,
  whole,
  withAnswer,
} from "./measures.js";
import { DECIDERS } from "./model.js";
import { choiceWords, comparison, lessWords, moreWords, tellingWords } from "./sentences.js";

/** @import { Calibration, Row } from "./measures.js" */
/** @import { AdviceScenario, Decider, GameState } from "./model.js" */
/** @import { GameContext } from "./item.js" */

/** @param {GameContext} context */
export function resultsPart(context) {
  const { scenario } = context.state;
  const title = heading(context.level + 2, "How far you moved");
  const parts = [movedPart, fitPart, costPart, choicesPart, recordPart].map((part) =>
    part(context),
  );
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    title,
    ...parts.flatMap(({ nodes }) => nodes),
  );

  return {
    node,
    /** @param {GameState} state */
    update(state) {
      const finished = present(state.play, scenario) === null;
      const isNew = node.hidden && finished;
      node.hidden = !finished;
      if (isNew) {
        const all = rows(state.play, scenario);
        for (const part of parts) {
          part.update(all, state);
        }
        if (node.isConnected) {
          focusSoon(title);
        }
      }
    },
  };
}

/** @typedef {{ nodes: HTMLElement[], update: (all: readonly Row[], state: GameState) => void }} ResultPart */

/**
 * @param {GameContext} context
 * @returns {ResultPart}
 */
function movedPart({ state: { scenario } }) {
  const { hedged, sure } = scenario.advisers;
  const compared = h("p", { class: "wh-large" });
  const numbers = tiles([
    `Towards ${hedged.name}`,
    `Towards ${sure.name}`,
    "Where an answer exists",
    "Personal choices",
  ]);
  const explained = h(
    "p",
    {},
    "0% is keeping your own answer, 100% is taking the advice over. Questions where the advice was your own answer do not count. The two advisers came with different questions, so a difference between them need not come from how sure they sounded.",
  );
  return {
    nodes: [compared, numbers.node, explained],
    update(all, state) {
      setText(compared, comparison(state));
      numbers.update(
        [of(all, "hedged"), of(all, "sure"), withAnswer(all), personal(all)].map(movedTile),
      );
    },
  };
}

/**
 * @param {GameContext} context
 * @returns {ResultPart}
 */
function fitPart({ level, state: { scenario } }) {
  const fit = fitChart(scenario);
  const telling = h("p");
  return {
    nodes: [
      heading(level + 2, "Did confidence fit being right?"),
      h(
        "p",
        {},
        `Only the questions with an answer count; right is within ${scenario.tolerance} points.`,
      ),
      fit.node,
      telling,
      h(
        "p",
        { class: "wh-hint" },
        "What the advisers say is chosen for teaching, not measured. Your own bars are a few answers of one run.",
      ),
    ],
    update(all) {
      fit.update(all);
      setText(telling, tellingWords(all, scenario));
    },
  };
}

/**
 * @param {GameContext} context
 * @returns {ResultPart}
 */
function costPart({ level, state: { scenario } }) {
  const more = h("p");
  const less = h("p");
  return {
    nodes: [heading(level + 2, "Where it cost you, both ways"), more, less],
    update(all) {
      setText(more, moreWords(all, scenario));
      setText(less, lessWords(all, scenario));
    },
  };
}

/**
 * @param {GameContext} context
 * @returns {ResultPart}
 */
function choicesPart(context) {
  const choices = h("p");
  return {
    nodes: [heading(context.level + 2, "Who decided?"), choices, deciderRadios(context)],
    update(all) {
      setText(choices, choiceWords(all));
    },
  };
}

/**
 * @param {GameContext} context
 * @returns {ResultPart}
 */
function recordPart({ state: { scenario } }) {
  const table = itemTable(scenario);
  return { nodes: [table.node, foundList(scenario)], update: table.update };
}

/**
 * @param {readonly Row[]} some
 * @returns {readonly [string, string]}
 */
function movedTile(some) {
  const counted = some.filter(({ weight }) => weight !== null).length;
  const moved = movedPercent(some);
  return moved === null
    ? ["–", "no way to go"]
    : [`${moved}%`, `of the way, ${counted} ${counted === 1 ? "question" : "questions"}`];
}

/**
 * Pairs of bars: what was said and what was right, of both advisers and of the learner.
 *
 * @param {AdviceScenario} scenario
 */
function fitChart({ advisers, tolerance }) {
  const { hedged, sure } = advisers;
  const who = [hedged.name, sure.name, "You, before", "You, after"];
  const chart = barChart({
    caption: "Confidence as stated, and the share that was right",
    rowsAre: "Who",
    series: [
      { label: "Said to be sure, %", look: "hollow" },
      { label: "Was right, %", look: "solid" },
    ],
    rows: who.flatMap((name) => [`${name}: sure`, `${name}: right`]),
  });
  return {
    node: chart.node,
    /** @param {readonly Row[]} all */
    update(all) {
      const fits = [
        calibration(of(all, "hedged"), tolerance, byAdviser),
        calibration(of(all, "sure"), tolerance, byAdviser),
        calibration(all, tolerance, before),
        calibration(all, tolerance, after),
      ];
      chart.update(
        fits.flatMap(({ said, share }) => [
          [said ?? 0, 0],
          [0, share ?? 0],
        ]),
        fits.flatMap(fitWords),
      );
    },
  };
}

/** @param {Calibration} fit */
const fitWords = ({ said, share, right, items }) => [
  said === null ? "none stated" : `${said}%`,
  share === null ? "no questions" : `${share}%, ${right} of ${items}`,
];

/** @param {GameContext} context */
function deciderRadios({ act, state }) {
  return radios({
    legend: "In the personal choices, who decided?",
    options: Object.entries(DECIDERS).map(([key, label]) => ({ key, label })),
    value: state.play.decided,
    chosen: (key) => act({ type: "decide", value: /** @type {Decider} */ (key) }),
  }).node;
}

/**
 * @param {AdviceScenario} scenario
 */
function itemTable(scenario) {
  const table = dataTable({
    label: "All questions",
    columns: ["Question", "Adviser", "You first", "Advice", "You finally", "Moved", "Found"],
  });
  return {
    node: h(
      "details",
      { class: "wh-details" },
      h("summary", {}, `All ${scenario.items.length} questions as a table`),
      table.node,
    ),
    /** @param {readonly Row[]} all */
    update(all) {
      table.update(
        all.map((row) => [
          row.label,
          scenario.advisers[row.manner].name,
          withUnit(row.first, row.unit),
          withUnit(row.advice, row.unit),
          withUnit(row.final, row.unit),
          row.weight === null ? "–" : `${whole(row.weight)}%`,
          row.answer === null ? "no right answer" : withUnit(row.answer, row.unit),
        ]),
      );
    },
  };
}

/** @param {AdviceScenario} scenario */
function foundList(scenario) {
  const facts = scenario.items.flatMap(({ id }) => {
    const { label, answer } = itemOf(scenario, id);
    return answer ? [{ label, answer }] : [];
  });
  return h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "What was found, and where it stands"),
    h(
      "ul",
      { class: "wh-list" },
      ...facts.map(({ label, answer }) =>
        h("li", {}, `${label}: ${answer.text} `, h("cite", { class: "wh-key" }, `[${answer.key}]`)),
      ),
    ),
  );
}
