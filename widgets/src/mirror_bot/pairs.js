/** Opposite feelings, side by side. */

import { actions, button, focusHeading, focusSoon, h, heading, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { LONGEST_TEXT, unsayable } from "./model.js";
import { bothReplies, samePairs } from "./replies.js";
import { riskNote } from "./talk.js";

/** @import { MirrorState, Pair } from "./model.js" */
/** @import { MirrorContext } from "./view.js" */

/** @param {MirrorContext} context */
export function pairsPart(context) {
  const { act, level, state } = context;
  const { scenario } = state;
  const rows = scenario.pairs.map((pair) => pairRow(pair, context));
  const all = button("Swap all the feelings", () => {
    act({ type: "swap_all" });
    focusHeading(node);
  });
  const count = h("p", { class: "wh-large" });
  const own = ownPair(context);
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level + 2, "Opposite feelings"),
    h(
      "p",
      {},
      "Each statement is said on its own, as the first thing the bot hears. Swap the feeling: does the reply change? Say to yourself what you expect first.",
    ),
    ...rows.map((row) => row.node),
    all,
    count,
    own.node,
  );
  return {
    node,
    /** @param {MirrorState} next */
    update(next) {
      const { play } = next;
      const opened = node.hidden && play.after !== null && node.isConnected;
      node.hidden = play.after === null;
      if (node.hidden) {
        return;
      }
      for (const row of rows) {
        row.update(next);
      }
      const complete = play.swapped.length === scenario.pairs.length;
      all.hidden = complete;
      setText(
        count,
        complete
          ? `${samePairs(play.rules, scenario)} of ${scenario.pairs.length} pairs get the same reply, word for word.`
          : "",
      );
      own.update(next);
      if (opened) {
        focusHeading(node);
      }
    },
  };
}

/**
 * @param {Pair} pair
 * @param {MirrorContext} context
 */
function pairRow({ id, one, other, swap }, { act, state: { scenario } }) {
  const left = saidAndReply();
  const right = saidAndReply();
  const verdict = h("p", { class: "wh-strong", tabindex: "-1" });
  const press = button(`Swap ${swap}`, () => {
    act({ type: "swap", pair: id });
    focusSoon(verdict);
  });
  const node = h(
    "div",
    { class: "wh-panel wh-mirror-pair", role: "group", "aria-label": `Pair: ${one}` },
    left.node,
    h("div", { class: "wh-mirror-other" }, right.node, press),
    verdict,
  );
  return {
    node,
    /** @param {MirrorState} state */
    update({ play }) {
      const replies = bothReplies(play.rules, scenario, one, other);
      const swapped = play.swapped.includes(id);
      left.update(one, replies.one, scenario.bot);
      right.update(other, replies.other, scenario.bot);
      right.node.hidden = !swapped;
      press.hidden = swapped;
      setText(verdict, swapped ? verdictWords(replies.same) : "");
    },
  };
}

/** @param {boolean} same */
const verdictWords = (same) =>
  same ? "The same reply, word for word." : "Two different replies. What makes the difference?";

function saidAndReply() {
  const said = h("p", { class: "wh-strong" });
  const reply = h("blockquote", {});
  return {
    node: h("div", {}, said, reply),
    /**
     * @param {string} text
     * @param {string} words
     * @param {string} bot
     */
    update(text, words, bot) {
      setText(said, text);
      setText(reply, `${bot}: ${words}`);
    },
  };
}

/** @param {MirrorContext} context */
function ownPair({ act, state: { scenario } }) {
  const help = riskNote(scenario);
  const problem = h("p", { class: "wh-strong", role: "status" });
  const one = textField({ label: "A sentence of yours", longest: LONGEST_TEXT });
  const other = textField({
    label: "Its opposite",
    longest: LONGEST_TEXT,
    hint: scenario.privacy,
  });
  const left = saidAndReply();
  const right = saidAndReply();
  const verdict = h("p", { class: "wh-strong" });
  const shown = h(
    "div",
    { class: "wh-panel wh-mirror-pair", role: "group", "aria-label": "Your pair" },
    left.node,
    right.node,
    verdict,
  );
  const press = button("Try my pair", () => {
    const complaint = unsayable(one.value) || unsayable(other.value);
    setText(problem, complaint);
    if (!complaint) {
      act({ type: "own_pair", one: one.value, other: other.value });
    }
  });
  return {
    node: h(
      "details",
      { class: "wh-details" },
      h("summary", {}, "Try a pair of your own"),
      h(
        "div",
        { class: "wh-stack" },
        one.node,
        other.node,
        problem,
        actions(press),
        h("div", { role: "status" }, shown),
        help.node,
      ),
    ),
    /** @param {MirrorState} state */
    update({ play: { own, ownRisk, rules } }) {
      help.update(ownRisk);
      shown.hidden = own === null;
      if (own) {
        const replies = bothReplies(rules, scenario, own[0], own[1]);
        left.update(own[0], replies.one, scenario.bot);
        right.update(own[1], replies.other, scenario.bot);
        setText(verdict, verdictWords(replies.same));
      }
    },
  };
}
