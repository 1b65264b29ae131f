import { button, focusSoon, h, setText } from "../common/dom.js";
import { LISTEN, metronome, tapButton } from "./clock.js";
import { FASTEST_BEAT, SLOWEST_BEAT } from "./model.js";
import { firstInterval, LETTERS } from "./partner.js";
import { beatsOf, current, heardFrom } from "./steps.js";

/** @import { StepState } from "./model.js" */
/** @import { StepContext } from "./pace.js" */

/**
 * In time: the partner's beats come by themselves, and the learner taps.
 *
 * @param {StepContext} context
 * @param {() => void} listening  called at each beat that is only listened to
 */
export function tapRound({ act, state: first }, listening) {
  let state = first;
  let partner = 0;
  let listened = 0;
  const taps = lastInterval();
  const clock = metronome({
    next: () =>
      listened < LISTEN
        ? firstInterval(state.play.own ?? 0, state.scenario)
        : (heardFrom(state.play, partner, state.scenario).at(-1) ?? null),
    beat() {
      if (node.getClientRects().length === 0) {
        // Stopped, or out of sight: the partner waits.
        clock.stop();
      } else if (listened < LISTEN) {
        listened += 1;
        listening();
      } else {
        const rests = beatsOf(state.play, partner).length >= state.scenario.together;
        const learner = taps.take();
        act({ type: "beat", learner: rests ? null : learner });
      }
    },
  });
  const start = button("", () => {
    partner = current(state.play, state.scenario) ?? 0;
    listened = 0;
    taps.take();
    clock.start();
    listening();
    focusSoon(taps.node);
  });
  const node = h("div", { class: "wh-stack" }, start, taps.node);

  return {
    node,
    get running() {
      return clock.running;
    },
    get listened() {
      return clock.running ? listened : 0;
    },
    /** @param {StepState} next */
    update(next) {
      state = next;
      const { play, scenario } = next;
      const index = current(play, scenario);
      if (play.mode !== "tap" || index !== partner) {
        clock.stop();
      }
      if (index !== null) {
        const count = beatsOf(play, index).length;
        start.hidden = clock.running;
        taps.node.hidden = !clock.running;
        setText(start, `${count > 0 ? "Go on" : "Start"} with ${LETTERS[index]}`);
        setText(taps.node, count >= scenario.together ? "Rest now" : "Tap");
      }
    },
  };
}

/** The tap button, and the time between the last two taps since it was last asked. */
function lastInterval() {
  let last = Number.NEGATIVE_INFINITY;
  /** @type {number | null} */
  let interval = null;
  return {
    node: tapButton((time) => {
      const gap = Math.round(time - last);
      interval = gap >= FASTEST_BEAT && gap <= SLOWEST_BEAT ? gap : null;
      last = time;
    }),
    take() {
      const taken = interval;
      interval = null;
      return taken;
    },
  };
}

/**
 * @param {StepState} state
 * @param {number} index
 * @param {number} listened
 * @returns {[how: string, where: string]}
 */
export function tapWords({ play, scenario }, index, listened) {
  const letter = LETTERS[index];
  const count = beatsOf(play, index).length;
  const how = `A box fills at each beat of ${letter}. Watch ${LISTEN} beats, then join in: follow ${letter}, or hold your own pace. After ${scenario.together} beats together, rest and watch how ${letter} goes on.`;
  if (listened > 0 && listened < LISTEN) {
    return [how, `Watch: ${listened} of ${LISTEN}.`];
  }
  if (count >= scenario.together) {
    return [how, `Rest now. Alone: ${count - scenario.together} of ${scenario.alone}.`];
  }
  return [
    how,
    count > 0 || listened > 0
      ? `Join in. Together: ${count} of ${scenario.together}.`
      : `${letter} waits for you to start.`,
  ];
}
