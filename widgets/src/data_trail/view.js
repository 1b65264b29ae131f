import { select } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { choicesPart } from "./choices.js";
import { countsOf, done, readersAsShipped, TO_TRY, transcript } from "./model.js";
import { stationsPart } from "./stations.js";
import { pricesOf, trailOf } from "./trail.js";
import { inShort, keptWords, summary } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { TrailAction, TrailState } from "./model.js" */
/** @import { Choices, TrailScenario } from "./trail.js" */

/** @typedef {ViewContext<TrailState, TrailAction | StageAction>} TrailContext */

/** @type {View<TrailState, TrailAction | StageAction>} */
export const view = simulationView({
  playTitle: "Follow the message",
  before: beginning,
  play: trailPart,
  done,
  status: (state) =>
    `${summary(countsOf(state.play.choices, state.scenario))} ${toTry(state)}`.trim(),
  compare: (state) => [
    comparison(state),
    `The consent that she gave, as shipped. ${consentWorth(state.scenario, state.scenario.shipped)}`,
    reached(state),
    state.scenario.practice_note,
  ],
  transcript,
});

/** @param {TrailContext} context */
function beginning({ level, state: { scenario } }) {
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      messagePart(scenario),
      h(
        "div",
        { class: "wh-panel" },
        heading(level + 2, `${scenario.app} on privacy`),
        h("ul", { class: "wh-list" }, ...scenario.promises.map((line) => h("li", {}, line))),
      ),
    ),
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {TrailScenario} scenario */
const messagePart = ({ person, app, message }) =>
  h(
    "div",
    {},
    h("p", { class: "wh-strong" }, `${person} writes to ${app}:`),
    h("blockquote", {}, message),
  );

/** @param {TrailContext} context */
function trailPart(context) {
  const { level, state } = context;
  const { scenario } = state;
  const now = h("p", { class: "wh-strong wh-trail-now" });
  const numbers = tiles([
    "Can read her words",
    "Learn that she uses it",
    "Kept longest",
    "She can delete it at",
  ]);
  const left = h("p", { class: "wh-note" });
  const guess = h("p", { class: "wh-large" });
  const choices = choicesPart({ ...context, level: level + 2 });
  const place = placePart(context);
  const stations = stationsPart(scenario);
  const below = belowPart(scenario, level + 2);

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      guess,
      left,
      messagePart(scenario),
      numbers.node,
      h("p", { class: "wh-hint" }, scenario.fiction),
      h(
        "div",
        { class: "wh-stack wh-trail-area" },
        now,
        h(
          "div",
          { class: "wh-split" },
          choices.node,
          h(
            "div",
            { class: "wh-stack" },
            heading(level + 2, "The trail of her message"),
            place.node,
            stations.node,
          ),
        ),
      ),
      below.node,
    ),
    /** @param {TrailState} next */
    update(next) {
      const { play } = next;
      const counts = countsOf(play.choices, scenario);
      const stops = trailOf(play.choices, scenario.days);
      setText(now, inShort(counts, pricesOf(play.choices).length));
      setText(left, toTry(next));
      setText(guess, comparison(next));
      left.hidden = done(next);
      numbers.update([
        [String(counts.words), counts.words === 1 ? "kind of reader" : "kinds of readers"],
        [String(counts.signs), "more"],
        [keptWords(counts.longest), ""],
        [String(counts.back), `of ${stops.length} ${stops.length === 1 ? "station" : "stations"}`],
      ]);
      choices.update(next);
      place.update(next);
      stations.update(stops, play.place);
      below.update(next);
    },
  };
}

/** @param {TrailContext} context */
function placePart({ act, state: { scenario, play } }) {
  const place = select({
    label: "Law of",
    options: scenario.places,
    value: play.place,
    chosen: (value) => act({ type: "set_place", value }),
  });
  return {
    node: h("div", {}, place.node, h("p", { class: "wh-hint" }, scenario.caution)),
    /** @param {TrailState} state */
    update(state) {
      place.set(state.play.place);
    },
  };
}

/**
 * What consent was worth, what the choices cost, and the same words in a practice.
 *
 * @param {TrailScenario} scenario
 * @param {number} level
 */
function belowPart(scenario, level) {
  const asked = h("blockquote", {});
  const worth = h("p", {});
  const costs = h("ul", { class: "wh-list" });
  const none = h("p", {}, "Nothing yet: these are the choices as shipped, made to be easy.");
  let drawn = "";
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    h("div", {}, heading(level, "What the consent was worth"), asked, worth),
    h("div", {}, heading(level, "What your choices cost"), none, costs),
    practicePart(scenario),
  );
  return {
    node,
    /** @param {TrailState} state */
    update(state) {
      const { choices } = state.play;
      setText(asked, scenario.consents.find(({ key }) => key === choices.consent)?.text ?? "");
      setText(worth, consentWorth(scenario, choices));
      const due = pricesOf(choices);
      none.hidden = due.length > 0;
      if (drawn !== due.join()) {
        drawn = due.join();
        const texts = scenario.prices.filter(({ id }) => due.includes(id));
        costs.replaceChildren(...texts.map(({ text }) => h("li", {}, text)));
      }
    },
  };
}

/** @param {TrailScenario} scenario */
function practicePart({ practice, practice_note }) {
  const table = dataTable({
    label: "The same words, said to a therapist",
    columns: ["Who", "What they may read"],
  });
  table.node.classList.add("wh-worded");
  table.update(practice.map(({ who, reads, key }) => [who, key ? `${reads} [${key}]` : reads]));
  return h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "The same words, said to a therapist"),
    h("div", { class: "wh-stack" }, h("p", {}, practice_note), table.node),
  );
}

/** @param {TrailState} state */
function toTry({ play }) {
  const count = Math.min(play.changed.length, TO_TRY);
  return play.changed.length < TO_TRY
    ? `To do: change ${TO_TRY} of the app’s choices below, and watch who can still read. ${count} of ${TO_TRY} changed.`
    : "";
}

/**
 * What the consent named, of those who read or learn of it.
 *
 * @param {TrailScenario} scenario
 * @param {Choices} choices
 */
function consentWorth(scenario, choices) {
  const { named, all } = countsOf(choices, scenario);
  if (all === 0) {
    return "Nobody else reads or learns of it: there is nothing to consent to.";
  }
  const names = scenario.consents.find(({ key }) => key === choices.consent)?.names ?? [];
  const nameless = trailOf(choices, scenario.days)
    .filter(({ id, reads }) => reads !== "locked" && id !== "phone" && !names.includes(id))
    .map(({ id }) => scenario.stations.find((station) => station.id === id)?.name ?? id);
  const rest = nameless.length > 0 ? ` Not named: ${nameless.join("; ")}.` : "";
  return `Of the ${all} others who can read her words or learn of them, it names ${named}.${rest}`;
}

/** @param {TrailState} state */
function reached({ play, scenario }) {
  const counts = countsOf(play.choices, scenario);
  const prices = pricesOf(play.choices).length;
  return `${summary(counts)} The fewest kinds that you reached: ${play.fewest}. Things that your choices cost: ${prices}.`;
}

/** @param {TrailState} state */
function comparison({ prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const expected = readersAsShipped(scenario);
  const { signs } = countsOf(scenario.shipped, scenario);
  const gap = Math.abs(prediction.guess - expected);
  const verdict =
    gap === 0
      ? "you were right"
      : `${gap} ${prediction.guess < expected ? "more" : "fewer"} than you thought`;
  return `You predicted ${prediction.guess} kinds of readers, ${prediction.confidence}% sure. As shipped it is ${expected}: ${verdict}. ${signs} more learn that she uses ${scenario.app}, without her words.`;
}
