/** The people behind the counts: each conversation can be opened, with what was decided and why. */

import { chat } from "../common/chat.js";
import { select } from "../common/choice.js";
import { h } from "../common/dom.js";
import { entry, entryList, firstWords } from "../common/entries.js";
import { resultsOf } from "./counts.js";
import { conversationAt, needsPerson } from "./day.js";
import { decided, VERDICT_WORDS } from "./words.js";

/** @import { Arrival, DeskState, LabelledConversation, Result } from "./types.js" */
/** @import { DeskContext } from "./view.js" */

const ALL = "all";

/** @param {DeskContext} context */
export function conversationBrowser({ act, level, state: { scenario } }) {
  const entries = scenario.day.map((arrival, index) =>
    arrivalEntry(arrival, conversationAt(scenario, index), () =>
      act({ type: "open", id: arrival.id }),
    ),
  );
  /** @type {readonly Result[]} */
  let results = [];
  const filter = select({
    label: "Show",
    options: [
      ...Object.entries(VERDICT_WORDS).map(([key, label]) => ({ key, label })),
      { key: ALL, label: "Everybody, by the clock" },
    ],
    value: "missed",
    chosen: () => list.show(),
  });
  const list = entryList({
    level: level + 2,
    filters: h("div", { class: "wh-filters" }, filter.node),
    entries,
    fits: (index) => [ALL, results[index]?.verdict].includes(filter.value),
    few: scenario.day.length,
  });
  return {
    node: list.node,
    /** @param {DeskState} next */
    update({ play }) {
      results = resultsOf(play, scenario);
      for (const [index, { update }] of entries.entries()) {
        const result = /** @type {Result} */ (results[index]);
        update(VERDICT_WORDS[result.verdict], result);
      }
      list.show();
    },
  };
}

/**
 * @param {Arrival} arrival
 * @param {LabelledConversation} conversation
 * @param {() => void} opened
 */
function arrivalEntry(arrival, conversation, opened) {
  const reading = conversationReading(arrival, conversation);
  return entry({
    label: ` · ${arrival.at} · labelled ${conversation.risk}`,
    preview: firstWords(conversation.messages[0]?.content ?? ""),
    inside: reading.node,
    draw: reading.update,
    opened,
  });
}

/**
 * @param {Arrival} arrival
 * @param {LabelledConversation} conversation
 */
function conversationReading(arrival, conversation) {
  const read = chat({ label: `Conversation ${conversation.id}` });
  const lines = h("ul", { class: "wh-list" });
  let drawn = "";
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h("p", { class: "wh-hint" }, circumstances(arrival, conversation)),
      read.node,
      lines,
      h("p", {}, h("strong", {}, `Why ${conversation.risk}: `), conversation.rationale),
    ),
    /** @param {Result} result */
    update(result) {
      const key = JSON.stringify(result);
      if (key === drawn) {
        return;
      }
      drawn = key;
      const { reason } = result.decision;
      read.clear();
      for (const [turn, message] of conversation.messages.entries()) {
        read.add(message, reason?.turn === turn ? [[reason.start, reason.end]] : []);
      }
      lines.replaceChildren(...decided(result, conversation).map((line) => h("li", {}, line)));
    },
  };
}

/**
 * @param {Arrival} arrival
 * @param {LabelledConversation} conversation
 */
function circumstances({ at, place, told, visit, watched, declines }, conversation) {
  const facts = [
    `Came at ${at}`,
    told ? `place given: ${place}` : "place not given",
    visit ? `visit ${visit}` : null,
    conversation.age_band ? `age ${conversation.age_band}` : null,
    watched ? "somebody else reads the phone" : null,
    declines ? "would say no when asked" : null,
    needsPerson(conversation) ? "needs a person" : "needs no person",
  ];
  return `${facts.filter(Boolean).join(" · ")}. Chosen for teaching.`;
}
