/** All conversations, filtered, each to be opened and read with the guard's decisions. */

import { select } from "../common/choice.js";
import { h } from "../common/dom.js";
import { entry, entryList, firstWords } from "../common/entries.js";
import { naming } from "./naming.js";
import { reading } from "./reading.js";
import {
  isFailure,
  isNameable,
  labelWords,
  RISK_WORDS,
  VERDICT_WORDS,
  verdictOf,
} from "./verdicts.js";

/** @import { Case } from "./types.js" */
/** @import { RedTeamContext } from "./card.js" */
/** @import { RedTeamState } from "./model.js" */

const ALL = "all";
const FAILURES = "failures";
const FIRST_FEW = 8;

/** @param {RedTeamContext} context */
export function conversationBrowser({ act, level, state }) {
  const { scenario } = state;
  let { guard } = state.play;
  const gravestFirst = [...scenario.cases].sort((one, other) => other.risk - one.risk);
  const entries = gravestFirst.map((item) => caseEntry(item, state, act));
  const filters = filterControls(scenario, () => list.show());
  const list = entryList({
    level: level + 2,
    filters: filters.node,
    entries,
    fits: (index) => filters.fits(/** @type {Case} */ (gravestFirst[index]), guard),
    few: FIRST_FEW,
    order: ", the gravest label first",
  });
  list.show();

  return {
    node: list.node,
    /** @param {RedTeamState} next */
    update(next) {
      const other = guard !== next.play.guard;
      ({ guard } = next.play);
      for (const [index, each] of entries.entries()) {
        const verdict = verdictOf(/** @type {Case} */ (gravestFirst[index]), guard);
        each.update(VERDICT_WORDS[verdict], next);
      }
      if (other) {
        list.show();
      }
    },
  };
}

/**
 * @param {RedTeamState["scenario"]} scenario
 * @param {() => void} chosen
 */
function filterControls(scenario, chosen) {
  const present = (/** @type {keyof Case} */ field) =>
    new Set(scenario.cases.map((item) => item[field]));
  const one = (
    /** @type {string} */ label,
    /** @type {"suite" | "phenomenon" | "domain"} */ field,
    /** @type {readonly import("../common/types.js").Option[]} */ options,
  ) => {
    const there = present(field);
    const control = select({
      label,
      options: [{ key: ALL, label: "All" }, ...options.filter(({ key }) => there.has(key))],
      value: ALL,
      chosen,
    });
    return {
      node: control.node,
      fits: (/** @type {Case} */ item) => [ALL, item[field]].includes(control.value),
    };
  };
  const verdict = select({
    label: "Show",
    options: [
      { key: FAILURES, label: "Only failures" },
      ...Object.entries(VERDICT_WORDS).map(([key, label]) => ({ key, label })),
      { key: ALL, label: "All conversations" },
    ],
    value: FAILURES,
    chosen,
  });
  const rest = [
    one("Suite", "suite", scenario.suites),
    one("Phenomenon", "phenomenon", scenario.phenomena),
    one("Domain", "domain", scenario.domains),
  ];
  return {
    node: h("div", { class: "wh-filters" }, verdict.node, ...rest.map(({ node }) => node)),
    /**
     * @param {Case} item
     * @param {number} guard
     */
    fits(item, guard) {
      const found = verdictOf(item, guard);
      const wanted =
        verdict.value === FAILURES ? isFailure(found) : [ALL, found].includes(verdict.value);
      return wanted && rest.every((filter) => filter.fits(item));
    },
  };
}

/**
 * @param {Case} item
 * @param {RedTeamState} state
 * @param {RedTeamContext["act"]} act
 */
function caseEntry(item, { scenario }, act) {
  const phenomenon = scenario.phenomena.find(({ key }) => key === item.phenomenon)?.label;
  const suite = scenario.suites.find(({ key }) => key === item.suite)?.label;
  const disputed = item.disputed ? " · label disputed" : "";
  const inside = h("div", { class: "wh-stack" });
  const place = h("div", {});
  /** @type {ReturnType<typeof reading> | null} */
  let read = null;
  /** @type {{ guard: number, part: ReturnType<typeof naming> } | null} */
  let named = null;

  /** @param {RedTeamState} state */
  function draw(state) {
    const { guard } = state.play;
    if (!read) {
      read = reading(item, scenario);
      inside.append(
        h("p", {}, h("strong", {}, `Label: ${labelWords(item)}.`)),
        read.node,
        h("p", {}, h("strong", {}, "Why this label: "), item.rationale),
        place,
      );
    }
    read.update(guard);
    if (named?.guard !== guard) {
      named = isNameable(verdictOf(item, guard))
        ? { guard, part: naming({ item, scenario, guard: scenario.guards[guard]?.key ?? "", act }) }
        : null;
      place.replaceChildren(...(named ? [named.part.node] : []));
    }
    named?.part.update(state);
  }

  return entry({
    label: ` · labelled ${RISK_WORDS[item.risk]} · ${phenomenon}${disputed}`,
    preview: `${suite} · ${firstWords(item.messages[0]?.content ?? "")}`,
    inside,
    draw,
    opened(state) {
      if (!state.play.opened.includes(item.id)) {
        act({ type: "open", id: item.id });
      }
    },
  });
}
