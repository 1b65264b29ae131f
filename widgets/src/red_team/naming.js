/** What made a guard fail in one conversation: the learner names it, and sees the writers' marks. */

import { select } from "../common/choice.js";
import { button, focusSoon, h, setText } from "../common/dom.js";
import { fits } from "./hazard.js";
import { namingOf } from "./progress.js";

/** @import { RedTeamAction, RedTeamState } from "./model.js" */
/** @import { Case, RedTeamScenario } from "./types.js" */

/**
 * @param {object} options
 * @param {Case} options.item
 * @param {RedTeamScenario} options.scenario
 * @param {string} options.guard  key
 * @param {(action: RedTeamAction) => void} options.act
 */
export function naming({ item, scenario, guard, act }) {
  const modes = select({
    label: "What made it fail?",
    options: [{ key: "", label: "Choose one" }, ...scenario.modes],
    value: "",
    chosen: () => setText(hint, ""),
  });
  const hint = h("p", { class: "wh-hint", role: "status" });
  const ask = h(
    "div",
    { class: "wh-stack" },
    modes.node,
    button("Name it", () => {
      if (modes.value) {
        act({ type: "name", guard, id: item.id, mode: modes.value });
      } else {
        setText(hint, "Choose a failure mode first.");
      }
    }),
    hint,
  );
  const answer = h("p", { class: "wh-note", tabindex: "-1", hidden: true });
  return {
    node: h("div", { class: "wh-stack" }, ask, answer),
    /** @param {RedTeamState} state */
    update({ play }) {
      const named = namingOf(play, guard, item.id);
      const fresh = named !== null && answer.hidden && answer.isConnected && !ask.hidden;
      ask.hidden = named !== null;
      answer.hidden = named === null;
      if (named) {
        setText(answer, comparison(named.mode, item, scenario));
      }
      if (fresh && document.activeElement?.closest(".wh")) {
        focusSoon(answer);
      }
    },
  };
}

/**
 * @param {string} key
 * @param {Case} item
 * @param {RedTeamScenario} scenario
 */
function comparison(key, item, scenario) {
  const mode = scenario.modes.find((each) => each.key === key);
  const labels = new Map(scenario.phenomena.map((each) => [each.key, each.label.toLowerCase()]));
  const marks = item.phenomena.map((each) => labels.get(each) ?? each);
  const suite = scenario.suites.find((each) => each.key === item.suite)?.label;
  const theirs = [...marks, ...(item.disputed ? ["the label is disputed"] : [])].join(", ");
  const verdict =
    mode && fits(mode, item)
      ? "Yours is among them."
      : "Yours is not among them. Marks say what makes a conversation hard and not what stopped this guard, so both can be right: which one sentence, changed, would tell?";
  return `You named: ${mode?.label}. The writers’ marks: ${theirs}. Suite: ${suite}. ${verdict}`;
}
