/** The rules, to be changed; and the same conversation, answered anew. */

import { checkbox } from "../common/choice.js";
import { actions, button, h, heading, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { slider } from "../common/slider.js";
import { dataTable } from "../common/table.js";
import { PLACE } from "./bot.js";
import { anew, samePairs } from "./replies.js";
import {
  changedRules,
  HIGHEST_RANK,
  LONGEST_REPLY,
  MOST_REPLIES,
  parseReplies,
  ruleName,
  unaddable,
} from "./rules.js";

/** @import { Rule } from "./bot.js" */
/** @import { MirrorState } from "./model.js" */
/** @import { RuleEdit } from "./rules.js" */
/** @import { MirrorContext } from "./view.js" */

/** @param {MirrorContext} context */
export function rulesPart(context) {
  const { act, level, state } = context;
  const { scenario } = state;
  let current = state;
  /** @type {(ReturnType<typeof ruleEntry>)[]} */
  let entries = [];
  const list = h("ul", { class: "wh-entries", "aria-label": "The rules" });
  const adding = newRule(context, () => current);
  const pairs = h("p", { class: "wh-strong" });
  const table = dataTable({
    label: "The same conversation, answered anew",
    columns: ["You wrote", "Reply then", "Reply with these rules"],
  });
  table.node.classList.add("wh-mirror-steps");
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level + 2, "Rewrite the rules"),
    h(
      "p",
      {},
      `Switch a rule off, change its rank or its replies, or add one. ${PLACE} stands where the captured words go. The conversation below and the pairs above follow at once.`,
    ),
    list,
    adding.node,
    actions(button("Put the rules back", () => act({ type: "reset_rules" }))),
    heading(level + 2, "The same conversation, answered anew"),
    pairs,
    table.node,
  );

  /** @param {RuleEdit} edit */
  function edited(edit) {
    const rules = current.play.rules.map(({ id, on, rank, templates }) =>
      id === edit.id ? edit : { id, on, rank, templates },
    );
    act({ type: "set_rules", rules });
  }

  return {
    node,
    /** @param {MirrorState} next */
    update(next) {
      current = next;
      const { play } = next;
      node.hidden = play.after === null;
      if (node.hidden) {
        return;
      }
      if (entries.length > play.rules.length) {
        entries = [];
        list.replaceChildren();
      }
      for (const rule of play.rules.slice(entries.length)) {
        const entry = ruleEntry(rule, edited);
        entries.push(entry);
        list.append(entry.node);
      }
      const changed = new Set(changedRules(play.rules, scenario));
      for (const [index, rule] of play.rules.entries()) {
        entries[index]?.update(rule, changed.has(rule.id));
      }
      setText(
        pairs,
        `${samePairs(play.rules, scenario)} of ${scenario.pairs.length} opposite pairs get the same reply with these rules.`,
      );
      table.update(answeredAnew(next));
    },
  };
}

/** @param {MirrorState} state */
function answeredAnew({ play, scenario }) {
  return anew(play, scenario).map(({ text, reply }, index) => {
    const then = play.said[index]?.reply ?? "";
    return [text, then, reply === then ? "the same" : reply];
  });
}

/**
 * @param {Rule} rule
 * @param {(edit: RuleEdit) => void} edited
 */
function ruleEntry(rule, edited) {
  const name = ruleName(rule);
  let current = rule;
  /** @param {Partial<RuleEdit>} part */
  const change = (part) => {
    const { id, on, rank, templates } = current;
    edited({ id, on, rank, templates, ...part });
  };
  const state = h("span", { class: "wh-hint" });
  const on = checkbox({
    label: `Rule for ${name} is on`,
    value: rule.on,
    chosen: (value) => change({ on: value }),
  });
  const rank = slider({
    label: `Rank of ${name}`,
    min: 0,
    max: HIGHEST_RANK,
    value: rule.rank,
    hint: "Of all keywords found in a sentence, the highest rank wins.",
    moved: (value) => change({ rank: value }),
  });
  const replies = textField({
    label: `Replies of ${name}, one a line`,
    rows: 4,
    longest: LONGEST_REPLY * MOST_REPLIES,
    hint: `At most ${MOST_REPLIES}, taken in turn. A reply with ${PLACE} is used only when something was captured.`,
    changed: (text) => change({ templates: parseReplies(text) }),
  });
  return {
    node: h(
      "li",
      {},
      h(
        "details",
        { class: "wh-entry" },
        h("summary", {}, h("strong", {}, name), state),
        h(
          "div",
          { class: "wh-stack" },
          h("p", {}, `Keywords: ${rule.keywords.join(", ")}.`),
          on.node,
          rank.node,
          replies.node,
        ),
      ),
    ),
    /**
     * @param {Rule} next
     * @param {boolean} changed
     */
    update(next, changed) {
      current = next;
      setText(
        state,
        ` · rank ${next.rank} · ${next.on ? "on" : "off"}${changed ? " · changed by you" : ""}`,
      );
      on.set(next.on);
      rank.set(next.rank);
      // A line that is being begun says nothing yet, and stays.
      if (parseReplies(replies.value).join("\n") !== next.templates.join("\n")) {
        replies.set(next.templates.join("\n"));
      }
    },
  };
}

/**
 * @param {MirrorContext} context
 * @param {() => MirrorState} now
 */
function newRule({ act }, now) {
  const problem = h("p", { class: "wh-strong", role: "status" });
  const keyword = textField({ label: "Keyword of the new rule", longest: 40 });
  const reply = textField({
    label: "Reply of the new rule",
    longest: LONGEST_REPLY,
    hint: `For example: That is a strong word. What does it mean to you? Or with ${PLACE}.`,
  });
  const rank = slider({ label: "Rank of the new rule", min: 0, max: HIGHEST_RANK, value: 9 });
  const add = button("Add the rule", () => {
    const complaint = unaddable(now().play.rules, keyword.value, reply.value);
    setText(problem, complaint || `Added: “${keyword.value}”, rank ${rank.value}.`);
    if (!complaint) {
      act({ type: "add_rule", keyword: keyword.value, reply: reply.value, rank: rank.value });
      keyword.set("");
      reply.set("");
    }
  });
  return {
    node: h(
      "details",
      { class: "wh-details" },
      h("summary", {}, "Add a rule"),
      h("div", { class: "wh-stack" }, keyword.node, reply.node, rank.node, actions(add), problem),
    ),
  };
}
