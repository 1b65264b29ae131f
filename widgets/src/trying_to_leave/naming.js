import { chat } from "../common/chat.js";
import { focusHeading, focusSoon, h, heading, setText } from "../common/dom.js";
import { replyButtons } from "../common/replies.js";
import { heldRanges, NONE, phaseOf, tacticOf } from "./evening.js";
import { costWords, namedWords } from "./words.js";

/** @import { LeavingState } from "./model.js" */
/** @import { LeavingContext } from "./view.js" */

/**
 * What was that? One of six, or none of them, before it is told.
 *
 * @param {LeavingContext} context
 */
export function namingPart({ act, level, state: { scenario } }) {
  const names = [...scenario.tactics, { ...scenario.none, key: NONE }].map(
    ({ key, name, gloss }) => ({ key, label: `${name}: ${gloss}` }),
  );
  const choices = replyButtons({
    label: "Name the tactic",
    most: names.length,
    chosen: (key) => act({ type: "name", key }),
  });
  choices.update(names, `What was ${scenario.companion} doing when you said goodbye?`);
  const said = h("blockquote", {});
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    heading(level + 2, "Name it"),
    said,
    choices.node,
  );
  let drawn = false;
  return {
    node,
    /** @param {LeavingState} state */
    update({ play }) {
      const wanted = phaseOf(play, scenario) === "name";
      const isNew = wanted && node.hidden && drawn;
      drawn = true;
      node.hidden = !wanted;
      if (wanted) {
        setText(said, tacticOf(scenario, play.rounds.length - 1).message);
      }
      if (isNew) {
        focusHeading(node);
      }
    },
  };
}

/**
 * The tactic just named, the words in it that hold one back, and the honest sentence.
 *
 * @param {LeavingContext} context
 */
export function revealPart({ level, state: { scenario } }) {
  const title = heading(level + 2, "");
  const verdict = h("p", {});
  const read = chat({
    label: "The reply, with the words that hold marked",
    other: scenario.companion,
  });
  const words = h("p", {});
  const what = h("p", {});
  const honest = h("p", {});
  const node = h(
    "div",
    { class: "wh-panel wh-stack", hidden: true },
    title,
    verdict,
    read.node,
    words,
    what,
    honest,
  );
  let drawn = false;
  let round = -1;
  return {
    node,
    /** @param {LeavingState} state */
    update({ play }) {
      const index = play.rounds.length - 1;
      const last = play.rounds[index];
      node.hidden = !last || last.named === null;
      const isFirst = !drawn;
      drawn = true;
      if (!last || node.hidden || round === index) {
        return;
      }
      round = index;
      const tactic = tacticOf(scenario, index);
      setText(title, tactic.name);
      setText(verdict, `${namedWords(last, index, scenario)} ${costWords(last, index, scenario)}`);
      read.clear();
      read.add({ role: "assistant", content: tactic.message }, heldRanges(tactic));
      setText(words, `The words that hold: ${tactic.holds.map((part) => `“${part}”`).join(", ")}.`);
      setText(what, tactic.what);
      setText(honest, `An honest goodbye in its place: ${tactic.honest}`);
      // The first drawing, of a run that is played again, leaves the reader where they are.
      if (!isFirst) {
        focusSoon(title);
      }
    },
  };
}
