import { select } from "../common/choice.js";
import { h } from "../common/dom.js";
import { entryList } from "../common/entries.js";
import { conversationEntry } from "./entry.js";
import { VERDICT_WORDS } from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { AlarmAction, AlarmScenario, AlarmState } from "./model.js" */

const ALL = "all";
const FIRST_FEW = 6;

/**
 * The conversations behind the counts, filtered by verdict and phenomenon, each to be opened and read.
 *
 * @param {ViewContext<AlarmState, AlarmAction | StageAction>} context
 */
export function conversationBrowser({ act, level, state }) {
  const { scenario } = state;
  let current = state;
  const entries = conversationEntries(scenario, (id) => act({ type: "open", id }));
  const filters = filterControls(scenario, () => list.show());
  const list = entryList({
    level: level + 2,
    filters: filters.node,
    entries,
    fits: (index) => filters.fits(current, index),
    few: FIRST_FEW,
  });
  return {
    node: list.node,
    /** @param {AlarmState} next */
    update(next) {
      current = next;
      list.node.hidden = !next.play.rung;
      for (const entry of entries) {
        entry.update(next);
      }
      list.show();
    },
  };
}

/**
 * @param {AlarmScenario} scenario
 * @param {() => void} chosen
 */
function filterControls(scenario, chosen) {
  const verdict = select({
    label: "Show",
    options: [
      ...Object.entries(VERDICT_WORDS).map(([key, label]) => ({ key, label })),
      { key: ALL, label: "All conversations" },
    ],
    value: "missed",
    chosen,
  });
  const phenomenon = select({
    label: "Phenomenon",
    options: [{ key: ALL, label: "All phenomena" }, ...scenario.phenomena],
    value: ALL,
    chosen,
  });
  return {
    node: h("div", { class: "wh-filters" }, verdict.node, phenomenon.node),
    /**
     * @param {AlarmState} state
     * @param {number} index
     */
    fits: ({ play }, index) =>
      [ALL, play.verdicts[index]].includes(verdict.value) &&
      [ALL, scenario.conversations[index]?.phenomenon].includes(phenomenon.value),
  };
}

/**
 * @param {AlarmScenario} scenario
 * @param {(id: string) => void} opened
 */
function conversationEntries(scenario, opened) {
  const labels = new Map(scenario.phenomena.map(({ key, label }) => [key, label]));
  return scenario.conversations.map((conversation, index) =>
    conversationEntry({
      conversation,
      index,
      phenomenon: labels.get(conversation.phenomenon) ?? conversation.phenomenon,
      opened: () => opened(conversation.id),
    }),
  );
}
