import { focusHeading, h, heading } from "../common/dom.js";
import { lineChart } from "../common/lines.js";
import { tiles } from "../common/tiles.js";
import { verdictWords } from "./guess.js";
import { kindsInOrder, LETTERS, roundLength } from "./partner.js";
import { beatsOf, feltKind, heardFrom, kindLabel, movedWords, rightCount } from "./steps.js";

/** @import { StepState } from "./model.js" */
/** @import { StepContext } from "./pace.js" */

const TICKS = 3;
const GRID_MS = 100;

/**
 * Drawn once, when the guess is made.
 *
 * @param {StepContext} context
 */
export function revealPart({ level }) {
  const node = h("div", { class: "wh-stack", hidden: true });
  return {
    node,
    /** @param {StepState} state */
    update(state) {
      if (state.play.guess && node.hidden) {
        node.append(...revealed(state, level));
        node.hidden = false;
        if (node.isConnected) {
          focusHeading(node);
        }
      }
    },
  };
}

/**
 * @param {StepState} state
 * @param {number} level
 */
function revealed(state, level) {
  const { play, scenario } = state;
  const numbers = tiles(["Told rightly", "You were", "Felt most with you"]);
  const felt = play.guess?.felt ?? "none";
  numbers.update([
    [String(rightCount(play, scenario)), "of 3 partners"],
    [`${play.guess?.confidence}%`, "sure of all three"],
    [felt === "none" ? "None" : felt, feltWords(state)],
  ]);
  return [
    heading(level + 2, "All three were code"),
    numbers.node,
    ...LETTERS.map((_, index) => partnerPart(state, index, level)),
    h(
      "div",
      { class: "wh-results wh-stack" },
      heading(level + 3, "What mutual influence means in a room"),
      ...scenario.room.map((line) => h("p", {}, line)),
    ),
  ];
}

/** @param {StepState} state */
export function feltWords({ play, scenario }) {
  const kind = feltKind(play, scenario);
  return kind ? kindLabel(scenario, kind).toLowerCase() : "of them";
}

/**
 * @param {StepState} state
 * @param {number} index
 * @param {number} level
 */
function partnerPart(state, index, level) {
  const { play, scenario } = state;
  const letter = LETTERS[index] ?? "A";
  const kind = kindsInOrder(scenario, play.own ?? 0)[index] ?? "recording";
  const code = scenario.kinds.find(({ key }) => key === kind)?.code ?? "";
  return h(
    "div",
    { class: "wh-results wh-stack" },
    heading(level + 3, `${letter}: ${kindLabel(scenario, kind).toLowerCase()}`),
    h("p", {}, `${verdictWords(state, index)} ${code}`),
    h("p", { class: "wh-strong" }, movedWords(play, index, scenario)),
    chart(play, scenario, index),
  );
}

/**
 * One scale for all three drawings, so that they can be compared.
 *
 * @param {StepState["play"]} play
 * @param {StepState["scenario"]} scenario
 */
function sharedScale(play, scenario) {
  const values = LETTERS.flatMap((_, index) => [
    ...beatsOf(play, index).filter((beat) => beat !== null),
    ...heardFrom(play, index, scenario),
  ]);
  const min = Math.floor(Math.min(...values) / GRID_MS) * GRID_MS;
  return { min, max: Math.max(min + GRID_MS, Math.ceil(Math.max(...values) / GRID_MS) * GRID_MS) };
}

/**
 * @param {StepState["play"]} play
 * @param {StepState["scenario"]} scenario
 * @param {number} index
 */
function chart(play, scenario, index) {
  const letter = LETTERS[index] ?? "A";
  const yours = beatsOf(play, index).flatMap((beat, place) =>
    beat === null ? [] : [/** @type {const} */ ([place + 1, beat])],
  );
  const theirs = heardFrom(play, index, scenario).map(
    (interval, place) => /** @type {const} */ ([place + 1, interval]),
  );
  const { min, max } = sharedScale(play, scenario);
  const drawn = lineChart({
    caption: `Beats with ${letter}: together up to ${scenario.together}, then ${letter} alone`,
    x: {
      label: "Beat",
      min: 1,
      max: roundLength(scenario),
      ticks: [1, scenario.together, roundLength(scenario)],
    },
    y: {
      label: "Milliseconds between beats; lower is faster",
      min,
      max,
      ticks: Array.from({ length: TICKS }, (_, tick) => min + ((max - min) * tick) / (TICKS - 1)),
    },
    series: [
      { label: `Partner ${letter}`, look: "solid" },
      { label: "You", look: "dashed" },
    ],
  });
  drawn.update([theirs, yours]);
  return drawn.node;
}
