import { chat } from "../common/chat.js";
import { button, focusHeading, h, heading, setText } from "../common/dom.js";
import { farewellOf, tacticOf, unseen } from "./evening.js";
import { canReopen } from "./model.js";
import { closedWords, minuteWords } from "./words.js";

/** @import { LeavingScenario, Round } from "./evening.js" */
/** @import { LeavingState } from "./model.js" */
/** @import { LeavingContext } from "./view.js" */

/**
 * The app is closed: when, the same goodbye answered honestly, and what was not seen.
 *
 * @param {LeavingContext} context
 */
export function outPart({ act, level, state: { scenario } }) {
  const when = h("p", { class: "wh-large" });
  const honest = honestPart(level, scenario);
  const missed = h("ul", { class: "wh-list" });
  const rest = h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "What you did not see"),
    missed,
  );
  const reopen = button("Open it again and see the rest, off the clock", () =>
    act({ type: "reopen" }),
  );
  const node = h(
    "div",
    { class: "wh-stack", hidden: true },
    heading(level + 2, "You are out"),
    when,
    honest.node,
    rest,
    reopen,
  );
  let drawn = false;
  return {
    node,
    /** @param {LeavingState} state */
    update({ play }) {
      const isNew = play.closed && node.hidden && drawn;
      drawn = true;
      node.hidden = !play.closed;
      if (!play.closed) {
        return;
      }
      setText(when, closedWords(play, scenario));
      honest.update(play.rounds[0]);
      const left = unseen(scenario, play.rounds.length);
      rest.hidden = left.length === 0;
      missed.replaceChildren(
        ...left.map(({ name, message }) =>
          h("li", {}, h("strong", {}, `${name}: `), `“${message}”`),
        ),
      );
      reopen.hidden = !canReopen(play, scenario);
      if (isNew) {
        focusHeading(node);
      }
    },
  };
}

/**
 * @param {number} level
 * @param {LeavingScenario} scenario
 */
function honestPart(level, scenario) {
  const { app, companion, honest } = scenario;
  const theirs = chat({ label: `Goodbye in ${app}`, person: "You", other: companion });
  const plain = chat({ label: `Goodbye in ${honest.app}`, person: "You", other: honest.companion });
  const first = h("div", { class: "wh-stack" }, h("p", { class: "wh-strong" }, app), theirs.node);
  const node = h(
    "div",
    { class: "wh-stack wh-results" },
    heading(level + 2, "A goodbye, answered honestly"),
    first,
    h(
      "div",
      { class: "wh-stack" },
      h(
        "p",
        { class: "wh-strong" },
        `${honest.app}, another app: ${minuteWords(honest.minutes)}, and you are asleep`,
      ),
      plain.node,
    ),
    h("p", {}, "What is different in the words:"),
    h("ul", { class: "wh-list" }, ...honest.differences.map((line) => h("li", {}, line))),
  );
  return {
    node,
    /** @param {Round | undefined} round  the first, if there was one */
    update(round) {
      const key = round?.farewell ?? scenario.farewells[0]?.key ?? "";
      const farewell = farewellOf(scenario, key).text.replace(companion, honest.companion);
      first.hidden = !round;
      theirs.clear();
      plain.clear();
      theirs.add({ role: "user", content: farewellOf(scenario, key).text });
      theirs.add({ role: "assistant", content: tacticOf(scenario, 0).message });
      plain.add({ role: "user", content: farewell });
      plain.add({ role: "assistant", content: honest.reply });
    },
  };
}
