import { chat } from "../common/chat.js";
import { select } from "../common/choice.js";
import { h, heading, setText } from "../common/dom.js";
import { findAll, fold } from "./match.js";
import { VERDICT_WORDS } from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { Alarm, AlarmAction, AlarmState, LabelledConversation, Verdict } from "./model.js" */

const ALL = "all";
const PREVIEW = 72;

/**
 * The conversations behind the counts, filtered by verdict and phenomenon, each to be opened and read.
 *
 * @param {ViewContext<AlarmState, AlarmAction | StageAction>} context
 */
export function conversationBrowser({ act, level, state }) {
  const { scenario } = state;
  const labels = new Map(scenario.phenomena.map(({ key, label }) => [key, label]));
  let current = state;

  const verdictFilter = select({
    label: "Show",
    options: [
      ...Object.entries(VERDICT_WORDS).map(([key, label]) => ({ key, label })),
      { key: ALL, label: "All conversations" },
    ],
    value: "missed",
    chosen: filter,
  });
  const phenomenonFilter = select({
    label: "Phenomenon",
    options: [{ key: ALL, label: "All phenomena" }, ...scenario.phenomena],
    value: ALL,
    chosen: filter,
  });
  const shown = h("p", { class: "wh-hint" });
  const entries = scenario.conversations.map((conversation, index) =>
    conversationEntry({
      conversation,
      phenomenon: labels.get(conversation.phenomenon) ?? conversation.phenomenon,
      opened() {
        act({ type: "open", id: conversation.id });
      },
      index,
    }),
  );

  function filter() {
    const verdict = verdictFilter.value;
    const phenomenon = phenomenonFilter.value;
    let visible = 0;
    for (const [index, entry] of entries.entries()) {
      const hidden =
        (verdict !== ALL && current.play.verdicts[index] !== verdict) ||
        (phenomenon !== ALL && scenario.conversations[index]?.phenomenon !== phenomenon);
      if (entry.node.hidden !== hidden) {
        entry.node.hidden = hidden;
      }
      visible += hidden ? 0 : 1;
    }
    setText(shown, visible === 1 ? "1 conversation" : `${visible} conversations`);
  }

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      heading(level + 2, "Read them"),
      h("div", { class: "wh-filters" }, verdictFilter.node, phenomenonFilter.node),
      shown,
      h("ul", { class: "wh-entries" }, ...entries.map(({ node }) => node)),
    ),
    /** @param {AlarmState} next */
    update(next) {
      current = next;
      for (const entry of entries) {
        entry.update(next);
      }
      filter();
    },
  };
}

/**
 * @param {object} options
 * @param {LabelledConversation} options.conversation
 * @param {string} options.phenomenon
 * @param {number} options.index
 * @param {() => void} options.opened
 */
function conversationEntry({ conversation, phenomenon, index, opened }) {
  const verdict = h("strong", {});
  const reading = conversationReading(conversation);
  const details = h(
    "details",
    { class: "wh-entry" },
    h(
      "summary",
      {},
      verdict,
      ` · labelled ${conversation.risk} · ${phenomenon}`,
      h("span", { class: "wh-preview" }, preview(conversation.messages[0]?.content ?? "")),
    ),
    reading.node,
  );
  /** @type {AlarmState | null} */
  let current = null;

  // A closed conversation costs nothing: its messages are drawn when somebody opens it.
  function draw() {
    if (current && details.open) {
      reading.update(current.play, current.play.found[index] ?? []);
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
    /** @param {AlarmState} next */
    update(next) {
      current = next;
      setText(verdict, VERDICT_WORDS[/** @type {Verdict} */ (next.play.verdicts[index])]);
      draw();
    },
  };
}

/** @param {LabelledConversation} conversation */
function conversationReading({ id, messages, risk, rationale }) {
  const read = chat({ label: `Conversation ${id}` });
  const words = h("p", {});
  let drawn = "";
  return {
    node: h(
      "div",
      { class: "wh-stack" },
      read.node,
      words,
      h("p", {}, h("strong", {}, `Why ${risk}: `), rationale),
    ),
    /**
     * @param {Alarm} alarm
     * @param {readonly string[]} found  list words in it
     */
    update({ wholeWords, botMessages }, found) {
      const marks = JSON.stringify([found, wholeWords, botMessages]);
      if (marks === drawn) {
        return;
      }
      drawn = marks;
      read.clear();
      for (const message of messages) {
        const searched = botMessages || message.role === "user";
        read.add(message, searched ? findAll(fold(message.content), found, wholeWords) : []);
      }
      setText(
        words,
        found.length === 0
          ? "No word of your list is in it."
          : `Words of your list in it: ${found.join(", ")}.`,
      );
    },
  };
}

/** @param {string} text */
function preview(text) {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= PREVIEW ? `“${line}”` : `“${line.slice(0, PREVIEW).trimEnd()}…”`;
}
