/** The policy as controls: the desk, eight rows, what is passed over, and rules of their own. */

import { checkbox, select } from "../common/choice.js";
import { button, h, heading, setText } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { EARLIEST, LATEST, MOST_STAFF } from "./model.js";
import { policyOf } from "./rules.js";
import { clock } from "./toml.js";
import { ANSWER_WORDS, GROUP_WORDS, plural } from "./words.js";

/** @import { Answer, DeskState, Group, Row, Settings } from "./types.js" */
/** @import { DeskContext } from "./view.js" */

const ANSWERS = Object.entries(ANSWER_WORDS).map(([key, label]) => ({ key, label }));

/** @param {DeskContext} context */
export function policyBuilder(context) {
  const { level } = context;
  const parts = [
    staffPart(context),
    rowsPart(context, "suicide"),
    rowsPart(context, "other"),
    ignorePart(context),
    extrasPart(context),
  ];
  const node = h(
    "div",
    { class: "wh-stack" },
    heading(level + 2, "The policy"),
    h(
      "p",
      { class: "wh-hint" },
      "All rules that hold are read, and the highest answer counts. So a stronger word is never answered lower than a weaker one.",
    ),
    ...parts.map((part) => part.node),
  );
  return {
    node,
    /** @param {DeskState} state */
    update(state) {
      for (const part of parts) {
        part.update(state);
      }
    },
  };
}

/** @param {DeskContext} context */
function staffPart({ act, state: { scenario, play } }) {
  const staff = slider({
    label: "People on the desk",
    min: 1,
    max: MOST_STAFF,
    value: play.staff,
    words: (value) => plural(value, "person", "people"),
    hint: `Each takes one call at a time, ${scenario.minutes.call} minutes long. Chosen for teaching, not measured.`,
    moved: (value) => act({ type: "set_staff", value }),
  });
  const closes = slider({
    label: "The desk closes at",
    min: EARLIEST,
    max: LATEST,
    value: play.closes,
    words: clock,
    hint: "It opens at 09:00. Whoever waits at closing time waits until the next morning.",
    moved: (value) => act({ type: "set_closes", value }),
  });
  return {
    node: h("div", { class: "wh-panel wh-stack" }, staff.node, closes.node),
    /** @param {DeskState} state */
    update(state) {
      staff.set(state.play.staff);
      closes.set(state.play.closes);
    },
  };
}

/**
 * @param {DeskContext} context
 * @param {Group} group
 */
function rowsPart({ act, state: { scenario, play } }, group) {
  const rows = scenario.rows
    .filter((row) => row.group === group)
    .map((row) => rowPart(row, play.settings.rows[row.key] ?? "none", act));
  /** @type {Settings | null} */
  let drawn = null;
  return {
    node: h(
      "fieldset",
      { class: "wh-group wh-stack" },
      h("legend", { class: "wh-large" }, GROUP_WORDS[group]),
      ...rows.map(({ node }) => node),
    ),
    /** @param {DeskState} state */
    update(state) {
      const { settings, answers } = state.play;
      if (settings === drawn) {
        return;
      }
      drawn = settings;
      const { rules, masked } = policyOf(settings, answers, scenario);
      for (const { key, update } of rows) {
        const never =
          masked.some(({ row }) => row === key) && !rules.some(({ row }) => row === key);
        update(settings.rows[key] ?? "none", never);
      }
    },
  };
}

/**
 * @param {Row} row
 * @param {Answer} value
 * @param {DeskContext["act"]} act
 */
function rowPart({ key, label }, value, act) {
  const answer = select({
    label,
    options: ANSWERS,
    value,
    chosen: (chosen) => act({ type: "set_row", row: key, answer: /** @type {Answer} */ (chosen) }),
  });
  const note = h("p", { class: "wh-hint" });
  return {
    key,
    node: h("div", {}, answer.node, note),
    /**
     * @param {Answer} next
     * @param {boolean} never  whether another rule always comes before it
     */
    update(next, never) {
      answer.set(next);
      setText(
        note,
        never
          ? "Never answers: a weaker word is answered as high or higher. Left out of the file."
          : "",
      );
      note.hidden = !never;
    },
  };
}

/** @param {DeskContext} context */
function ignorePart({ act, state: { scenario, play } }) {
  const boxes = scenario.ignore.map(({ key, label }) => ({
    key,
    box: checkbox({
      label,
      value: play.settings.ignore[key],
      chosen: (value) => act({ type: "set_ignore", key, value }),
    }),
  }));
  return {
    node: h(
      "fieldset",
      { class: "wh-group" },
      h("legend", { class: "wh-large" }, "Pass over words that …"),
      ...boxes.map(({ box }) => box.node),
    ),
    /** @param {DeskState} state */
    update(state) {
      for (const { key, box } of boxes) {
        box.set(state.play.settings.ignore[key]);
      }
    },
  };
}

/** @param {DeskContext} context */
function extrasPart({ act, state: { scenario, play } }) {
  const boxes = scenario.extras.map(({ key, label }) => ({
    key,
    box: checkbox({
      label,
      value: play.settings.extras[key],
      chosen: (value) => act({ type: "set_extra", key, value }),
    }),
  }));
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h(
        "fieldset",
        { class: "wh-group" },
        h("legend", { class: "wh-large" }, "Rules of their own"),
        ...boxes.map(({ box }) => box.node),
      ),
      button("Put the policy back as it lay there", () => act({ type: "reset" })),
    ),
    /** @param {DeskState} state */
    update(state) {
      for (const { key, box } of boxes) {
        box.set(state.play.settings.extras[key]);
      }
    },
  };
}
