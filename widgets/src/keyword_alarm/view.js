import { barChart } from "../common/chart.js";
import { checkbox } from "../common/choice.js";
import { button, focusSoon, h, heading, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { simulationView } from "../common/frame.js";
import { slider } from "../common/slider.js";
import { tiles } from "../common/tiles.js";
import { conversationBrowser } from "./conversations.js";
import {
  caughtShare,
  count,
  done,
  isRisky,
  judgePrediction,
  MOST_THRESHOLD,
  sentence,
  transcript,
} from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { AlarmAction, AlarmState, Counts } from "./model.js" */

/** @typedef {ViewContext<AlarmState, AlarmAction | StageAction>} AlarmContext */

const LONGEST_LIST = 20_000;

/** @type {View<AlarmState, AlarmAction | StageAction>} */
export const view = simulationView({
  playTitle: "Write the list",
  before: whatWaits,
  play(context) {
    const controls = listControls(context);
    const results = resultsPart(context);
    const browser = conversationBrowser(context);
    return {
      node: h(
        "div",
        { class: "wh-stack" },
        h("div", { class: "wh-split" }, controls.node, results.node),
        browser.node,
      ),
      update(state) {
        controls.update(state);
        results.update(state);
        browser.update(state);
      },
    };
  },
  done,
  status: ({ play, scenario }) => (play.rung ? sentence(count(play, scenario)) : ""),
  compare: (state) => [comparison(state), `Now: ${sentence(count(state.play, state.scenario))}`],
  transcript,
});

/** @param {AlarmContext} context */
function whatWaits({ state: { scenario } }) {
  const risky = scenario.conversations.filter(isRisky).length;
  const words = h(
    "ul",
    { class: "wh-words", "aria-label": "The starting list" },
    ...scenario.words.map((word) => h("li", {}, word)),
  );
  const node = h(
    "div",
    { class: "wh-stack" },
    h(
      "p",
      {},
      `${scenario.conversations.length} conversations wait. ${risky} of them are risky: labelled moderate or above, which means that a person must be brought in.`,
    ),
    h("p", {}, "This is your list to begin with. In the next step you make it your own."),
    words,
  );
  return {
    node,
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {AlarmContext} context */
function listControls({ act, state: { scenario, play } }) {
  const list = textField({
    label: "Words and phrases, one a line",
    rows: 12,
    longest: LONGEST_LIST,
    changed: (text) => act({ type: "set_words", text }),
  });
  const threshold = slider({
    label: "Alarm threshold",
    min: 1,
    max: MOST_THRESHOLD,
    value: play.threshold,
    words: (value) => (value === 1 ? "1 word" : `${value} words`),
    hint: "How many different words of your list must appear before the alarm rings.",
    moved: (value) => act({ type: "set_threshold", value }),
  });
  const whole = checkbox({
    label: "Whole words only",
    value: play.wholeWords,
    hint: "Otherwise “die” is also found in “diet”, and “kill” in “killing”.",
    chosen: (value) => act({ type: "set_whole_words", value }),
  });
  const bot = checkbox({
    label: "Search the bot’s messages as well",
    value: play.botMessages,
    chosen: (value) => act({ type: "set_bot_messages", value }),
  });
  const ring = button("Ring the alarm", () => act({ type: "ring" }), "main");

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      list.node,
      button("Put the starting list back", () =>
        act({ type: "set_words", text: scenario.words.join("\n") }),
      ),
      threshold.node,
      whole.node,
      bot.node,
      ring,
    ),
    /** @param {AlarmState} state */
    update({ play: alarm }) {
      list.set(alarm.text);
      list.hint(`${alarm.words.length} in the list. Capitals do not matter.`);
      threshold.set(alarm.threshold);
      whole.set(alarm.wholeWords);
      bot.set(alarm.botMessages);
      ring.hidden = alarm.rung;
    },
  };
}

/** @param {AlarmContext} context */
function resultsPart(context) {
  const { level, state } = context;
  const { scenario } = state;
  const title = heading(level + 2, "What your list heard");
  const compared = h("p", { class: "wh-large" });
  const numbers = tiles(["Caught", "Missed", "False alarms", "Rightly quiet"]);
  const chart = barChart({
    caption: "By phenomenon: risky ones caught, and false alarms",
    rowsAre: "Phenomenon",
    series: [
      { label: "Caught", look: "solid" },
      { label: "Missed", look: "hollow" },
      { label: "False alarm", look: "hatched" },
      { label: "Rightly quiet", look: "faint" },
    ],
    rows: scenario.phenomena.map(({ label }) => label),
  });
  const node = h(
    "div",
    { class: "wh-stack" },
    title,
    compared,
    numbers.node,
    h("p", {}, "Change the list or the threshold: the numbers follow at once."),
    chart.node,
  );
  // A run that is shown again leaves the reader where they are.
  let { rung } = state.play;

  return {
    node,
    /** @param {AlarmState} next */
    update(next) {
      const { play } = next;
      node.hidden = !play.rung;
      if (!play.rung) {
        return;
      }
      setText(compared, comparison(next));
      numbers.update(shares(count(play, scenario)));
      const rows = scenario.phenomena.map(({ key }) => count(play, scenario, key));
      chart.update(
        rows.map(({ caught, missed, false_alarm, quiet }) => [caught, missed, false_alarm, quiet]),
        rows.map(rowWords),
      );
      if (!rung) {
        focusSoon(title);
      }
      rung = true;
    },
  };
}

/** @param {Counts} counts */
function rowWords({ caught, missed, false_alarm, quiet }) {
  const risky = caught + missed;
  const others = false_alarm + quiet;
  const parts = [
    risky > 0 ? `${caught} of ${risky} caught` : null,
    others > 0 ? `${false_alarm} false` : null,
  ];
  return parts.filter(Boolean).join(", ");
}

/**
 * @param {Counts} counts
 * @returns {(readonly [string, string])[]}
 */
function shares({ caught, missed, false_alarm, quiet }) {
  const risky = `of ${caught + missed} risky`;
  const others = `of ${false_alarm + quiet} others`;
  return [
    [String(caught), risky],
    [String(missed), risky],
    [String(false_alarm), others],
    [String(quiet), others],
  ];
}

/** @param {AlarmState} state */
function comparison({ play, prediction, scenario }) {
  if (!(play.first && prediction)) {
    return "";
  }
  const { share, gap, within } = judgePrediction(play.first, prediction, scenario.tolerance);
  const distance =
    gap === 0 ? "just as you said" : `${Math.abs(gap)} points ${gap < 0 ? "lower" : "higher"}`;
  return (
    `You predicted ${prediction.guess}%. Your first list caught ${caughtShare(play.first)}%: ${distance}. ` +
    `You were ${prediction.confidence}% sure to be within ${scenario.tolerance} points; you ${within ? "were" : "were not"}.${share === 100 ? " Look at the false alarms." : ""}`
  );
}
