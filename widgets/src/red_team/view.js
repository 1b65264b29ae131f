import { h, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { conversationBrowser } from "./browser.js";
import { foresightCard, foresightWords, leftWords, resultWords } from "./card.js";
import { hazardPart } from "./hazard_part.js";
import { done, transcript } from "./model.js";
import { enoughSaid, foresight, judgePrediction } from "./progress.js";
import { resultsPart, severeWords } from "./results.js";
import { tally } from "./verdicts.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View } from "../common/types.js" */
/** @import { RedTeamContext } from "./card.js" */
/** @import { RedTeamAction, RedTeamState } from "./model.js" */

/** @type {View<RedTeamState, RedTeamAction | StageAction>} */
export const view = simulationView({
  playTitle: "Break it",
  before: whatWaits,
  play: playPart,
  done,
  status: (state) => `${lastResult(state)} ${foresightWords(state)} ${leftWords(state)}`.trim(),
  compare: (state) => [
    comparison(state),
    severeWords(tally(state.scenario.cases, 0)),
    ownWork(state),
    state.scenario.epilogue,
  ],
  transcript,
});

/** @param {RedTeamContext} context */
function whatWaits({ state: { scenario } }) {
  const { cases, guards, suites } = scenario;
  const { risky, others, disputed } = tally(cases, 0);
  const [guard] = guards;
  const node = h(
    "div",
    { class: "wh-stack" },
    h("p", {}, h("strong", {}, `The guard: ${guard?.label}. `), guard?.about ?? ""),
    h(
      "p",
      {},
      `${cases.length} conversations wait. ${risky.n} are risky, ${others.n} are not, and in ${disputed} the label is disputed: raters accept both that a person is brought in and that none is. The disputed ones do not count in your prediction.`,
    ),
    h(
      "ul",
      { class: "wh-list" },
      ...suites.map(({ key, label }) =>
        h("li", {}, `${label}: ${cases.filter(({ suite }) => suite === key).length}`),
      ),
    ),
  );
  return {
    node,
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {RedTeamContext} context */
function playPart(context) {
  const { scenario } = context.state;
  const card = foresightCard(context);
  const left = h("p", { class: "wh-strong" });
  const sealed = h("div", { class: "wh-stack", hidden: true });
  // Sixty conversations are drawn when their decisions are no longer sealed.
  /** @type {{ node: HTMLElement, update: (state: RedTeamState) => void }[]} */
  let parts = [];

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h(
        "p",
        { class: "wh-hint" },
        `The decisions stay sealed until you have foreseen ${scenario.rounds}. The order mixes failures and successes on purpose and is no sample.`,
      ),
      card.node,
      sealed,
      left,
    ),
    /** @param {RedTeamState} state */
    update(state) {
      card.update(state);
      if (parts.length === 0 && enoughSaid(state.play, scenario)) {
        const now = { ...context, state };
        parts = [resultsPart(now), conversationBrowser(now), hazardPart(now)];
        sealed.append(...parts.map(({ node }) => node));
        sealed.hidden = false;
      }
      for (const part of parts) {
        part.update(state);
      }
      setText(left, leftWords(state));
      left.hidden = left.textContent === "";
    },
  };
}

/** @param {RedTeamState} state */
function lastResult({ play }) {
  const last = play.said.at(-1);
  return play.open && last ? resultWords(last) : "";
}

/** @param {RedTeamState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const { share, within } = judgePrediction(scenario, prediction);
  const { risky } = tally(scenario.cases, 0);
  return (
    `You predicted ${prediction.guess} of 100 risky conversations. The guard answered ${risky.too_little} of ${risky.n} with too little: ${share} of 100. ` +
    `You were ${prediction.confidence}% sure to be within ${scenario.tolerance}; you ${within ? "were" : "were not"}.`
  );
}

/** @param {RedTeamState} state */
function ownWork({ play, scenario }) {
  const { said, right } = foresight(play);
  const fitting = play.named.filter(({ fits }) => fits).length;
  const better =
    right * 2 > said
      ? "Reading it closely, you know this guard a little; where it surprised you is where to test next."
      : "A guard that surprises its attackers will surprise its users.";
  return (
    `You foresaw ${right} of ${said} decisions. ${better} You named ${play.named.length} failures; ${fitting} of these names are among the writers’ marks. ` +
    `${scenario.cases.length} conversations are few: read the failures, and do not quote the rates.`
  );
}
