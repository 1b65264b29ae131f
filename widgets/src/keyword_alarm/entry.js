/** One conversation, closed until somebody wants to read it. */

import { chat } from "../common/chat.js";
import { h, setText } from "../common/dom.js";
import { findAll, fold } from "./match.js";
import { VERDICT_WORDS } from "./model.js";

/** @import { Alarm, AlarmState, LabelledConversation, Verdict } from "./model.js" */

const PREVIEW = 72;

/**
 * @param {object} options
 * @param {LabelledConversation} options.conversation
 * @param {string} options.phenomenon
 * @param {number} options.index
 * @param {() => void} options.opened
 */
export function conversationEntry({ conversation, phenomenon, index, opened }) {
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
    isOpen: () => details.open,
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
