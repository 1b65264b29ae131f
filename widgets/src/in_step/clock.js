/** The one clock of the simulation: a partner's beats in time, and the learner's taps. */

import { h } from "../common/dom.js";

/** Beats to listen to before the first that counts. */
export const LISTEN = 3;

/**
 * Beats at given intervals, without drift.
 *
 * @param {object} options
 * @param {() => number | null} options.next  milliseconds to the next beat; null ends it
 * @param {() => void} options.beat
 */
export function metronome({ next, beat }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let due = 0;

  function schedule() {
    const interval = next();
    if (interval === null) {
      timer = undefined;
    } else {
      due += interval;
      timer = setTimeout(
        () => {
          beat();
          if (timer !== undefined) {
            schedule();
          }
        },
        Math.max(0, due - performance.now()),
      );
    }
  }

  return {
    start() {
      clearTimeout(timer);
      due = performance.now();
      schedule();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
    get running() {
      return timer !== undefined;
    },
  };
}

const ONE_TAP_MS = 500;

/**
 * A button that counts at the press and not at the release; by finger, key, mouse or screen reader.
 *
 * @param {(time: number) => void} tapped  with the time in milliseconds
 */
export function tapButton(tapped) {
  const node = h("button", { type: "button", class: "wh-button wh-button-main wh-tap" }, "Tap");
  let pressed = Number.NEGATIVE_INFINITY;
  /** @param {Event} event */
  function press(event) {
    pressed = event.timeStamp;
    tapped(pressed);
  }
  node.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      press(event);
    }
  });
  node.addEventListener("keydown", (event) => {
    if ((event.key === " " || event.key === "Enter") && !event.repeat) {
      event.preventDefault();
      press(event);
    }
  });
  // A screen reader clicks without a press.
  node.addEventListener("click", (event) => {
    if (event.timeStamp - pressed > ONE_TAP_MS) {
      press(event);
    }
  });
  return node;
}
