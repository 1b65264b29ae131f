import { barChart } from "../common/chart.js";
import { checkbox } from "../common/choice.js";
import { actions, button, h, heading, setText, uniqueId } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { slider } from "../common/slider.js";
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
  const id = uniqueId();
  const hintId = uniqueId();
  const hint = h("p", { id: hintId, class: "wh-hint" });
  const list = h("textarea", {
    id,
    class: "wh-textarea",
    rows: 12,
    maxlength: LONGEST_LIST,
    spellcheck: "false",
    "aria-describedby": hintId,
  });
  list.addEventListener("input", () => act({ type: "set_words", text: list.value }));

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
      h(
        "div",
        { class: "wh-field" },
        h("label", { for: id }, "Words and phrases, one a line"),
        list,
        hint,
        actions(
          button("Put the starting list back", () =>
            act({ type: "set_words", text: scenario.words.join("\n") }),
          ),
        ),
      ),
      threshold.node,
      whole.node,
      bot.node,
      ring,
    ),
    /** @param {AlarmState} state */
    update({ play: alarm }) {
      if (list.value !== alarm.text) {
        list.value = alarm.text;
      }
      setText(hint, `${alarm.words.length} in the list. Capitals do not matter.`);
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
  const numbers = countTiles();
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
  let rung = false;

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
      numbers.update(count(play, scenario));
      const rows = scenario.phenomena.map(({ key }) => count(play, scenario, key));
      chart.update(
        rows.map(({ caught, missed, false_alarm, quiet }) => [caught, missed, false_alarm, quiet]),
        rows.map(rowWords),
      );
      if (!rung && node.isConnected) {
        title.focus();
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

function countTiles() {
  const tiles = [
    tile("Caught", "of the risky"),
    tile("Missed", "of the risky"),
    tile("False alarms", "of the others"),
    tile("Rightly quiet", "of the others"),
  ];
  return {
    node: h("dl", { class: "wh-tiles" }, ...tiles.map(({ node }) => node)),
    /** @param {Counts} counts */
    update(counts) {
      const { caught, missed, false_alarm, quiet } = counts;
      const shares = [
        [caught, caught + missed],
        [missed, caught + missed],
        [false_alarm, false_alarm + quiet],
        [quiet, false_alarm + quiet],
      ];
      for (const [index, [part = 0, whole = 0]] of shares.entries()) {
        tiles[index]?.update(part, whole);
      }
    },
  };
}

/**
 * @param {string} label
 * @param {string} ofWhat
 */
function tile(label, ofWhat) {
  const number = h("span", { class: "wh-large" });
  const rest = h("span", { class: "wh-hint" });
  return {
    node: h("div", { class: "wh-tile" }, h("dt", {}, label), h("dd", {}, number, " ", rest)),
    /**
     * @param {number} part
     * @param {number} whole
     */
    update(part, whole) {
      setText(number, String(part));
      setText(rest, `of ${whole} ${ofWhat.replace("of the ", "")}`);
    },
  };
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
