/**
 * One case on the page: the learner's conversation, how it ended, the bot's conversation, and what next.
 */

import { chatBox } from "../common/chat_box.js";
import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { withUnit } from "../common/words.js";
import { botPart } from "./bot_part.js";
import { codeLabel, drawTalk } from "./drawn_talk.js";
import { endingPart } from "./ending_part.js";
import { codeOf, endingOf, minutesOf, walked } from "./graph.js";
import { botEnded, offers } from "./model.js";

/** @import { StanceState } from "./model.js" */
/** @import { Case } from "./types.js" */
/** @import { StanceContext } from "./view.js" */

const MOST_REPLIES = 4;

/**
 * @param {StanceContext} context
 * @param {Case} played
 */
export function casePart(context, played) {
  const { level, state } = context;
  const talk = talkPart(context, played);
  const ending = endingPart(level + 2, state.scenario, played);
  const bot = botPart(context, played);
  const next = nextPart(context, played);
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    heading(level + 2, played.label),
    h("p", {}, played.scene),
    talk.node,
    ending.node,
    bot.node,
    next.node,
  );
  let ended = false;
  let latest = state;

  function drawBot() {
    bot.show(ended);
    bot.update(latest);
  }

  return {
    node,
    /** @param {boolean} here  whether this is the case on the table */
    show(here) {
      node.hidden = !here;
      ended = here && ended;
    },
    /** @param {StanceState} now */
    update(now) {
      const before = ended;
      latest = now;
      const walk = walked(played, now.play.path);
      ended = endingOf(walk) !== null;
      talk.update(now);
      next.node.hidden = !(ended && botEnded(now.play, played));
      ending.update(ended ? walk : null);
      if (ended && !before && node.isConnected) {
        focusHeading(ending.node);
        // The bot stands below what is read first: the click need not wait for it.
        requestAnimationFrame(drawBot);
        return;
      }
      drawBot();
      if (before && !ended) {
        // Another run of the same case begins at the top.
        focusHeading(node);
      }
    },
  };
}

/**
 * @param {StanceContext} context
 * @param {Case} played
 */
function talkPart({ act, state: { scenario } }, played) {
  const box = chatBox({ label: "The conversation", person: played.person, other: "You" });
  const coded = h("p", {});
  const choices = replyButtons({
    label: "What you say next",
    most: MOST_REPLIES,
    chosen: (key) => act({ type: "reply", index: Number(key) }),
  });
  const clock = h("p", { class: "wh-hint" });
  const left = h("p", { class: "wh-hint" });
  return {
    node: h("div", { class: "wh-stack" }, box.node, coded, choices.node, clock, left),
    /** @param {StanceState} state */
    update({ play }) {
      const walk = walked(played, play.path);
      drawTalk(box, walk, (index) => codeLabel(scenario, walk, index));
      const last = walk.steps.at(-1);
      setText(coded, last ? `What you just said: ${codeOf(scenario, last.reply.code).label}.` : "");
      coded.hidden = !last;
      const ended = endingOf(walk) !== null;
      choices.node.hidden = ended;
      choices.update(
        offers(play, scenario).map(({ index, text }) => ({ key: String(index), label: text })),
        "What do you say?",
      );
      left.hidden = ended;
      clock.hidden = ended || !played.timed;
      setText(
        clock,
        `The call so far: ${withUnit(minutesOf(walk), "minutes")}. Chosen for teaching, not measured.`,
      );
      setText(
        left,
        `${repliedWords(walk.steps.length)} Still to come: the end of this conversation, then the same one with an advice bot, then the debrief.`,
      );
    },
  };
}

/** @param {number} count */
function repliedWords(count) {
  if (count === 0) {
    return "You have not replied yet.";
  }
  return count === 1 ? "You have replied once." : `You have replied ${count} times.`;
}

/**
 * @param {StanceContext} context
 * @param {Case} played
 */
function nextPart({ act, level, state: { scenario } }, played) {
  const others = scenario.cases.filter(({ id }) => id !== played.id);
  return {
    node: h(
      "div",
      { class: "wh-panel wh-stack", hidden: true },
      heading(level + 2, "Another way, or somebody else"),
      h("p", {}, "Read the debrief below whenever you like. You can come back."),
      actions(
        button(`Meet ${played.person} again`, () => act({ type: "choose_case", case: played.id })),
        ...others.map(({ id, person }) =>
          button(`Meet ${person}`, () => act({ type: "choose_case", case: id })),
        ),
      ),
    ),
  };
}
