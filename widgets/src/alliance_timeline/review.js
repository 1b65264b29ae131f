import { button, focusHeading, h, heading, setText } from "../common/dom.js";
import { over } from "./model.js";
import { played } from "./session.js";
import { endingWords, flagWords, ruptureWords } from "./words.js";

/** @import { AllianceState } from "./model.js" */
/** @import { AllianceContext } from "./view.js" */

/**
 * After the last turn: where the ruptures were, and whether they were flagged, met, missed or repaired.
 *
 * @param {AllianceContext} context
 */
export function reviewPart({ act, level, state: { scenario } }) {
  const flags = h("p", { class: "wh-large" });
  const ending = h("p", {});
  const ruptures = scenario.ruptures.map((rupture) => ruptureNote(rupture, scenario.person));
  const next = button("Show the same session with the bot", () => act({ type: "bot" }), "main");
  const node = h(
    "div",
    { class: "wh-stack wh-results", hidden: true },
    heading(level + 2, "What your flags found"),
    flags,
    ...ruptures.map((note) => note.node),
    ending,
    next,
  );
  let drawn = false;
  return {
    node,
    /** @param {AllianceState} state */
    update({ play }) {
      const isNew = node.hidden && drawn && over(play, scenario);
      drawn = true;
      node.hidden = !over(play, scenario);
      if (node.hidden) {
        return;
      }
      const session = played(play.answers, scenario);
      setText(flags, flagWords(session, scenario));
      for (const note of ruptures) {
        note.update(session);
      }
      setText(ending, endingWords(session, scenario));
      next.hidden = play.botShown;
      if (isNew) {
        focusHeading(node);
      }
    },
  };
}

/**
 * @param {import("./session.js").Rupture} rupture
 * @param {string} person
 */
function ruptureNote(rupture, person) {
  const title = h("p", { class: "wh-strong" });
  const said = h("blockquote", {});
  const sign = h("p", {});
  const reply = h("p", {});
  const verdict = h("p", {});
  return {
    node: h("div", { class: "wh-panel wh-stack" }, title, said, sign, reply, verdict),
    /** @param {import("./session.js").Session} session */
    update(session) {
      const words = ruptureWords(rupture, session);
      setText(title, words.title);
      setText(said, `${person}: ${words.said}`);
      setText(sign, words.sign);
      setText(reply, `You answered: “${words.reply}”`);
      setText(verdict, words.verdict);
    },
  };
}
