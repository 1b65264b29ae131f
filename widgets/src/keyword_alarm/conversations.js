import { select } from "../common/choice.js";
import { button, h, heading, setText } from "../common/dom.js";
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
  let whole = false;

  const filters = filterControls(scenario, show);
  const shown = h("p", { class: "wh-hint" });
  const entries = conversationEntries(scenario, (id) => act({ type: "open", id }));
  const more = button("", () => {
    whole = true;
    show();
  });

  function show() {
    let fitting = 0;
    for (const [index, entry] of entries.entries()) {
      const fit = filters.fits(current, index);
      fitting += fit ? 1 : 0;
      // Whoever is reading one keeps it, though a change of the list may have moved it elsewhere.
      const hidden = !(entry.isOpen() || (fit && (whole || fitting <= FIRST_FEW)));
      if (entry.node.hidden !== hidden) {
        entry.node.hidden = hidden;
      }
    }
    setText(shown, fitting === 1 ? "1 conversation" : `${fitting} conversations`);
    setText(more, `Show all ${fitting}`);
    more.hidden = whole || fitting <= FIRST_FEW;
  }

  const browser = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level + 2, "Read them"),
    filters.node,
    shown,
    h("ul", { class: "wh-entries" }, ...entries.map(({ node }) => node)),
    more,
  );
  return {
    node: browser,
    /** @param {AlarmState} next */
    update(next) {
      current = next;
      browser.hidden = !next.play.rung;
      for (const entry of entries) {
        entry.update(next);
      }
      show();
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
