import { checkboxes, select } from "../common/choice.js";
import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { NOBODY, plainly } from "./map.js";
import { BOTH, done, NONE, revealed, transcript, verdict } from "./model.js";
import { revealPart } from "./reveal.js";
import {
  cellWords,
  neverInApp,
  nowhere,
  placeName,
  settingName,
  totals,
  verdictLines,
} from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { MapScenario, Mishap, Setting } from "./map.js" */
/** @import { MapAction, MapState } from "./model.js" */

/** @typedef {ViewContext<MapState, MapAction | StageAction>} MapContext */

/** @type {View<MapState, MapAction | StageAction>} */
export const view = simulationView({
  playTitle: "Fill in the map",
  before: placePart,
  play: mapPart,
  done,
  status,
  compare: (state) =>
    [
      comparison(state),
      neverInApp(state.scenario, state.play.firstPlace),
      nowhere(state.scenario),
      `Now: ${totals(state.scenario, state.play.place)}`,
    ].filter(Boolean),
  transcript,
});

/** @param {MapContext} context */
function placePart({ act, state: { scenario, play } }) {
  const place = select({
    label: "Place",
    options: scenario.places,
    value: play.place,
    chosen: (value) => act({ type: "set_place", value }),
  });
  return {
    node: h(
      "div",
      { class: "wh-panel wh-stack" },
      place.node,
      h("p", { class: "wh-hint" }, scenario.caution),
    ),
    /** @param {MapState} state */
    update(state) {
      place.set(state.play.place);
    },
  };
}

/** @param {MapContext} context */
function mapPart(context) {
  const { act, level, state } = context;
  const { scenario } = state;
  const place = placePart(context);
  const asked = h("div", {});
  const where = h("p", { class: "wh-hint" });
  const reveal = revealPart(scenario, level + 2);
  const next = actions(button("Next event", () => act({ type: "next" }), "main"));
  const whole = wholeMap(scenario, level + 2);
  let drawn = { at: -1, shown: false };

  return {
    node: h("div", { class: "wh-stack" }, where, asked, reveal.node, next, place.node, whole.node),
    /** @param {MapState} now */
    update(now) {
      const { play } = now;
      setText(where, `Place: ${placeName(scenario, play.place)}. You can change it further down.`);
      const event = scenario.events[play.at];
      const isNew = drawn.at !== -1 && asked.isConnected;
      if (event && play.at !== drawn.at) {
        asked.replaceChildren(eventPart(context, now, event));
        if (isNew) {
          focusHeading(asked);
        }
      }
      const form = asked.querySelector("[data-form]");
      if (form instanceof HTMLElement) {
        form.hidden = revealed(play);
      }
      reveal.update(now);
      next.hidden = !revealed(play) || play.at === scenario.events.length - 1;
      whole.update(now);
      place.update(now);
      if (isNew && revealed(play) && !(drawn.shown && drawn.at === play.at)) {
        focusHeading(reveal.node);
      }
      drawn = { at: play.at, shown: revealed(play) };
    },
  };
}

/**
 * One event, drawn anew for each.
 *
 * @param {MapContext} context
 * @param {MapState} state
 * @param {Mishap} event
 */
function eventPart({ act, level }, { scenario, play }, event) {
  const refusal = h("p", { class: "wh-hint", role: "status" });
  const setting = select({
    label: "You tick for",
    options: scenario.settings.map(({ key, label, who }) => ({ key, label: `${label}: ${who}` })),
    value: play.setting,
    chosen: (value) => act({ type: "set_setting", value: /** @type {Setting} */ (value) }),
  });
  const ticks = checkboxes({
    legend: "Who answers? Tick all that do. Afterwards you see all three.",
    options: [...scenario.answerers, { key: NOBODY, label: "Nobody, plainly" }],
    value: play.ticked,
    chosen: (value) => act({ type: "set_ticks", value }),
  });
  const commit = button(
    "Commit my answer",
    () => {
      const { length } = ticks.value;
      const problem = length > 1 && ticks.value.includes(NOBODY) ? BOTH : "";
      setText(refusal, length === 0 ? NONE : problem);
      if (!refusal.textContent) {
        act({ type: "answer" });
      }
    },
    "main",
  );
  const number = `Event ${play.at + 1} of ${scenario.events.length}`;
  return h(
    "div",
    { class: "wh-stack" },
    heading(level + 2, `${number}: ${event.title}`),
    h("p", {}, event.story),
    h(
      "div",
      { class: "wh-stack", "data-form": true },
      setting.node,
      h("div", { class: "wh-who" }, ticks.node),
      commit,
      refusal,
    ),
  );
}

/**
 * @param {MapScenario} scenario
 * @param {number} level
 */
function wholeMap(scenario, level) {
  const labels = scenario.settings.map(({ label }) => label);
  const counts = tiles(labels);
  const table = dataTable({ label: "The map", columns: ["Event", ...labels] });
  table.node.classList.add("wh-worded");
  const title = h("p", { class: "wh-strong" });
  const details = h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "The map as a table"),
    table.node,
  );
  const rest = h("p", {});
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level, "The map so far"),
    title,
    counts.node,
    rest,
    details,
  );
  let drawn = "";
  return {
    node,
    /** @param {MapState} state */
    update({ play, prediction }) {
      const known = play.given.length;
      node.hidden = known === 0;
      const shown = `${known} ${play.place}`;
      if (known === 0 || drawn === shown) {
        return;
      }
      drawn = shown;
      setText(
        title,
        `${placeName(scenario, play.place)}: events that somebody plainly answers for`,
      );
      setText(
        rest,
        known < scenario.events.length
          ? `${scenario.events.length - known} to go until the debrief.`
          : `All are answered. ${guessed(scenario, play.firstPlace, prediction)}Choose another place above and watch the numbers, or read the debrief.`,
      );
      details.open ||= known === scenario.events.length;
      counts.update(
        scenario.settings.map(({ key }) => [
          String(plainly(scenario, key, play.place, known)),
          known < scenario.events.length ? `of ${known} so far` : `of ${known}`,
        ]),
      );
      table.update(
        scenario.events
          .slice(0, known)
          .map((event) => [
            event.title,
            ...scenario.settings.map(({ key }) => cellWords(scenario, event, key, play.place)),
          ]),
      );
    },
  };
}

/**
 * @param {MapScenario} scenario
 * @param {string} place  of the prediction
 * @param {MapState["prediction"]} prediction
 */
const guessed = (scenario, place, prediction) =>
  prediction
    ? `For the app, ${placeName(scenario, place)}, you predicted ${prediction.guess}, and it is ${plainly(scenario, "app", place)}. `
    : "";

/** @param {MapState} state */
function status({ play, scenario }) {
  const held = verdict(play, scenario);
  if (held) {
    return `${verdictLines(scenario, held).join(" ")} ${doneWords(play.given.length, scenario)} ${placeName(scenario, play.place)}.`;
  }
  return `${doneWords(play.given.length, scenario)} You tick for ${settingName(scenario, play.setting).toLowerCase()}, ${placeName(scenario, play.place)}.`;
}

/**
 * @param {number} count
 * @param {MapScenario} scenario
 */
const doneWords = (count, scenario) => `${count} of ${scenario.events.length} events answered.`;

/** @param {MapState} state */
function comparison({ play, prediction, scenario }) {
  if (!prediction) {
    return "";
  }
  const expected = plainly(scenario, "app", play.firstPlace);
  const all = scenario.events.length;
  return (
    `You predicted ${prediction.guess} of ${all} events, ${prediction.confidence}% sure. In the app, ${placeName(scenario, play.firstPlace)}, somebody plainly answers for ${expected}: ` +
    `${prediction.guess === expected ? "you were right." : `${Math.abs(prediction.guess - expected)} ${prediction.guess > expected ? "fewer" : "more"} than you thought.`} ` +
    `With the coach it is ${plainly(scenario, "coach", play.firstPlace)}, in the practice ${plainly(scenario, "practice", play.firstPlace)}.`
  );
}
