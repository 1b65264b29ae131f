import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { strip } from "../common/strip.js";
import { LISTEN } from "./clock.js";
import { LETTERS, roundLength } from "./partner.js";
import { stepRound, stepWords } from "./step_round.js";
import { beatsOf, current, heardFrom } from "./steps.js";
import { tapRound, tapWords } from "./tap_round.js";

/** @import { StepState } from "./model.js" */
/** @import { StepContext } from "./pace.js" */

const NO_LEAD = { lead: 0, listened: 0 };

/**
 * One partner after the other: beats together, and then the partner alone.
 *
 * @param {StepContext} context
 */
export function roundPart(context) {
  let { state } = context;
  const title = heading(context.level + 2, "");
  const before = h("p", {});
  const row = strip("a beat of the partner", "you play together");
  const tapping = tapRound(context, () => draw());
  const stepping = stepRound(context);
  const again = againButtons(context);
  const node = h(
    "div",
    { class: "wh-panel wh-stack" },
    title,
    before,
    row.node,
    tapping.node,
    stepping.node,
    again.node,
  );
  /** @type {number | null} */
  let shown = null;
  let drawn = 0;

  function draw() {
    const { play, scenario } = state;
    const index = play.own === null ? null : current(play, scenario);
    node.hidden = index === null;
    tapping.update(state);
    stepping.update(state);
    if (index === null) {
      shown = null;
      return;
    }
    drawPartner(index);
    // Another partner, or the same one from the start: the button that was pressed is gone.
    const count = beatsOf(play, index).length;
    if ((shown !== index || count < drawn) && node.isConnected) {
      focusHeading(node);
    }
    shown = index;
    drawn = count;
  }

  /** @param {number} index */
  function drawPartner(index) {
    const taps = state.play.mode === "tap";
    const { listened } = tapping;
    const news = beforeWords(state, index);
    tapping.node.hidden = !taps;
    stepping.node.hidden = taps;
    setText(title, `Partner ${LETTERS[index]}`);
    setText(before, news);
    before.hidden = news === "";
    row.update(
      boxes(state, index, taps ? { lead: LISTEN, listened } : NO_LEAD),
      ...(taps ? tapWords(state, index, listened) : stepWords(state, index)),
    );
    again.update(state, tapping.running);
  }

  return {
    node,
    /** @param {StepState} next */
    update(next) {
      state = next;
      draw();
    },
  };
}

/**
 * A way back to each partner that has played.
 *
 * @param {StepContext} context
 */
export function againButtons({ act }) {
  const buttons = LETTERS.map((letter, partner) =>
    button(`Play with ${letter} again`, () => act({ type: "again", partner })),
  );
  return {
    node: actions(...buttons),
    /**
     * @param {StepState} state
     * @param {boolean} busy  a round is being tapped
     */
    update({ play }, busy) {
      for (const [partner, node] of buttons.entries()) {
        node.hidden = busy || beatsOf(play, partner).length === 0;
      }
    },
  };
}

/**
 * What the partner before did alone.
 *
 * @param {StepState} state
 * @param {number | null} index  whose turn it is now
 */
export function beforeWords({ play, scenario }, index) {
  if (play.last === index || beatsOf(play, play.last).length < roundLength(scenario)) {
    return "";
  }
  const letter = LETTERS[play.last];
  const alone = heardFrom(play, play.last, scenario).slice(scenario.together);
  return play.mode === "tap"
    ? `Partner ${letter} has finished.`
    : `Partner ${letter} went on alone: ${alone.join(", ")} ms.`;
}

/**
 * @param {StepState} state
 * @param {number} index
 * @param {{ lead: number, listened: number }} watched  beats to watch at first, and those that were
 */
function boxes({ play, scenario }, index, { lead, listened }) {
  const count = beatsOf(play, index).length;
  const played = count > 0 ? lead + count : listened;
  return Array.from({ length: lead + roundLength(scenario) }, (_, place) => ({
    seen: place >= lead && place < lead + scenario.together,
    key: place < played,
  }));
}
