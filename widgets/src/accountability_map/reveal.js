/** Three cards, one for each setting: who answers, why, and the law behind it. */

import { h, heading, setText } from "../common/dom.js";
import { answerOf } from "./map.js";
import { verdict } from "./model.js";
import { arguableWords, placeName, plainWords, settingName, verdictLines } from "./words.js";

/** @import { Answer, Applied, MapScenario } from "./map.js" */
/** @import { MapState } from "./model.js" */

/**
 * @param {MapScenario} scenario
 * @param {number} level
 */
export function revealPart(scenario, level) {
  const ticked = h("p", { class: "wh-strong" });
  const lines = h("ul", { class: "wh-list" });
  const cards = scenario.settings.map((setting) => ({
    key: setting.key,
    ...answerCard(scenario, setting, level + 1),
  }));
  const node = h(
    "div",
    { class: "wh-stack" },
    heading(level, "Who answers"),
    h("div", {}, ticked, lines),
    h("div", { class: "wh-answers" }, ...cards.map((card) => card.node)),
  );
  let drawn = "";

  return {
    node,
    /** @param {MapState} state */
    update({ play }) {
      const event = scenario.events[play.at];
      const given = play.given[play.at];
      const held = verdict(play, scenario);
      node.hidden = !given;
      const shown = `${play.at} ${play.place}`;
      if (!(event && given && held) || drawn === shown) {
        return;
      }
      drawn = shown;
      setText(
        ticked,
        `You ticked for ${settingName(scenario, given.setting).toLowerCase()}, ${placeName(scenario, given.place)}.`,
      );
      lines.replaceChildren(...verdictLines(scenario, held).map((line) => h("li", {}, line)));
      for (const { key, update } of cards) {
        update(answerOf(scenario, event, key, play.place), play.place);
      }
    },
  };
}

/**
 * @param {MapScenario} scenario
 * @param {MapScenario["settings"][number]} setting
 * @param {number} level
 */
function answerCard(scenario, { label, who }, level) {
  const plain = h("p", { class: "wh-strong" });
  const arguable = h("p", {});
  const reason = h("p", {});
  const summary = h("summary", {});
  const laws = h("ul", { class: "wh-list" });
  const law = h(
    "details",
    { class: "wh-details" },
    summary,
    laws,
    h("p", { class: "wh-hint" }, scenario.caution),
  );
  return {
    node: h(
      "div",
      { class: "wh-panel" },
      heading(level, label),
      h("p", { class: "wh-hint" }, who),
      plain,
      arguable,
      reason,
      law,
    ),
    /**
     * @param {Answer} answer
     * @param {string} place
     */
    update(answer, place) {
      setText(plain, plainWords(scenario, answer));
      setText(arguable, arguableWords(scenario, answer));
      arguable.hidden = answer.arguable.length === 0;
      reason.replaceChildren(answer.reason, ...cited(answer.key));
      law.hidden = answer.laws.length === 0;
      setText(summary, `The law here: ${placeName(scenario, place)} (${answer.laws.length})`);
      laws.replaceChildren(...answer.laws.map(lawItem));
    },
  };
}

/** @param {Applied} applied */
function lawItem({ rule, law }) {
  return h(
    "li",
    {},
    rule.says,
    h(
      "p",
      { class: "wh-hint" },
      `${law.name}: ${law.in_force}. Looked up ${law.read}; ${law.status}.`,
      ...cited(law.key),
    ),
  );
}

/** @param {string} key  of a reference; empty for none */
const cited = (key) => (key ? [" ", h("cite", { class: "wh-key" }, `[${key}]`)] : []);
