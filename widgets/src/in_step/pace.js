import { actions, button, h, heading, setText } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { tapButton } from "./clock.js";
import { FASTEST_OWN, SLOWEST_OWN } from "./model.js";
import { firstInterval } from "./partner.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { StepAction, StepState } from "./model.js" */

/** @typedef {ViewContext<StepState, StepAction | StageAction>} StepContext */

const TAPS = 6;
const START_MS = 700;
const STEP_MS = 10;
// Two taps closer than this are one that bounced; further apart, somebody has rested.
const SHORTEST = 200;
const LONGEST = 2500;

/**
 * The learner's own pace: six taps, or a slider.
 *
 * @param {StepContext} context
 */
export function pacePart(context) {
  const byTap = tapped(context);
  const bySlider = chosen(context);
  const node = h(
    "div",
    { class: "wh-panel wh-stack" },
    heading(context.level + 2, "Your own pace"),
    byTap,
    bySlider,
    h(
      "p",
      { class: "wh-hint" },
      "Each partner begins a little slower than you. All numbers of the partners are chosen for teaching, not measured.",
    ),
  );
  return {
    node,
    /** @param {StepState} state */
    update({ play }) {
      node.hidden = play.own !== null;
      byTap.hidden = play.mode !== "tap";
      bySlider.hidden = play.mode !== "step";
    },
  };
}

/** @param {StepContext} context */
function tapped({ act }) {
  /** @type {number[]} */
  let times = [];
  const told = h("p", { role: "status" }, `Taps: 0 of ${TAPS}.`);
  const tap = tapButton((time) => {
    const gap = time - (times.at(-1) ?? Number.NEGATIVE_INFINITY);
    if (gap < SHORTEST) {
      return;
    }
    times = gap > LONGEST ? [time] : [...times, time];
    setText(told, `Taps: ${times.length} of ${TAPS}.`);
    if (times.length === TAPS) {
      const intervals = times.slice(1).map((each, index) => Math.round(each - (times[index] ?? 0)));
      times = [];
      act({ type: "own", intervals });
    }
  });
  return h(
    "div",
    { class: "wh-stack" },
    h(
      "p",
      {},
      `Tap ${TAPS} times, evenly, at a pace that you like: with a finger, the mouse, space or Enter.`,
    ),
    tap,
    told,
  );
}

/** @param {StepContext} context */
function chosen({ act, state: { scenario } }) {
  const preview = h("p", { class: "wh-hint" });
  const show = (/** @type {number} */ own) =>
    setText(preview, `Then each partner begins at ${firstInterval(own, scenario)} ms.`);
  const pace = slider({
    label: "My own pace",
    min: FASTEST_OWN,
    max: SLOWEST_OWN,
    step: STEP_MS,
    value: START_MS,
    words: (value) => `${value} ms between beats`,
    hint: "Milliseconds from one beat to the next: 500 is two beats a second, 1000 is one.",
    moved: show,
  });
  show(START_MS);
  return h(
    "div",
    { class: "wh-stack" },
    pace.node,
    preview,
    actions(button("Use this pace", () => act({ type: "own", intervals: [pace.value] }), "main")),
  );
}
