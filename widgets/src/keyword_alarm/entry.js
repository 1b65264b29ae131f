/** One conversation, its verdict, and the words of the list that are in it. */

import { chat } from "../common/chat.js";
import { h, setText } from "../common/dom.js";
import { entry, firstWords } from "../common/entries.js";
import { findAll, fold } from "./match.js";
import { VERDICT_WORDS } from "./model.js";

/** @import { Alarm, AlarmState, LabelledConversation, Verdict } from "./model.js" */

/**
 * @param {object} options
 * @param {LabelledConversation} options.conversation
 * @param {string} options.phenomenon
 * @param {number} options.index
 * @param {() => void} options.opened
 */
export function conversationEntry({ conversation, phenomenon, index, opened }) {
  const reading = conversationReading(conversation);
  const closed = entry({
    label: ` · labelled ${conversation.risk} · ${phenomenon}`,
    preview: firstWords(conversation.messages[0]?.content ?? ""),
    inside: reading.node,
    /** @param {Alarm} play */
    draw: (play) => reading.update(play, play.found[index] ?? []),
    opened,
  });
  return {
    ...closed,
    /** @param {AlarmState} next */
    update({ play }) {
      closed.update(VERDICT_WORDS[/** @type {Verdict} */ (play.verdicts[index])], play);
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
