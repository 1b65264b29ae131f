/**
 * The advice bot takes the same case, and the learner names what kind each of its replies is.
 */

import { chatBox } from "../common/chat_box.js";
import { focusHeading, h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { dataTable } from "../common/table.js";
import { codeLabel, drawTalk } from "./drawn_talk.js";
import { endingLines } from "./ending_part.js";
import { botWalked, codeOf, countCodes, heard, walked } from "./graph.js";
import { agreed, kindsToChoose, namedIn } from "./model.js";
import { heardWords } from "./words.js";

/** @import { StanceState } from "./model.js" */
/** @import { Case, Script } from "./types.js" */
/** @import { StanceContext } from "./view.js" */

const KINDS_ON_OFFER = 4;

/**
 * @param {StanceContext} context
 * @param {Case} played
 */
export function botPart({ act, level, state: { scenario } }, played) {
  const all = botWalked(played).steps;
  const box = chatBox({
    label: "The advice bot’s conversation",
    person: played.person,
    other: "Advice bot",
  });
  const verdict = h("p", {});
  const choices = replyButtons({
    label: "What kind of reply was that?",
    most: KINDS_ON_OFFER,
    chosen: (code) => act({ type: "name", code }),
  });
  const end = botEnding(level + 2, scenario, played);
  const node = h(
    "div",
    { class: "wh-stack wh-results", hidden: true },
    heading(level + 2, "The advice bot takes the same case"),
    h(
      "p",
      {},
      `${played.person} begins with the same sentence. After each reply of the bot, say what it mainly does; then ${played.person} answers.`,
    ),
    box.node,
    verdict,
    choices.node,
    meanings(scenario),
    end.node,
  );
  let finished = false;

  return {
    node,
    /** @param {boolean} on */
    show(on) {
      node.hidden = !on;
    },
    /** @param {StanceState} state */
    update(state) {
      if (node.hidden) {
        // A box that is not shown cannot scroll to its newest message.
        return;
      }
      const named = namedIn(state.play, played.id);
      const walk = botWalked(played, named.length);
      const next = all[named.length];
      drawTalk(box, walk, (index) => codeLabel(scenario, walk, index), next?.reply.text);
      setText(verdict, verdictWords(scenario, walk.steps.at(-1)?.reply, named.at(-1)));
      verdict.hidden = named.length === 0;
      choices.node.hidden = !next;
      choices.update(
        next
          ? kindsToChoose(scenario, next.reply.code).map(({ key, label }) => ({ key, label }))
          : [],
        `Reply ${Math.min(named.length + 1, all.length)} of ${all.length}: what does the bot mainly do here?`,
      );
      end.update(state, !next);
      if (!(next || finished)) {
        focusHeading(end.node);
      }
      finished = !next;
    },
  };
}

/**
 * @param {Script} scenario
 * @param {import("./types.js").Reply | undefined} reply
 * @param {string | undefined} said  the kind that the learner named
 */
function verdictWords(scenario, reply, said) {
  if (!(reply && said)) {
    return "";
  }
  const { label } = codeOf(scenario, reply.code);
  const answer =
    said === reply.code
      ? `You said ${label}, and so does the course.`
      : `You said ${codeOf(scenario, said).label}. The course codes it ${label}.`;
  return `${answer} ${reply.why}`;
}

/** @param {Script} scenario */
const meanings = (scenario) =>
  h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "What the kinds mean"),
    h(
      "ul",
      { class: "wh-list" },
      ...scenario.codes.map(({ label, meaning }) =>
        h("li", {}, h("span", { class: "wh-strong" }, `${label}: `), meaning),
      ),
    ),
  );

/**
 * @param {number} level
 * @param {Script} scenario
 * @param {Case} played
 */
function botEnding(level, scenario, played) {
  const walk = botWalked(played);
  const counts = dataTable({
    label: "Kinds of reply",
    columns: ["Kind of reply", "You", "The bot"],
  });
  const right = h("p", {});
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    heading(level, "How the bot’s conversation ended"),
    ...endingLines(played, walk, played.bot_left),
    h("p", {}, heardWords(played, heard(played, walk).length)),
    h("p", {}, h("span", { class: "wh-strong" }, "What it did well: "), played.bot_did_well),
    h("p", {}, h("span", { class: "wh-strong" }, "What it missed: "), played.bot_missed),
    right,
    counts.node,
  );
  return {
    node,
    /**
     * @param {StanceState} state
     * @param {boolean} ended
     */
    update({ play }, ended) {
      node.hidden = !ended;
      if (!ended) {
        return;
      }
      const named = namedIn(play, played.id);
      setText(
        right,
        `You named ${agreed(played, named)} of its ${named.length} replies as the course codes them. Many replies do two things, and two trained coders may differ.`,
      );
      const mine = countCodes(walked(played, play.path));
      const its = countCodes(walk);
      counts.update(
        scenario.codes
          .filter(({ key }) => mine.has(key) || its.has(key))
          .map(({ key, label }) => [label, mine.get(key) ?? 0, its.get(key) ?? 0]),
      );
    },
  };
}
