/** What came of the day, in numbers and words. */

import { barChart } from "../common/chart.js";
import { focusSoon, h, heading, setText } from "../common/dom.js";
import { tiles } from "../common/tiles.js";
import { count, countAt, resultsOf } from "./counts.js";
import { standingOf } from "./model.js";
import { RISKS } from "./ranks.js";
import { duration, missedHigh, standingWords } from "./words.js";

/** @import { Counts } from "./counts.js" */
/** @import { DeskState } from "./types.js" */
/** @import { DeskContext } from "./view.js" */

const LEVELS = [...RISKS].reverse();
const LEVEL_WORDS = {
  imminent: "Imminent",
  high: "High",
  moderate: "Moderate",
  low: "Low",
  none: "No sign",
};

/** @param {DeskContext} context */
export function resultsPart({ level, state: { scenario } }) {
  const title = heading(level + 2, "What came of the day");
  const compared = h("p", { class: "wh-large" });
  const numbers = tiles([
    "Reached",
    "Missed",
    "Asked for, not reached",
    "Over-referred",
    "Longest wait",
    "Reached while closed",
  ]);
  const rule = h("p", { class: "wh-note wh-strong" });
  const silent = h("p", {});
  const side = h("p", {});
  const chart = barChart({
    caption: "By the level that the page was labelled with",
    rowsAre: "Level",
    series: [
      { label: "Reached", look: "solid" },
      { label: "Missed", look: "hollow" },
      { label: "Asked for, not reached, or said no", look: "hatched" },
      { label: "Over-referred", look: "faint" },
    ],
    rows: LEVELS.map((risk) => LEVEL_WORDS[risk]),
  });
  const node = h(
    "div",
    { class: "wh-stack wh-desk-results" },
    title,
    compared,
    numbers.node,
    rule,
    silent,
    side,
    chart.node,
  );
  let shown = false;

  return {
    node,
    /** @param {DeskState} state */
    update(state) {
      const results = resultsOf(state.play, scenario);
      const counts = count(results, scenario);
      setText(compared, firstWords(state));
      numbers.update(shares(counts, scenario.day.length));
      setText(rule, missedHigh(counts));
      setText(silent, silentWords(counts));
      silent.hidden = counts.silent === 0;
      setText(side, standingWords(standingOf(state.play, scenario)));
      const rows = LEVELS.map((risk) => countAt(results, scenario, risk));
      chart.update(
        rows.map(({ reached, missed, unreached, declined, over }) => [
          reached,
          missed,
          unreached + declined,
          over,
        ]),
        rows.map(rowWords),
      );
      if (!shown && node.isConnected) {
        focusSoon(title);
      }
      shown = true;
    },
  };
}

/** @param {DeskState} state */
function firstWords({ play: { first }, prediction }) {
  return first && prediction
    ? `You predicted ${prediction.guess} of ${first.need}. With the policy as it lay there it was ${first.reached}.`
    : "";
}

/** @param {Counts} counts */
function silentWords({ silent, missed }) {
  return silent > 0
    ? `In ${silent} of the ${missed} missed nothing is heard at all: they say it in words that no rule here listens for. Changing the rules does not reach them; somebody would have to ask.`
    : "";
}

/**
 * @param {Counts} counts
 * @param {number} all
 * @returns {(readonly [string, string])[]}
 */
function shares(counts, all) {
  const needing = `of ${counts.need}`;
  return [
    [String(counts.reached), needing],
    [String(counts.missed), needing],
    [
      String(counts.unreached + counts.declined),
      counts.declined > 0 ? `${needing}, ${counts.declined} said no` : needing,
    ],
    [String(counts.over), `of ${all}`],
    [duration(counts.longest_wait), "marked “now”"],
    [String(counts.reached_at_night), `of ${counts.reached} reached`],
  ];
}

/** @param {ReturnType<typeof countAt>} row */
function rowWords({ reached, missed, unreached, declined, over, fine }) {
  const parts = [
    [reached, "reached"],
    [missed, "missed"],
    [unreached, "not reached"],
    [declined, "said no"],
    [over, "over-referred"],
    [fine, "rightly handled"],
  ];
  return parts
    .filter(([number]) => number !== 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(", ");
}
