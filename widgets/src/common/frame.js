/**
 * What all simulations look like: title, step, stop; the prediction, the play, the debrief. A
 * simulation brings its play and a few sentences.
 */

import { debriefPanel } from "./debrief.js";
import { actions, button, focusHeading, h, heading, setText } from "./dom.js";
import { helpNote, NOTICE } from "./help.js";
import { transcriptKeeper } from "./keep.js";
import { liveRegion } from "./live.js";
import { predictPanel } from "./predict.js";

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
    const { scenario } = context.state;
    const { level } = context;
    const step = h("p", { class: "wh-step" });
    const stop = button("Stop here", () => context.act({ type: "stop" }));
    const live = liveRegion();
    const panels = {
      predict: predictStage(parts, context),
      play: playStage(parts, context),
      debrief: debriefStage(parts, context),
      stopped: stoppedStage(context),
    };
    root.append(
      h(
        "section",
        { class: "wh-frame", "aria-label": `Simulation: ${scenario.title}` },
        level > 1 ? heading(level, scenario.title) : null,
        level > 1 ? h("p", { class: "wh-hint" }, NOTICE) : null,
        h("div", { class: "wh-bar-top" }, step, stop),
        live.node,
        ...Object.values(panels).map(({ node }) => node),
      ),
    );
    // Drawn before it is seen: whoever commits a prediction need not wait for the first drawing.
    panels.play.update(context.state);
    /** @type {keyof typeof panels | null} */
    let shown = null;

    return function update(state) {
      const place = state.stopped ? "stopped" : state.stage;
      setText(step, stepWords(state));
      stop.hidden = state.stopped;
      for (const [name, panel] of Object.entries(panels)) {
        panel.node.hidden = name !== place;
      }
      panels[place].update(state);
      // A new step takes the keyboard along; the first drawing leaves the reader where they are.
      if (shown !== null && shown !== place) {
        focusHeading(panels[place].node);
      } else if (shown === "play") {
        live.say(parts.status(state));
      }
      shown = place;
    };
  };
}

/** @param {{ stage: Stage, stopped: boolean }} state */
const stepWords = ({ stage, stopped }) =>
  stopped ? "Stopped" : `Step ${STAGES.indexOf(stage) + 1} of ${STAGES.length}`;

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @param {SimulationParts<S, P, A>} parts
 * @param {ViewContext<Staged<S, P>, A | StageAction>} context
 * @returns {Part<Staged<S, P>>}
 */
function predictStage(parts, context) {
  const { scenario } = context.state;
  const before = parts.before?.(context);
  return {
    node: panelOf(
      heading(context.level + 1, "Predict"),
      ...scenario.lead.map((line) => h("p", {}, line)),
      h("p", { class: "wh-note" }, scenario.care),
      before?.node ?? null,
      predictPanel({
        text: scenario.prediction,
        committed: (guess, confidence) => context.act({ type: "predict", guess, confidence }),
      }),
    ),
    update(state) {
      before?.update(state);
    },
  };
}

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @param {SimulationParts<S, P, A>} parts
 * @param {ViewContext<Staged<S, P>, A | StageAction>} context
 * @returns {Part<Staged<S, P>>}
 */
function playStage(parts, context) {
  const play = parts.play(context);
  const next = actions(button("Read the debrief", () => context.act({ type: "debrief" }), "main"));
  return {
    node: panelOf(heading(context.level + 1, parts.playTitle), play.node, next),
    update(state) {
      play.update(state);
      next.hidden = !parts.done(state);
    },
  };
}

/**
 * @template {Scenario} S
 * @template P
 * @template {Action} A
 * @param {SimulationParts<S, P, A>} parts
 * @param {ViewContext<Staged<S, P>, A | StageAction>} context
 * @returns {Part<Staged<S, P>>}
 */
function debriefStage(parts, { act, restart, level, state: { scenario } }) {
  const compared = h("ul", { class: "wh-list" });
  const keeper = transcriptKeeper(`${scenario.simulation}.txt`);
  return {
    node: panelOf(
      heading(level + 1, "Debrief"),
      compared,
      debriefPanel(scenario.debrief, level + 2),
      actions(
        button("Back to the simulation", () => act({ type: "back" })),
        button("Start again", restart),
      ),
      keeper.node,
    ),
    update(state) {
      compared.replaceChildren(...parts.compare(state).map((line) => h("li", {}, line)));
      keeper.update(parts.transcript(state));
    },
  };
}

/**
 * @param {{ act: (action: StageAction) => void, restart: () => void, level: number }} context
 */
function stoppedStage({ act, restart, level }) {
  return {
    node: panelOf(
      heading(level + 1, "Stopped"),
      h("p", {}, "You stopped, which is always fine. Nothing is lost and nothing is counted."),
      helpNote(),
      actions(
        button("Go on", () => act({ type: "resume" }), "main"),
        button("Start again", restart),
      ),
    ),
    update() {
      // Nothing in it changes.
    },
  };
}

/** @param {...(Node | null)} children */
const panelOf = (...children) => h("div", { class: "wh-stack" }, ...children);
