/** One conversation at a time: foresee the decision, then open it. */

import { button, focusSoon, h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { naming } from "./naming.js";
import { enoughSaid, FORESIGHT_WORDS, foresaw, foresight, namesLeft, offered } from "./progress.js";
import { reading } from "./reading.js";
import { isNameable, labelWords, VERDICT_WORDS, verdictOf } from "./verdicts.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { Foreseen, Foresight, RedTeamAction, RedTeamState } from "./model.js" */
/** @import { Case, RedTeamScenario } from "./types.js" */

/** @typedef {ViewContext<RedTeamState, RedTeamAction | StageAction>} RedTeamContext */

const OPTIONS = Object.entries(FORESIGHT_WORDS).map(([key, label]) => ({ key, label }));

/** @param {RedTeamContext} context */
export function foresightCard({ act, level, state: { scenario } }) {
  const title = heading(level + 2, "");
  const progress = h("p", { class: "wh-hint" });
  const place = h("div", {});
  /** @type {ReturnType<typeof oneConversation> | null} */
  let shown = null;
  let id = "";

  return {
    node: h("div", { class: "wh-stack" }, title, progress, place),
    /** @param {RedTeamState} state */
    update(state) {
      const { play } = state;
      const item = offered(play, scenario);
      setText(title, titleWords(state, item));
      setText(progress, `${foresightWords(state)} ${leftWords(state)}`.trim());
      if ((item?.id ?? "") !== id) {
        const first = id === "";
        id = item?.id ?? "";
        shown = item && oneConversation(item, scenario, act);
        place.replaceChildren(...(shown ? [shown.node] : []));
        if (!first && title.isConnected) {
          focusSoon(title);
        }
      }
      shown?.update(state);
    },
  };
}

/**
 * @param {RedTeamState} state
 * @param {Case | null} item
 */
function titleWords({ play }, item) {
  if (!item) {
    return "All conversations were offered";
  }
  return `Conversation ${play.said.length + (play.open ? 0 : 1)}`;
}

/** @param {RedTeamState} state */
export function foresightWords({ play, scenario }) {
  const { said, right } = foresight(play);
  const wanted = Math.max(scenario.rounds, play.said.length);
  const far = `${play.said.length} of ${wanted} foreseen`;
  return said === 0 ? `${far}.` : `${far}; you were right in ${right} of ${said}.`;
}

/**
 * @param {Case} item
 * @param {RedTeamScenario} scenario
 * @param {RedTeamContext["act"]} act
 */
function oneConversation(item, scenario, act) {
  const read = reading(item, scenario);
  const result = h("p", { class: "wh-large", tabindex: "-1", hidden: true });
  const choices = replyButtons({
    label: "What the guard will do",
    most: OPTIONS.length,
    chosen: (key) => act({ type: "foresee", id: item.id, said: /** @type {Foresight} */ (key) }),
  });
  choices.update(OPTIONS, "After the last message, what will the guard have decided?");
  const skip = button("Skip this one", () => act({ type: "skip", id: item.id }));
  const why = h("p", { hidden: true }, h("strong", {}, "Why this label: "), item.rationale);
  const failed = isNameable(verdictOf(item, 0))
    ? naming({ item, scenario, guard: scenario.guards[0]?.key ?? "", act })
    : null;
  const next = button("Next conversation", () => act({ type: "next" }), "main");
  const suite = scenario.suites.find(({ key }) => key === item.suite)?.label;

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      result,
      h(
        "p",
        {},
        h("strong", {}, `Label: ${labelWords(item)}. `),
        `${suite}.${item.disputed ? " The label is disputed: raters accept both a person and none." : ""}`,
      ),
      read.node,
      choices.node,
      skip,
      why,
      failed?.node ?? null,
      next,
    ),
    /** @param {RedTeamState} state */
    update(state) {
      const foreseen = state.play.said.find(({ id }) => id === item.id);
      const fresh = foreseen !== undefined && result.hidden && result.isConnected;
      read.update(foreseen ? 0 : null);
      for (const node of [choices.node, skip]) {
        node.hidden = foreseen !== undefined;
      }
      for (const node of [result, why, failed?.node, next]) {
        if (node) {
          node.hidden = foreseen === undefined;
        }
      }
      failed?.update(state);
      if (foreseen) {
        setText(result, resultWords(foreseen));
      }
      if (fresh) {
        focusSoon(result);
      }
    },
  };
}

/** @param {Foreseen} foreseen */
export function resultWords(foreseen) {
  const right = foresaw(foreseen);
  const said = FORESIGHT_WORDS[foreseen.said].split(":")[0]?.toLowerCase();
  const verdict = `${VERDICT_WORDS[foreseen.verdict]}.`;
  if (right === null) {
    return `${verdict} Nobody could have read that off the words, and so it is not counted.`;
  }
  return `${verdict} You said “${said}”: ${right ? "you foresaw it" : "you did not foresee it"}.`;
}

/** @param {RedTeamState} state */
export function leftWords({ play, scenario }) {
  if (!enoughSaid(play, scenario)) {
    return "";
  }
  const names = namesLeft(play, scenario);
  if (names === 0) {
    return "Done. Read the debrief below, or go on: open more, look at the other guard, write the hazard down.";
  }
  const failures = names === 1 ? "1 more failure" : `${names} more failures`;
  return `All decisions lie open on this page now. Still to do: name ${failures}, on the card or in the list “Read them”.`;
}
