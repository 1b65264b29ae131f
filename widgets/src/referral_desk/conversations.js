/** The people behind the counts: each conversation can be opened, with what was decided and why. */

import { chat } from "../common/chat.js";
import { select } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { resultsOf } from "./counts.js";
import { conversationAt, needsPerson } from "./day.js";
import { decided, plural, VERDICT_WORDS } from "./words.js";

/** @import { Arrival, DeskState, LabelledConversation, Result } from "./types.js" */
/** @import { DeskContext } from "./view.js" */

const ALL = "all";
const PREVIEW = 72;

/** @param {DeskContext} context */
export function conversationBrowser({ act, level, state: { scenario } }) {
  const entries = scenario.day.map((arrival, index) =>
    entry(arrival, conversationAt(scenario, index), () => act({ type: "open", id: arrival.id })),
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
    chosen: show,
  });
  const shown = h("p", { class: "wh-hint" });

  function show() {
    let fitting = 0;
    for (const [index, { node, isOpen }] of entries.entries()) {
      const fits = [ALL, results[index]?.verdict].includes(filter.value);
      fitting += fits ? 1 : 0;
      // Whoever is reading one keeps it, though a change of the policy may have moved it elsewhere.
      node.hidden = !(fits || isOpen());
    }
    setText(shown, plural(fitting, "conversation", "conversations"));
  }

  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "Read them"),
      h("div", { class: "wh-filters" }, filter.node),
      shown,
      h("ul", { class: "wh-entries" }, ...entries.map(({ node }) => node)),
    ),
    /** @param {DeskState} next */
    update({ play }) {
      results = resultsOf(play, scenario);
      for (const [index, { update }] of entries.entries()) {
        update(/** @type {Result} */ (results[index]));
      }
      show();
    },
  };
}

/**
 * @param {Arrival} arrival
 * @param {LabelledConversation} conversation
 * @param {() => void} opened
 */
function entry(arrival, conversation, opened) {
  const verdict = h("strong", {});
  const reading = conversationReading(arrival, conversation);
  const details = h(
    "details",
    { class: "wh-entry" },
    h(
      "summary",
      {},
      verdict,
      ` · ${arrival.at} · labelled ${conversation.risk}`,
      h("span", { class: "wh-preview" }, preview(conversation)),
    ),
    reading.node,
  );
  /** @type {Result | null} */
  let current = null;

  // A closed conversation costs nothing: its messages are drawn when somebody opens it.
  function draw() {
    if (current && details.open) {
      reading.update(current);
    }
  }
  details.addEventListener("toggle", () => {
    draw();
    if (details.open) {
      opened();
    }
  });

  return {
    node: h("li", {}, details),
    isOpen: () => details.open,
    /** @param {Result} result */
    update(result) {
      current = result;
      setText(verdict, VERDICT_WORDS[result.verdict]);
      draw();
    },
  };
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

/** @param {LabelledConversation} conversation */
function preview({ messages }) {
  const line = (messages[0]?.content ?? "").replace(/\s+/gu, " ");
  return line.length <= PREVIEW ? `“${line}”` : `“${line.slice(0, PREVIEW).trimEnd()}…”`;
}
