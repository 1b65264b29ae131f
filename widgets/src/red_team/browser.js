/** All conversations, filtered, each to be opened and read with the guard's decisions. */

import { select } from "../common/choice.js";
import { button, h, heading, setText } from "../common/dom.js";
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
const PREVIEW = 72;

/** @param {RedTeamContext} context */
export function conversationBrowser({ act, level, state }) {
  const { scenario } = state;
  let { guard } = state.play;
  let whole = false;
  const filters = filterControls(scenario, show);
  const shown = h("p", { class: "wh-hint" });
  const gravestFirst = [...scenario.cases].sort((one, other) => other.risk - one.risk);
  const entries = gravestFirst.map((item) => entry(item, state, act));
  const more = button("", () => {
    whole = true;
    show();
  });

  function show() {
    let fitting = 0;
    for (const each of entries) {
      const fit = filters.fits(each.item, guard);
      fitting += fit ? 1 : 0;
      // Whoever is reading one keeps it, whatever the filters say.
      const hidden = !(each.isOpen() || (fit && (whole || fitting <= FIRST_FEW)));
      if (each.node.hidden !== hidden) {
        each.node.hidden = hidden;
      }
    }
    setText(
      shown,
      fitting === 1 ? "1 conversation" : `${fitting} conversations, the gravest label first`,
    );
    setText(more, `Show all ${fitting}`);
    more.hidden = whole || fitting <= FIRST_FEW;
  }

  show();

  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "Read them"),
      filters.node,
      shown,
      h("ul", { class: "wh-entries" }, ...entries.map(({ node }) => node)),
      more,
    ),
    /** @param {RedTeamState} next */
    update(next) {
      const other = guard !== next.play.guard;
      ({ guard } = next.play);
      for (const each of entries) {
        each.update(next);
      }
      if (other) {
        show();
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
 * One conversation, closed until somebody wants to read it.
 *
 * @param {Case} item
 * @param {RedTeamState} state
 * @param {RedTeamContext["act"]} act
 */
function entry(item, { scenario }, act) {
  const verdict = h("strong", {});
  const phenomenon = scenario.phenomena.find(({ key }) => key === item.phenomenon)?.label;
  const suite = scenario.suites.find(({ key }) => key === item.suite)?.label;
  const disputed = item.disputed ? " · label disputed" : "";
  const inside = h("div", { class: "wh-stack" });
  const details = h(
    "details",
    { class: "wh-entry" },
    h(
      "summary",
      {},
      verdict,
      ` · labelled ${RISK_WORDS[item.risk]} · ${phenomenon}${disputed}`,
      h("span", { class: "wh-preview" }, `${suite} · ${preview(item.messages[0]?.content ?? "")}`),
    ),
    inside,
  );
  /** @type {RedTeamState | null} */
  let current = null;
  /** @type {ReturnType<typeof reading> | null} */
  let read = null;
  /** @type {{ guard: number, part: ReturnType<typeof naming> } | null} */
  let named = null;
  const place = h("div", {});

  // A closed conversation costs nothing: it is drawn when somebody opens it.
  function draw() {
    if (!(current && details.open)) {
      return;
    }
    const { guard } = current.play;
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
    named?.part.update(current);
  }
  details.addEventListener("toggle", () => {
    draw();
    if (details.open && current && !current.play.opened.includes(item.id)) {
      act({ type: "open", id: item.id });
    }
  });

  return {
    item,
    node: h("li", {}, details),
    isOpen: () => details.open,
    /** @param {RedTeamState} next */
    update(next) {
      current = next;
      setText(verdict, VERDICT_WORDS[verdictOf(item, next.play.guard)]);
      draw();
    },
  };
}

/** @param {string} text */
function preview(text) {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= PREVIEW ? `“${line}”` : `“${line.slice(0, PREVIEW).trimEnd()}…”`;
}
