/** The belief over the turns, beside the same lines with another bot. */

import { h, heading, setText } from "../common/dom.js";
import { lineChart } from "../common/lines.js";
import { slider } from "../common/slider.js";
import { tiles } from "../common/tiles.js";
import { percent } from "../common/words.js";
import { moodOf, numbers, steps, tellingOf, whatIfSteps, whatIfWords } from "./model.js";

/** @import { Point } from "../common/lines.js" */
/** @import { Step } from "./drift.js" */
/** @import { SpiralScenario, SpiralState } from "./model.js" */
/** @import { SpiralContext } from "./view.js" */

/**
 * Where the person stands now, close to the lines to pick.
 *
 * @param {SpiralScenario} scenario
 */
export function moodTiles({ begin, other }) {
  const drawn = tiles(["Sure of the claim", "Pleased with the bot", `Willing to ring ${other}`]);
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      drawn.node,
      h(
        "p",
        { class: "wh-hint" },
        "How far each reply moves these is chosen for teaching, not measured.",
      ),
    ),
    /** @param {SpiralState} state */
    update({ play, scenario }) {
      const now = numbers(moodOf(play, scenario));
      drawn.update(
        /** @type {const} */ (["belief", "pleased", "ring"]).map((key) => [
          percent(now[key]),
          `began at ${begin[key]}%`,
        ]),
      );
    },
  };
}

/** @param {SpiralContext} context */
export function chartPart({ act, level, state: { scenario, play } }) {
  const { person, topics } = scenario;
  const chart = lineChart({
    caption: `“${scenario.claim}”: how sure ${person} is, turn by turn`,
    x: { label: "Turn", min: 0, max: topics.length, ticks: topics.map((_, turn) => turn + 1) },
    y: { label: "Sure of it, %", min: 0, max: 100, ticks: [0, 25, 50, 75, 100] },
    series: [
      { label: "This run", look: "solid" },
      { label: "The same lines, what-if bot", look: "dashed" },
      { label: "What could be known (after the last turn)", look: "dotted" },
    ],
  });
  const whatIf = slider({
    label: "What if the bot had been this agreeable",
    min: 0,
    max: 100,
    step: 5,
    value: play.whatIf,
    words: percent,
    hint: `Draws the dashed line: the same lines from ${person}, all answered by this bot from the first turn. With other answers ${person} might have written other lines.`,
    moved: (value) => act({ type: "set_what_if", value }),
  });
  const words = h("p");

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      heading(level + 2, `How sure ${person} became`),
      chart.node,
      h(
        "p",
        { class: "wh-hint" },
        "How far each reply moves the line is chosen for teaching, not measured.",
      ),
      whatIf.node,
      words,
    ),
    /** @param {SpiralState} state */
    update(state) {
      chart.update([
        points(steps(state.play, scenario), scenario),
        points(whatIfSteps(state.play, scenario), scenario),
        knownLine(state),
      ]);
      whatIf.set(state.play.whatIf);
      setText(words, state.play.turns.length > 0 ? whatIfWords(state.play, scenario) : "");
    },
  };
}

/**
 * @param {readonly Step[]} all
 * @param {SpiralScenario} scenario
 * @returns {Point[]}
 */
const points = (all, { begin }) => [
  [0, begin.belief],
  ...all.map(({ belief }, index) => /** @type {Point} */ ([index + 1, Math.round(belief)])),
];

/**
 * @param {SpiralState} state
 * @returns {Point[]}
 */
function knownLine({ play, scenario }) {
  const { length } = scenario.topics;
  if (play.turns.length < length) {
    return [];
  }
  const { known } = tellingOf(play, scenario);
  return [
    [0, known],
    [length, known],
  ];
}
