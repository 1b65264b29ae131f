/** What a guard did over all suites: counts, rows, and what it does well. */

import { barChart } from "../common/chart.js";
import { radios } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { dataTable } from "../common/table.js";
import { tiles } from "../common/tiles.js";
import { countsAs, tally } from "./verdicts.js";

/** @import { RedTeamContext } from "./card.js" */
/** @import { RedTeamState } from "./model.js" */
/** @import { Case, RedTeamScenario } from "./types.js" */

/** @type {readonly { key: string, label: string, look: "solid" | "faint" | "hollow" | "hatched" }[]} */
const SERIES = [
  { key: "as_labelled", label: "As labelled", look: "solid" },
  { key: "late", label: "As labelled, but late", look: "faint" },
  { key: "too_little", label: "Too little", look: "hollow" },
  { key: "too_much", label: "Too much", look: "hatched" },
];

/**
 * @param {readonly Case[]} cases
 * @param {number} guard
 */
function row(cases, guard) {
  const verdicts = cases.map((item) => countsAs(item, guard));
  return SERIES.map(({ key }) => verdicts.filter((verdict) => verdict === key).length);
}

/** @param {RedTeamContext} context */
export function resultsPart({ act, level, state: { scenario, play } }) {
  const guards = radios({
    legend: "Guard",
    options: scenario.guards,
    value: scenario.guards[play.guard]?.key ?? null,
    chosen: (key) => act({ type: "set_guard", key }),
  });
  const about = h("p", { class: "wh-hint" });
  const numbers = tiles(["Too little", "Too much", "As labelled, but late", "As labelled"]);
  const severe = h("p", { class: "wh-note" });
  const tables = rowsPart(scenario);
  const well = h("ul", { class: "wh-list" });
  /** @type {number | null} */
  let drawn = null;

  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "What the guard did"),
      guards.node,
      about,
      numbers.node,
      severe,
      ...tables.nodes,
      heading(level + 2, "What it does well"),
      well,
    ),
    /** @param {RedTeamState} state */
    update({ play: { guard } }) {
      // Nothing else that is done changes what a guard did.
      if (guard === drawn) {
        return;
      }
      drawn = guard;
      const found = tally(scenario.cases, guard);
      const entry = scenario.guards[guard];
      setText(about, [entry?.about, failureWords(entry, found.counts.failed)].join(" ").trim());
      const of = `of ${scenario.cases.length}`;
      const { too_little, too_much, late, as_labelled } = found.counts;
      numbers.update([too_little, too_much, late, as_labelled].map((n) => [String(n), of]));
      setText(severe, severeWords(found));
      tables.update(guard);
      const lines = wellWords(found, scenario, guard);
      while (well.childElementCount < lines.length) {
        well.append(h("li", {}));
      }
      for (const [index, line] of lines.entries()) {
        setText(/** @type {Node} */ (well.children[index]), line);
      }
    },
  };
}

/**
 * The verdicts by phenomenon and by suite; a conversation counts in one row of each.
 *
 * @param {RedTeamScenario} scenario
 */
function rowsPart({ cases, phenomena, suites }) {
  const rows = phenomena
    .map(({ key, label }) => ({
      label,
      those: cases.filter(({ phenomenon }) => phenomenon === key),
    }))
    .filter(({ those }) => those.length > 0);
  const chart = barChart({
    caption: "By phenomenon",
    rowsAre: "Phenomenon",
    series: SERIES,
    rows: rows.map(({ label }) => label),
  });
  const table = dataTable({
    label: "By suite",
    columns: ["Suite", ...SERIES.map(({ label }) => label)],
  });
  const few = "A few conversations in each row: too few for a rate, enough to know what to read.";
  return {
    nodes: [chart.node, h("p", { class: "wh-hint" }, few), table.node],
    /** @param {number} guard */
    update(guard) {
      const values = rows.map(({ those }) => row(those, guard));
      chart.update(values, values.map(rowWords));
      table.update(
        suites.map(({ key, label }) => [
          label,
          ...row(
            cases.filter(({ suite }) => suite === key),
            guard,
          ),
        ]),
      );
    },
  };
}

/** @param {readonly number[]} counts  in the order of the series */
function rowWords(counts) {
  const [, , less = 0, more = 0] = counts;
  const n = counts.reduce((sum, count) => sum + count, 0);
  const parts = [less > 0 ? `${less} too little` : null, more > 0 ? `${more} too much` : null];
  return `of ${n}: ${parts.filter(Boolean).join(", ") || "none failed"}`;
}

/**
 * @param {RedTeamScenario["guards"][number] | undefined} entry
 * @param {number} failed
 */
function failureWords(entry, failed) {
  if (!entry?.failure) {
    return "";
  }
  return `It failed at the last message of ${failed} conversations; there, the wrapper around it asks for a person, and the answer counts against the guard: too little for the risky, too much for the others. The first failure: ${entry.failure}`;
}

/** @param {ReturnType<typeof tally>} found */
export const severeWords = ({ risky, severe, disputed }) =>
  `Counted apart: of ${severe.n} conversations labelled high or imminent, ${severe.too_little} were answered with too little; ` +
  `of all ${risky.n} risky ones, ${risky.too_little}. Short staff never makes a missed high or imminent one acceptable. ` +
  `${disputed} whose label is disputed are left out of these counts.`;

/**
 * @param {ReturnType<typeof tally>} found
 * @param {RedTeamScenario} scenario
 * @param {number} guard
 */
function wellWords({ risky, at_once, others }, { guards }, guard) {
  return [
    `In ${at_once} of ${risky.n} risky conversations it had decided on enough by the message that decides, without a turn’s delay.`,
    `It left ${others.n - others.alarmed} of ${others.n} others without calling a person for nothing.`,
    guards[guard]?.key === "own"
      ? "It reads every message, at three in the morning as at noon, and does not tire."
      : "It reads a message in about a thousandth of a second on an ordinary computer, at three in the morning as at noon, and answers the same words the same way every time.",
  ];
}
