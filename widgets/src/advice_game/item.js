/** One question: the answer, the advice, and the answer once more on the same slider. */

import { actions, button, focusSoon, h, heading, setText } from "../common/dom.js";
import { confidenceSlider } from "../common/predict.js";
import { slider } from "../common/slider.js";
import { percent, withUnit } from "../common/words.js";
import { adviceOf, present } from "./deal.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { Manner } from "./measures.js" */
/** @import { Answer, GameAction, GameState, Item } from "./model.js" */

/** @typedef {ViewContext<GameState, GameAction | StageAction>} GameContext */

/** @param {GameContext} context */
export function itemsPart(context) {
  const { scenario } = context.state;
  const node = h("div");
  let shown = -1;
  /** @type {ReturnType<typeof itemPanel> | null} */
  let panel = null;

  return {
    node,
    /** @param {GameState} state */
    update({ play }) {
      const now = present(play, scenario);
      const index = play.finished.length;
      node.hidden = now === null;
      if (now && index !== shown) {
        const changed = play.order[index - 1] && play.order[index - 1]?.manner !== now.manner;
        panel = itemPanel(context, now, {
          title: `Question ${index + 1} of ${play.order.length}`,
          newAdviser: changed === true,
          first: play.pending,
        });
        node.replaceChildren(panel.node);
        if (shown !== -1 && node.isConnected) {
          focusSoon(panel.title);
        }
        shown = index;
      }
      panel?.update(play.pending);
    },
  };
}

/**
 * @param {GameContext} context
 * @param {{ item: Item, manner: Manner }} now
 * @param {{ title: string, newAdviser: boolean, first: Answer | null }} begin
 */
function itemPanel({ act, level, state: { scenario } }, { item, manner }, begin) {
  const { scale } = item;
  const isPersonal = item.answer === undefined;
  const title = heading(level + 2, begin.title);
  const advice = advicePanel(level + 2, adviceOf(scenario, item, manner), scale.unit);
  const mine = slider({
    label: "My answer",
    min: scale.min,
    max: scale.max,
    step: scale.step,
    value: begin.first?.value ?? scale.start,
    words: (value) => withUnit(value, scale.unit),
  });
  const sure = confidenceSlider(
    `How sure are you that your answer is within ${scenario.tolerance} points of what was found?`,
    begin.first?.confidence ?? undefined,
  );
  let { first } = begin;
  const commit = button(
    "",
    () =>
      act({
        type: first ? "revise" : "estimate",
        value: mine.value,
        confidence: isPersonal ? null : sure.value,
      }),
    "main",
  );
  return {
    title,
    node: h(
      "div",
      { class: "wh-stack" },
      title,
      begin.newAdviser
        ? h("p", { class: "wh-note" }, `From here on the adviser is ${advice.name}.`)
        : null,
      h("p", { class: "wh-strong" }, item.question),
      isPersonal
        ? h("p", {}, "A personal choice: there is no right answer, and nothing is scored.")
        : null,
      advice.node,
      mine.node,
      isPersonal ? null : sure.node,
      actions(commit),
    ),
    /** @param {Answer | null} pending */
    update(pending) {
      first = pending;
      setText(commit, pending ? "Commit my final answer" : "Commit my first answer");
      advice.update(pending);
    },
  };
}

/**
 * @param {number} level
 * @param {ReturnType<typeof adviceOf>} advice
 * @param {string} unit
 */
function advicePanel(level, { name, value, words, stated }, unit) {
  const title = heading(level, `${name}’s advice: ${withUnit(value, unit)}`);
  const mine = h("p", {});
  const node = h(
    "div",
    { class: "wh-panel wh-stack", hidden: true },
    title,
    h(
      "p",
      { class: "wh-strong" },
      stated === null
        ? `${name} states no confidence here.`
        : `${percent(stated)} sure, ${name} says.`,
    ),
    h("blockquote", {}, words),
    mine,
    h(
      "p",
      { class: "wh-hint" },
      "The advice and its confidence are chosen for teaching, not measured.",
    ),
  );
  return {
    name,
    node,
    /** @param {Answer | null} first */
    update(first) {
      const isNew = node.hidden && first !== null && node.isConnected;
      node.hidden = first === null;
      if (first) {
        setText(
          mine,
          `Your first answer was ${withUnit(first.value, unit)}. Keep it or move the slider.`,
        );
      }
      if (isNew) {
        focusSoon(title);
      }
    },
  };
}
