import { button, h, heading } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { dataTable } from "../common/table.js";
import { policyBuilder } from "./builder.js";
import { conversationBrowser } from "./conversations.js";
import { count, resultsOf } from "./counts.js";
import { needsPerson } from "./day.js";
import { done, firstDay, standingOf, toDo, transcript } from "./model.js";
import { resultsPart } from "./results.js";
import { savePart } from "./save_part.js";
import { clock } from "./toml.js";
import { whatIfs } from "./what_if_parts.js";
import { ignoredWords, plural, policyRows, sentence, standingWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { Keeper } from "./saving.js" */
/** @import { DeskAction, DeskState } from "./types.js" */

/** @typedef {ViewContext<DeskState, DeskAction | StageAction>} DeskContext */

/**
 * @param {Keeper} keeper
 * @returns {View<DeskState, DeskAction | StageAction>}
 */
export const deskView = (keeper) =>
  simulationView({
    playTitle: "Run the desk",
    before: whatLiesOnTheDesk,
    play: (context) => deskPart(context, keeper),
    done,
    status,
    compare: (state) => [comparison(state), ...whatChanged(state)],
    transcript,
  });

/** @param {DeskContext} context */
function whatLiesOnTheDesk({ level, state: { scenario } }) {
  const need = scenario.conversations.filter(needsPerson).length;
  const table = dataTable({
    label: scenario.start.title,
    columns: ["What is heard", "The answer"],
  });
  table.update(policyRows(scenario.start, scenario));
  const node = h(
    "div",
    { class: "wh-stack" },
    h(
      "p",
      {},
      `${scenario.day.length} people write within one day. ${need} of them need a person: they are labelled moderate or above. ` +
        `${plural(scenario.staff, "person is", "people are")} on the desk from 09:00 to ${clock(scenario.closes)}. Each takes one call at a time, and a call takes ${scenario.minutes.call} minutes.`,
    ),
    h(
      "p",
      { class: "wh-hint" },
      `Chosen for teaching, not measured. In time means within ${scenario.minutes.now} minutes for those labelled high or imminent.`,
    ),
    heading(level + 2, scenario.start.title),
    table.node,
    h("p", {}, ignoredWords(scenario.start, scenario)),
  );
  return {
    node,
    update() {
      // Nothing in it changes.
    },
  };
}

/**
 * @param {DeskContext} context
 * @param {Keeper} keeper
 */
function deskPart(context, keeper) {
  const { scenario } = context.state;
  const begin = h(
    "div",
    { class: "wh-stack" },
    h(
      "p",
      {},
      "The policy is as it was. Run it over the day, and see what came of your prediction.",
    ),
    button("Run the day", () => context.act({ type: "run" }), "main"),
  );
  const builder = policyBuilder(context);
  const results = resultsPart(context);
  const parts = [whatIfs(context), conversationBrowser(context), savePart(context, keeper)];
  const split = h("div", { class: "wh-split" }, builder.node, results.node);
  const open = h("p", { class: "wh-note" });
  const rest = h("div", { class: "wh-stack" }, split, ...parts.map(({ node }) => node), open);
  return {
    node: h("div", { class: "wh-stack" }, begin, rest),
    /** @param {DeskState} state */
    update(state) {
      begin.hidden = state.play.run;
      rest.hidden = !state.play.run;
      if (!state.play.run) {
        return;
      }
      for (const part of [builder, results, ...parts]) {
        part.update(state);
      }
      const left = toDo(state.play, scenario);
      open.hidden = left.length === 0;
      open.textContent = `Before the debrief: ${left.join("; ")}.`;
    },
  };
}

/** @param {DeskState} state */
function status({ play, scenario }) {
  return play.first ? sentence(count(resultsOf(play, scenario), scenario)) : "";
}

/** @param {DeskState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const first = count(firstDay(scenario), scenario);
  const gap = Math.abs(first.reached - prediction.guess);
  return (
    `You predicted ${prediction.guess} of ${first.need}, ${prediction.confidence}% sure to be within ${scenario.tolerance}. ` +
    `With the policy as it lay there it was ${first.reached}; you ${gap <= scenario.tolerance ? "were" : "were not"} within ${scenario.tolerance}. ` +
    `${first.missed} were missed, ${first.silent} of them because no rule can hear anything in what they wrote, and for ${first.unreached} somebody was asked and nobody came in time.`
  );
}

/** @param {DeskState} state */
function whatChanged({ play, scenario }) {
  const now = count(resultsOf(play, scenario), scenario);
  return [
    `Now: ${sentence(now)}`,
    `${now.reached_at_night} of those reached wrote while the desk was closed. No desk alone would have seen them at that hour.`,
    standingWords(standingOf(play, scenario)),
  ];
}
