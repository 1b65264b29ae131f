import { h, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { answersPart } from "./answers.js";
import { appPart } from "./app.js";
import { feedbackPart } from "./feedback.js";
import { answerFor, appFits, currentPerson, judged, STEP_WORDS, tally } from "./judging.js";
import { done, transcript } from "./model.js";
import { bandWords, formOf } from "./scoring.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { ReadingAction, ReadingState } from "./types.js" */

/** @typedef {ViewContext<ReadingState, ReadingAction | StageAction>} ReadingContext */

/** @type {View<ReadingState, ReadingAction | StageAction>} */
export const view = simulationView({
  playTitle: "Read the forms",
  before: waiting,
  play: readingPart,
  done,
  status,
  compare: (state) => [...comparison(state)],
  transcript,
});

/** @param {ReadingContext} context */
function waiting({ state: { scenario } }) {
  const short = (/** @type {string} */ key) =>
    scenario.steps.find((step) => step.key === key)?.short.toLowerCase() ?? key;
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h(
        "p",
        { class: "wh-strong" },
        `The app’s rule: below ${scenario.cutoff} points “${short(scenario.below)}”, from ${scenario.cutoff} on “${short(scenario.above)}”. It does not read what people write.`,
      ),
      h(
        "ul",
        { class: "wh-list" },
        ...scenario.people.map((person) =>
          h(
            "li",
            {},
            `${person.name}, ${person.age}, ${formOf(scenario, person).label}. ${person.about}`,
          ),
        ),
      ),
    ),
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {ReadingContext} context */
function readingPart(context) {
  const { scenario } = context.state;
  const place = h("p", { class: "wh-hint" });
  const people = scenario.people.map((person) => {
    const answers = answersPart(context, person);
    const feedback = feedbackPart(context, person);
    return {
      person,
      answers,
      feedback,
      node: h("div", { class: "wh-stack" }, answers.node, feedback.node),
    };
  });
  const app = appPart(context);
  let shown = -1;

  return {
    node: h("div", { class: "wh-stack" }, place, ...people.map(({ node }) => node), app.node),
    /** @param {ReadingState} state */
    update(state) {
      const { play } = state;
      setText(place, placeWords(state));
      for (const [index, { node, person, answers, feedback }] of people.entries()) {
        node.hidden = index !== play.current;
        if (index === play.current) {
          const answered = answerFor(play, person);
          answers.update(answered);
          feedback.update(state, answered);
          if (shown !== index && shown !== -1 && node.isConnected) {
            answers.focus();
          }
        }
      }
      shown = play.current;
      app.update(state);
    },
  };
}

/** @param {ReadingState} state */
function placeWords({ play, scenario }) {
  const { length } = scenario.people;
  const left = length - play.answers.length;
  return left === 0
    ? `All ${length} forms are answered. Below is the app over all of them, with two things about it that you can change.`
    : `Form ${play.current + 1} of ${length}. ${debriefWords(play.answers.length, scenario)} ${scenario.chosen}`;
}

/**
 * @param {number} answered
 * @param {ReadingState["scenario"]} scenario
 */
function debriefWords(answered, { enough, people }) {
  const { length } = people;
  if (enough === length) {
    return "The debrief comes after the last.";
  }
  return answered < enough
    ? `The debrief can be read after ${enough}.`
    : "The debrief can be read now, below, or after the last. After the last you can change the app.";
}

/** @param {ReadingState} state */
function status(state) {
  const { play, scenario } = state;
  const answer = answerFor(play, currentPerson(play, scenario));
  if (!answer) {
    return placeWords(state);
  }
  const { person, form, total, band, step, app } = judged(scenario, answer);
  return (
    `${person.name}: the total is ${total}, ${bandWords(form, band)}. Your next step: ${STEP_WORDS[step.verdict].toLowerCase()}. ` +
    `The app’s: ${STEP_WORDS[app.verdict].toLowerCase()}.`
  );
}

/** @param {ReadingState} state */
function* comparison({ play, prediction, scenario }) {
  const fits = appFits(scenario);
  const { length } = scenario.people;
  const counts = tally(play, scenario);
  if (prediction) {
    const right = prediction.guess === fits.length;
    yield `You predicted ${prediction.guess} of ${length}, ${prediction.confidence}% sure. It was ${fits.length}: ${fits.map(({ name }) => name).join(" and ") || "nobody"}. ${right ? "Just as you said." : `${Math.abs(prediction.guess - fits.length)} ${prediction.guess > fits.length ? "fewer" : "more"} than you said.`}`;
  }
  yield `Adding up: you got ${counts.totals} of ${counts.people} totals right and ${counts.bands} of ${counts.people} bands. The app added all of them up at once, without a mistake.`;
  yield `Next steps: of the ${counts.people} you read, yours fitted for ${counts.steps}${counts.defensible > 0 ? ` and could be defended for ${counts.defensible} more` : ""}; you were ${counts.sure}% sure on average. The app’s fitted for ${counts.app}.`;
}
