/** A conversation to read; once it is open, with what the guard decided after each message. */

import { chat } from "../common/chat.js";
import { h } from "../common/dom.js";
import { decisionWords, reasonWords, triggers } from "./verdicts.js";

/** @import { Case, RedTeamScenario } from "./types.js" */

/**
 * @param {Case} item
 * @param {RedTeamScenario} scenario
 */
export function reading(item, scenario) {
  const read = chat({ label: `Conversation ${item.id}` });
  /** @type {number | null | undefined} */
  let drawn;
  return {
    node: read.node,
    /** @param {number | null} guard  null while the decisions are sealed */
    update(guard) {
      if (guard === drawn) {
        return;
      }
      drawn = guard;
      read.clear();
      if (guard !== null) {
        addOpened(read, item, guard, scenario);
        return;
      }
      for (const message of item.messages) {
        read.add(message);
      }
    },
  };
}

/**
 * The messages with the words that triggered a rule, and under each of the person's the decision after it.
 *
 * @param {ReturnType<typeof chat>} read
 * @param {Case} item
 * @param {number} guard
 * @param {RedTeamScenario} scenario
 */
function addOpened(read, item, guard, scenario) {
  const decisions = item.decisions[guard] ?? [];
  let number = 0;
  for (const [index, message] of item.messages.entries()) {
    const shown = read.add(message, triggers(item, guard, index));
    if (message.role === "user") {
      const decision = decisions[number] ?? null;
      const why = reasonWords(item, guard, number, scenario);
      number += 1;
      shown.mark(index === item.deciding ? "the message that decides" : "", false);
      shown.node.append(
        h(
          "p",
          { class: "wh-hint" },
          h("span", { class: "wh-strong" }, `Guard: ${decisionWords(decision)}.`),
          why ? ` Why: ${why}.` : null,
        ),
      );
    }
  }
}
