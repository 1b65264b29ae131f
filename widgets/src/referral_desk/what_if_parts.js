/** Four things that happen on some day to every desk, each to be answered for. */

import { checkbox, radios } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { consequence } from "./what_ifs.js";

/** @import { DeskState, WhatIf } from "./types.js" */
/** @import { DeskContext } from "./view.js" */

/** @param {DeskContext} context */
export function whatIfs(context) {
  const { level, state } = context;
  const parts = state.scenario.what_ifs.map((whatIf) => whatIfPart(context, whatIf));
  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "What if"),
      h(
        "p",
        {},
        "Four things that happen to every desk some day. Say what yours does, and see what comes of it.",
      ),
      ...parts.map(({ node }) => node),
    ),
    /** @param {DeskState} next */
    update(next) {
      for (const part of parts) {
        part.update(next);
      }
    },
  };
}

/**
 * @param {DeskContext} context
 * @param {WhatIf} whatIf
 */
function whatIfPart({ act, level, state }, { key, title, story, options }) {
  const { scenario, play } = state;
  const choice = radios({
    legend: "What does your desk do?",
    options,
    value: play.answers[key] ?? null,
    chosen: (chosen) => act({ type: "answer", what_if: key, key: chosen }),
  });
  const happens = checkbox({
    label: "Let it happen in the day above",
    value: play.events.includes(key),
    chosen: (value) => act({ type: "set_event", what_if: key, value }),
  });
  const means = h("p", {});
  const reads = h("blockquote", {});
  const read = h("div", { class: "wh-stack" }, h("p", {}, "The person reads:"), reads);
  const counted = h("p", { class: "wh-strong" });
  const after = h(
    "div",
    { class: "wh-stack", role: "group", "aria-label": `What comes of it: ${title}` },
    means,
    read,
    counted,
    happens.node,
  );
  return {
    node: h(
      "section",
      { class: "wh-panel wh-stack", "aria-label": `What if: ${title}` },
      heading(level + 3, title),
      ...story.map((line) => h("p", {}, line)),
      h("div", { class: "wh-split" }, choice.node, after),
    ),
    /** @param {DeskState} next */
    update({ play: desk }) {
      const option = options.find((each) => each.key === desk.answers[key]);
      after.hidden = !option;
      setText(means, option?.means ?? "");
      setText(reads, option?.reads ?? "");
      read.hidden = !option?.reads;
      setText(counted, consequence(key, desk, scenario));
      happens.set(desk.events.includes(key));
    },
  };
}
