import { radios } from "../common/choice.js";
import { actions, button, focusSoon, h, heading, setText } from "../common/dom.js";
import { confidenceSlider } from "../common/predict.js";
import { slider } from "../common/slider.js";
import { dataTable } from "../common/table.js";
import { bandWords, formOf, highest } from "./scoring.js";

/** @import { Answer, Person } from "./types.js" */
/** @import { ReadingContext } from "./view.js" */

/**
 * One form with what the person wrote, and what the learner makes of it.
 *
 * @param {ReadingContext} context
 * @param {Person} person
 */
export function answersPart({ act, level, state: { scenario } }, person) {
  const form = formOf(scenario, person);
  const title = heading(level + 2, `${person.name}, ${person.age}`);
  const table = dataTable({
    label: `${person.name}’s ${form.label}`,
    columns: ["Topic", "In the last two weeks", "Points"],
  });
  const entry = entryPart(person, scenario, (answer) => act({ type: "answer", ...answer }));
  const points = scenario.frequencies.map((words, value) => `${words} ${value}`).join(", ");

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      title,
      h("p", {}, person.about),
      h("blockquote", {}, `“${person.words}”`),
      h("p", { class: "wh-hint" }, `${form.label}. Points: ${points}. ${scenario.wording}`),
      table.node,
      entry.node,
    ),
    focus: () => focusSoon(title),
    /** @param {Answer | null} answered */
    update(answered) {
      table.update(
        form.topics.map(({ label }, place) => {
          const value = person.answers[place] ?? 0;
          return [label, scenario.frequencies[value] ?? "", answered ? value : "?"];
        }),
      );
      entry.node.hidden = answered !== null;
    },
  };
}

/**
 * @param {Person} person
 * @param {import("./types.js").ScreeningScenario} scenario
 * @param {(answer: Answer) => void} committed
 */
function entryPart(person, scenario, committed) {
  const form = formOf(scenario, person);
  const total = slider({
    label: "Your total",
    min: 0,
    max: highest(form),
    value: 0,
    words: (value) => (value === 1 ? "1 point" : `${value} points`),
    hint: "Add the points up. An app does this in a blink, and without a slip.",
  });
  const band = radios({
    legend: "The band of this total",
    options: form.bands.map((_, place) => ({ key: String(place), label: bandWords(form, place) })),
  });
  const note = radios({
    legend: "Which sentence may stand in the note?",
    options: person.notes.map(({ key, text }) => ({ key, label: text })),
  });
  const next = radios({
    legend: `What do you do next for ${person.name}?`,
    options: scenario.steps.map(({ key, label }) => ({ key, label })),
  });
  const sure = confidenceSlider("How sure are you of the next step?");
  const missing = h("p", { class: "wh-strong", role: "alert" });

  function commit() {
    if (band.value === null || note.value === null || next.value === null) {
      const left = [
        band.value === null ? "a band" : null,
        note.value === null ? "a sentence for the note" : null,
        next.value === null ? "a next step" : null,
      ].filter(Boolean);
      setText(missing, `Still to choose: ${left.join(", ")}.`);
      return;
    }
    setText(missing, "");
    committed({
      person: person.id,
      total: total.value,
      band: Number(band.value),
      note: note.value,
      step: next.value,
      confidence: sure.value,
    });
  }

  return {
    node: h(
      "div",
      { class: "wh-stack wh-panel" },
      total.node,
      band.node,
      note.node,
      next.node,
      sure.node,
      missing,
      actions(button("Commit my answers", commit, "main")),
    ),
  };
}
