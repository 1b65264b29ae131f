import { checkbox } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { dataTable } from "../common/table.js";
import { named, ruleWords, STEP_WORDS } from "./judging.js";
import { complete, LARGEST_CUTOFF } from "./model.js";
import { appStep, formOf, suicideAnswer, totalOf } from "./scoring.js";

/** @import { Person, ReadingState } from "./types.js" */
/** @import { ReadingContext } from "./view.js" */

/**
 * The app over all people, and two things about it that can be changed. Shown after the last form.
 *
 * @param {ReadingContext} context
 */
export function appPart({ act, level, state: { scenario, play } }) {
  const table = dataTable({
    label: "What the app does for each person",
    columns: ["Person", "Total, item 9", "The app"],
  });
  const found = h("p", { class: "wh-large" });
  const cutoff = slider({
    label: "Cut-off of the app",
    min: 1,
    max: LARGEST_CUTOFF,
    value: play.rule.cutoff,
    words: (points) => `${points} points`,
    moved: (value) => act({ type: "set_cutoff", value }),
  });
  const nine = checkbox({
    label: "Item 9 above zero brings in a person, whatever the total",
    value: play.rule.itemNine,
    chosen: (value) => act({ type: "set_item_nine", value }),
  });
  const node = h(
    "div",
    { class: "wh-stack wh-results", hidden: true },
    heading(level + 2, "Everybody, as the app sees them"),
    found,
    cutoff.node,
    nine.node,
    table.node,
  );

  return {
    node,
    /** @param {ReadingState} state */
    update(state) {
      node.hidden = !complete(state.play, scenario);
      if (node.hidden) {
        return;
      }
      const { rule } = state.play;
      setText(found, ruleWords(state.play, scenario));
      cutoff.set(rule.cutoff);
      nine.set(rule.itemNine);
      table.update(scenario.people.map((person) => row(person, state)));
    },
  };
}

/**
 * @param {Person} person
 * @param {ReadingState} state
 */
function row(person, { scenario, play: { rule } }) {
  const form = formOf(scenario, person);
  const step = named(person.steps, appStep(scenario, form, person.answers, rule));
  return [
    person.name,
    `${totalOf(person.answers)}, ${suicideAnswer(form, person.answers) ?? "not asked"}`,
    `${named(scenario.steps, step.key).short}. ${STEP_WORDS[step.verdict]}.`,
  ];
}
