/** How heard one feels: once while the rules are hidden, once when they have been read. */

import { actions, button, h, heading } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { tiles } from "../common/tiles.js";
import { isRevealed } from "./model.js";

/** @import { MirrorState } from "./model.js" */
/** @import { MirrorContext } from "./view.js" */

const MIDDLE = 50;
const STEP = 5;
const HINT = "0: not at all. 100: completely. One question, not a validated measure.";

/** @param {number} value */
const ofHundred = (value) => `${value} of 100`;

/** @param {MirrorContext} context */
export function ratePart({ act, level, state: { scenario } }) {
  const heard = slider({
    label: "How heard do you feel?",
    min: 0,
    max: 100,
    step: STEP,
    value: MIDDLE,
    words: ofHundred,
    hint: HINT,
  });
  const node = h(
    "div",
    { class: "wh-panel wh-stack" },
    heading(level + 2, "Before you look inside"),
    heard.node,
    actions(
      button(
        "Commit my rating and show the rules",
        () => act({ type: "rate_before", value: heard.value }),
        "main",
      ),
    ),
  );
  return {
    node,
    /** @param {MirrorState} state */
    update({ play }) {
      node.hidden = play.said.length < scenario.least_turns || isRevealed(play);
    },
  };
}

/**
 * The second rating, and then both beside each other.
 *
 * @param {MirrorContext} context
 */
export function secondRating({ act }) {
  const again = slider({
    label: "How heard do you feel now?",
    min: 0,
    max: 100,
    step: STEP,
    value: MIDDLE,
    words: ofHundred,
    hint: `${HINT} The replies are the same as before.`,
  });
  const asked = h(
    "div",
    { class: "wh-panel wh-stack" },
    again.node,
    actions(
      button(
        "Commit my second rating",
        () => act({ type: "rate_after", value: again.value }),
        "main",
      ),
    ),
  );
  const both = tiles(["Rules hidden", "Rules shown"]);
  const node = h("div", {}, asked, both.node);
  return {
    node,
    /** @param {MirrorState} state */
    update({ play: { before, after } }) {
      asked.hidden = after !== null;
      both.node.hidden = after === null;
      both.update([
        [String(before ?? ""), "of 100 heard"],
        [String(after ?? ""), "of 100 heard"],
      ]);
    },
  };
}
