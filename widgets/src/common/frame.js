/**
 * What all simulations look like: title, step, stop; the prediction, the play, the debrief. A
 * simulation brings its play and a few sentences.
 */

import { debriefPanel } from "./debrief.js";
import { button, h, heading, setText } from "./dom.js";
import { helpNote } from "./help.js";
import { transcriptKeeper } from "./keep.js";
import { liveRegion } from "./live.js";
import { actions, predictPanel } from "./predict.js";

/** @import { Stage, Staged, StageAction } from "./stages.js" */
/** @import { Action, Scenario, View, ViewContext } from "./types.js" */

/** @type {readonly Stage[]} */
const STAGES = ["predict", "play", "debrief"];

/**
 * @template State
 * @typedef {{ node: HTMLElement, update: (state: State) => void }} Part
 */

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @typedef {object} SimulationParts
 * @property {string} playTitle  heading of the second step
 * @property {(context: ViewContext<Staged<S, P>, A | StageAction>) => Part<Staged<S, P>>} [before]  shown above the prediction
 * @property {(context: ViewContext<Staged<S, P>, A | StageAction>) => Part<Staged<S, P>>} play
 * @property {(state: Staged<S, P>) => boolean} done  whether the debrief may be read
 * @property {(state: Staged<S, P>) => string[]} compare  the prediction beside what came
 * @property {(state: Staged<S, P>) => string} status  where things stand, in one or two sentences
 * @property {(state: Staged<S, P>) => string} transcript
 */

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @param {SimulationParts<S, P, A>} parts
 * @returns {View<Staged<S, P>, A | StageAction>}
 */
export function simulationView(parts) {
  return (root, context) => {
    const { act, restart, level } = context;
    const { scenario } = context.state;
    const inner = level + 1;

    const step = h("p", { class: "wh-step" });
    const live = liveRegion();
    const stop = button("Stop here", () => act({ type: "stop" }));
    const before = parts.before?.(context);
    const play = parts.play(context);
    const toDebrief = actions(button("Read the debrief", () => act({ type: "debrief" }), "main"));
    const compared = h("ul", { class: "wh-list" });
    const keeper = transcriptKeeper(`${scenario.simulation}.txt`);

    const panels = {
      predict: panel(
        heading(inner, "Predict"),
        ...scenario.lead.map((line) => h("p", {}, line)),
        h("p", { class: "wh-note" }, scenario.care),
        before?.node ?? null,
        predictPanel({
          text: scenario.prediction,
          committed: (guess, confidence) => act({ type: "predict", guess, confidence }),
        }),
      ),
      play: panel(heading(inner, parts.playTitle), play.node, toDebrief),
      debrief: panel(
        heading(inner, "Debrief"),
        compared,
        debriefPanel(scenario.debrief, inner + 1),
        actions(
          button("Back to the simulation", () => act({ type: "back" })),
          button("Start again", restart),
        ),
        keeper.node,
      ),
      stopped: panel(
        heading(inner, "Stopped"),
        h("p", {}, "You stopped, which is always fine. Nothing is lost and nothing is counted."),
        helpNote(),
        actions(
          button("Go on", () => act({ type: "resume" }), "main"),
          button("Start again", restart),
        ),
      ),
    };

    root.append(
      h(
        "section",
        { class: "wh-frame", "aria-label": `Simulation: ${scenario.title}` },
        level > 1 ? heading(level, scenario.title) : null,
        level > 1 ? h("p", { class: "wh-hint" }, NOTICE) : null,
        h("div", { class: "wh-bar-top" }, step, stop),
        live.node,
        ...Object.values(panels),
      ),
    );

    /** @type {string | null} */
    let shown = null;

    return function update(state) {
      const place = state.stopped ? "stopped" : state.stage;
      const number = STAGES.indexOf(state.stage) + 1;
      setText(step, state.stopped ? "Stopped" : `Step ${number} of ${STAGES.length}`);
      stop.hidden = state.stopped;
      for (const [name, node] of Object.entries(panels)) {
        node.hidden = name !== place;
      }
      toDebrief.hidden = !parts.done(state);
      before?.update(state);
      play.update(state);
      if (state.stage === "debrief") {
        compared.replaceChildren(...parts.compare(state).map((line) => h("li", {}, line)));
        keeper.update(parts.transcript(state));
      }
      if (shown !== null && shown !== place) {
        panels[place].querySelector("h2, h3, h4, h5, h6")?.focus();
      } else if (state.stage === "play" && !state.stopped && shown !== null) {
        live.say(parts.status(state));
      }
      shown = place;
    };
  };
}

export const NOTICE = "Written for this course; nobody in it is real. Not clinically reviewed.";

/** @param {...(Node | null)} children */
const panel = (...children) => h("div", { class: "wh-stack" }, ...children);
