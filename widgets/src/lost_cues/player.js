import { button, h, setText } from "../common/dom.js";

/**
 * A button that plays a sound and stops it. A sound never starts by itself, and it ends when its place on the
 * page is left.
 *
 * @param {object} options
 * @param {string} options.name  of the sound, as in “Play recording 1”
 * @param {string} options.sound  a data address
 * @param {() => void} options.heard  called when it begins to sound
 */
export function player({ name, sound, heard }) {
  const audio = h("audio", { src: sound, preload: "auto" });
  const problem = h("p", { class: "wh-hint", role: "status" });
  const toggle = button(`Play ${name}`, () => (audio.paused ? start() : stop()));

  function start() {
    // Stopping before it began is no problem to tell of; a sound that cannot be decoded is.
    audio.play().catch((error) => {
      if (error instanceof Error && error.name !== "AbortError") {
        setText(problem, "This browser cannot play the sound. Please read it instead.");
      }
    });
  }

  function stop() {
    audio.pause();
    audio.currentTime = 0;
  }

  audio.addEventListener("playing", () => {
    setText(toggle, `Stop ${name}`);
    heard();
  });
  audio.addEventListener("pause", () => setText(toggle, `Play ${name}`));
  audio.addEventListener("timeupdate", () => {
    if (!audio.paused && toggle.getClientRects().length === 0) {
      stop();
    }
  });
  return { node: h("div", {}, toggle, problem, audio) };
}
