import { radios } from "../common/choice.js";
import { h, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { slider } from "../common/slider.js";
import { tiles } from "../common/tiles.js";
import { percent } from "../common/words.js";
import { curvesPart } from "./curves_part.js";
import { groupsPart } from "./groups_part.js";
import {
  counted,
  dayOf,
  done,
  expected,
  guardAt,
  MOST_STAFF,
  sentence,
  thresholdWords,
  transcript,
} from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { ThresholdAction, ThresholdState } from "./model.js" */

/** @typedef {ViewContext<ThresholdState, ThresholdAction | StageAction>} ThresholdContext */
/** @typedef {{ readonly counts: ReturnType<typeof counted>, readonly day: ReturnType<typeof dayOf> }} Here */

const PREVALENCES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 50];

/** @type {View<ThresholdState, ThresholdAction | StageAction>} */
export const view = simulationView({
  playTitle: "Move the threshold",
  play(context) {
    const todo = h("p", { class: "wh-note" });
    const revealed = h("p", { class: "wh-large" });
    const right = expected(context.state.scenario);
    const controls = controlsPart(context);
    const numbers = numbersPart(context.state.scenario.cases.length);
    const curves = curvesPart(context.state.scenario);
    const groups = groupsPart(context);
    return {
      node: h(
        "div",
        { class: "wh-stack" },
        todo,
        revealed,
        h("div", { class: "wh-split" }, controls.node, numbers.node),
        curves.node,
        groups.node,
      ),
      update(state) {
        setText(todo, leftToDo(state));
        setText(revealed, revealWords(state, right));
        revealed.hidden = !state.play.reached;
        const here = {
          counts: counted(state.play, state.scenario),
          day: dayOf(state.play, state.scenario),
        };
        controls.update(state, here);
        numbers.update(state, here);
        curves.update(state);
        groups.update(state);
      },
    };
  },
  done,
  status: ({ play, scenario }) => sentence(play, scenario),
  compare: (state) => [comparison(state), `At the end: ${sentence(state.play, state.scenario)}`],
  transcript,
});

/** @param {ThresholdState} state */
function leftToDo({ play, scenario }) {
  const parts = [
    play.reached
      ? null
      : `lower the first guard’s threshold until it catches ${scenario.target} in 100 of the risky conversations`,
    play.seen.length > 1 ? null : "look at another guard",
  ].filter(Boolean);
  return parts.length > 0
    ? `To do: ${parts.join("; then ")}.`
    : "Done. Read the debrief below, or go on trying.";
}

/**
 * The prediction beside what came, as soon as enough are caught.
 *
 * @param {ThresholdState} state
 * @param {number} right
 */
function revealWords({ prediction, scenario }, right) {
  const caught = `The highest threshold that catches ${scenario.target} in 100: of 100 alarms ${right} ${right === 1 ? "is" : "are"} true.`;
  return prediction ? `${caught} You predicted ${prediction.guess}.` : caught;
}

/** @param {ThresholdContext} context */
function controlsPart({ act, state: { scenario, play } }) {
  const whose = radios({
    legend: "Whose scores?",
    options: scenario.guards.map(({ key, label }) => ({ key, label })),
    value: play.guard,
    chosen: (value) => act({ type: "choose_guard", value }),
  });
  const about = h("p", { class: "wh-hint" });
  const thresholds = scenario.guards.map((guard) => ({
    key: guard.key,
    control: slider({
      label: "Alarm threshold",
      min: 0,
      max: guard.cuts.length,
      value: play.places[guard.key] ?? 0,
      words: (place) => thresholdWords(guard, place),
      hint: "The alarm rings from this score on.",
      moved: (value) => act({ type: "set_threshold", value }),
    }),
  }));
  const prevalence = slider({
    label: "Risky conversations on a day",
    min: 0,
    max: PREVALENCES.length - 1,
    value: nearest(play.prevalence),
    words: (place) => `${PREVALENCES[place]} in 100`,
    hint: "Chosen for teaching. How rare danger is depends on who writes to you.",
    moved: (place) => act({ type: "set_prevalence", value: PREVALENCES[place] ?? 1 }),
  });
  const staff = slider({
    label: "Alarms that staff can answer in a day",
    min: 0,
    max: MOST_STAFF,
    step: 10,
    value: play.staff,
    hint: "Chosen for teaching. Too few people is a reason to find more people. It makes no missed person acceptable.",
    moved: (value) => act({ type: "set_staff", value }),
  });
  // On a phone the tiles are a screen away from the sliders: this line is not.
  const near = h("p", { class: "wh-strong" });
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      whose.node,
      about,
      ...thresholds.map(({ control }) => control.node),
      near,
      prevalence.node,
      staff.node,
    ),
    /**
     * @param {ThresholdState} state
     * @param {Here} here
     */
    update(state, { counts, day }) {
      setText(
        near,
        `Caught: ${counts.caught} of ${counts.caught + counts.missed}. True alarms on the day: ${day.true_alarms} of ${day.alarms}.`,
      );
      setText(about, guardAt(scenario, state.play.guard).guard.about);
      for (const { key, control } of thresholds) {
        control.node.hidden = key !== state.play.guard;
        control.set(state.play.places[key] ?? 0);
      }
      prevalence.set(nearest(state.play.prevalence));
      staff.set(state.play.staff);
    },
  };
}

/** @param {number} prevalence */
function nearest(prevalence) {
  const distances = PREVALENCES.map((value) => Math.abs(value - prevalence));
  return distances.indexOf(Math.min(...distances));
}

/** @param {number} cases */
function numbersPart(cases) {
  const found = tiles(["Caught", "Missed", "False alarms", "Rightly quiet"]);
  const day = tiles(["Alarms a day", "True alarms", "People missed", "Alarms waiting"]);
  const dayIs = h("p", { class: "wh-strong" });
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h("p", { class: "wh-strong" }, `In the course’s ${cases} conversations`),
      found.node,
      dayIs,
      day.node,
    ),
    /**
     * @param {ThresholdState} state
     * @param {Here} here
     */
    update({ play, scenario }, { counts, day: expectedDay }) {
      const risky = `of ${counts.caught + counts.missed} risky`;
      const others = `of ${counts.false_alarm + counts.quiet} others`;
      found.update([
        [String(counts.caught), risky],
        [String(counts.missed), risky],
        [String(counts.false_alarm), others],
        [String(counts.quiet), others],
      ]);
      setText(
        dayIs,
        `The same threshold on a day of ${scenario.volume.toLocaleString("en-GB")} conversations, ${play.prevalence} in 100 of them risky`,
      );
      day.update([
        [String(expectedDay.alarms), `staff for ${play.staff}`],
        [String(expectedDay.true_alarms), `of ${expectedDay.alarms} alarms`],
        [String(expectedDay.missed), "each day"],
        [String(expectedDay.waiting), "more each day"],
      ]);
    },
  };
}

/** @param {ThresholdState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const right = expected(scenario);
  const gap = Math.abs(right - prediction.guess);
  const hit = gap <= scenario.tolerance;
  return (
    `You predicted ${prediction.guess} of 100 alarms, ${percent(prediction.confidence)} sure to be within ${scenario.tolerance}. ` +
    `It is ${right}: with ${scenario.prevalence} risky conversations in 100, the false alarms among the ${100 - scenario.prevalence} others outnumber the true ones. You ${hit ? "were" : "were not"} within ${scenario.tolerance}.`
  );
}
