import { select } from "../common/choice.js";
import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { dataTable } from "../common/table.js";
import { judged, NOTE_WORDS, named, STEP_WORDS, whatIfWords } from "./judging.js";
import { bandWords, formOf, suicideAnswer } from "./scoring.js";

/** @import { Answer, Person, ReadingState, ScreeningScenario, StepJudgement } from "./types.js" */
/** @import { ReadingContext } from "./view.js" */

/**
 * The learner beside the app, and why each answer is what it is. Drawn once, when the answer is there.
 *
 * @param {ReadingContext} context
 * @param {Person} person
 */
export function feedbackPart(context, person) {
  const { act, level, state } = context;
  const { scenario } = state;
  const node = h("div", { class: "wh-stack", hidden: true });
  const change = whatIfPart(context, person);
  const next = actions(
    scenario.people[0] === person ? null : button("Previous form", () => act({ type: "previous" })),
    scenario.people.at(-1) === person
      ? null
      : button("Next form", () => act({ type: "next" }), "main"),
  );

  let shown = false;

  return {
    node,
    /**
     * @param {ReadingState} now
     * @param {Answer | null} answered
     */
    update(now, answered) {
      if (answered && node.childElementCount === 0) {
        node.append(
          heading(level + 2, `${person.name}: you and the app`),
          ...said(scenario, answered, level),
          change.node,
          next,
        );
        node.hidden = false;
        // Not when an earlier run is drawn again: the reader stays where they are.
        if (shown) {
          focusHeading(node);
        }
      }
      shown = true;
      if (answered) {
        change.update(now);
      }
    },
  };
}

/**
 * @param {ScreeningScenario} scenario
 * @param {Answer} answer
 * @param {number} level
 */
function said(scenario, answer, level) {
  const { person, form, total, band, note, step, app } = judged(scenario, answer);
  const short = (/** @type {string} */ key) => named(scenario.steps, key).short;
  const table = dataTable({ label: "You and the app", columns: ["Compared", "You", "The app"] });
  table.update([
    [
      "Total",
      `${answer.total}, ${answer.total === total ? "right" : `not ${total}`}`,
      `${total}, right`,
    ],
    [
      "Band",
      `${bandWords(form, answer.band)}: ${answer.band === band ? "right" : "not this one"}`,
      `${bandWords(form, band)}: right`,
    ],
    ["Next step", short(step.key), short(app.key)],
    ["Judged", STEP_WORDS[step.verdict], STEP_WORDS[app.verdict]],
  ]);
  return [
    table.node,
    h("p", {}, itemNineWords(scenario, answer)),
    h(
      "div",
      {},
      heading(level + 3, `Your sentence for the note. ${NOTE_WORDS[note.verdict]}.`),
      h("p", {}, `“${note.text}” ${note.feedback}`),
    ),
    h(
      "div",
      {},
      heading(level + 3, `Your next step. ${STEP_WORDS[step.verdict]}.`),
      h(
        "p",
        {},
        `“${named(scenario.steps, step.key).label}” ${step.feedback.text}`,
        ...cited(step),
      ),
    ),
    h(
      "details",
      { class: "wh-details" },
      h("summary", {}, "What the other answers would have been"),
      h(
        "ul",
        { class: "wh-list" },
        ...person.notes
          .filter((other) => other !== note)
          .map((other) =>
            h("li", {}, `“${other.text}” ${NOTE_WORDS[other.verdict]}. ${other.feedback}`),
          ),
        ...person.steps
          .filter((other) => other !== step)
          .map((other) =>
            h(
              "li",
              {},
              `“${named(scenario.steps, other.key).label}” ${STEP_WORDS[other.verdict]}. ${other.feedback.text}`,
              ...cited(other),
            ),
          ),
      ),
    ),
  ];
}

/** @param {StepJudgement} judgement */
const cited = ({ feedback: { key } }) =>
  key ? [" ", h("cite", { class: "wh-key" }, `[${key}]`)] : [];

/**
 * @param {ScreeningScenario} scenario
 * @param {Answer} answer
 */
function itemNineWords(scenario, answer) {
  const { person, form, total } = judged(scenario, answer);
  const value = suicideAnswer(form, person.answers);
  if (value === null) {
    return `The ${form.label} asks nothing about suicide. The app asks nothing either.`;
  }
  const words = scenario.frequencies[value];
  return value === 0
    ? `Item 9: ${words}. The app added 0 to ${total} and took nothing else from it.`
    : `Item 9: ${words}. The app added it as ${value} of ${total} points, and did nothing else with it.`;
}

/**
 * @param {ReadingContext} context
 * @param {Person} person
 */
function whatIfPart({ act, state: { scenario } }, person) {
  const form = formOf(scenario, person);
  const answerOf = (/** @type {number} */ place) => person.answers[place] ?? 0;
  const topic = select({
    label: "What if another answer had been given?",
    options: form.topics.map(({ label }, place) => ({ key: String(place), label })),
    chosen: (key) => act({ type: "what_if", topic: Number(key), value: answerOf(Number(key)) }),
  });
  const value = slider({
    label: "What if",
    min: 0,
    max: scenario.frequencies.length - 1,
    value: answerOf(0),
    words: (points) => scenario.frequencies[points] ?? "",
    moved: (moved) => act({ type: "what_if", topic: Number(topic.value), value: moved }),
  });
  const follows = h("p", {});
  return {
    node: h(
      "div",
      { class: "wh-stack wh-panel" },
      topic.node,
      value.node,
      follows,
      h("p", { class: "wh-hint" }, `Bands of the ${form.label}: [${form.citation}].`),
    ),
    /** @param {ReadingState} state */
    update({ play }) {
      const { whatIf } = play;
      topic.set(String(whatIf?.topic ?? 0));
      value.set(whatIf?.value ?? answerOf(0));
      setText(follows, whatIfWords(play, scenario));
    },
  };
}
