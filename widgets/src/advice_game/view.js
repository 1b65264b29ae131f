import { h } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { withUnit } from "../common/words.js";
import { adviceOf, of, present, rows } from "./deal.js";
import { itemsPart } from "./item.js";
import {
  after,
  before,
  byAdviser,
  calibration,
  movedPercent,
  personal,
  withAnswer,
} from "./measures.js";
import { done, transcript } from "./model.js";
import { resultsPart } from "./results.js";
import { comparison } from "./sentences.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View } from "../common/types.js" */
/** @import { GameAction, GameState } from "./model.js" */

/** @type {View<GameState, GameAction | StageAction>} */
export const view = simulationView({
  playTitle: "Answer, hear, answer again",
  play(context) {
    const items = itemsPart(context);
    const results = resultsPart(context);
    return {
      node: h("div", { class: "wh-stack" }, items.node, results.node),
      update(state) {
        items.update(state);
        results.update(state);
      },
    };
  },
  done,
  status,
  compare: (state) => [comparison(state), advisers(state), choices(state), accuracy(state)],
  transcript,
});

/** @param {GameState} state */
function status({ play, scenario }) {
  const now = present(play, scenario);
  if (!now) {
    return "All questions are done. How far you moved stands below.";
  }
  const place = `Question ${play.finished.length + 1} of ${play.order.length}.`;
  if (!play.pending) {
    return place;
  }
  const { name, value, stated } = adviceOf(scenario, now.item, now.manner);
  const said = stated === null ? "and states no confidence" : `${stated}% sure`;
  return `${place} ${name} advises ${withUnit(value, now.item.scale.unit)}, ${said}.`;
}

/** @param {GameState} state */
function advisers({ play, scenario }) {
  const all = rows(play, scenario);
  const { hedged, sure } = scenario.advisers;
  const [near, far] = /** @type {const} */ (["hedged", "sure"]).map((manner) => {
    const own = of(all, manner);
    return { moved: movedPercent(own), ...calibration(own, scenario.tolerance, byAdviser) };
  });
  return (
    `Towards ${hedged.name}, who hedged and was right in ${near?.right} of ${near?.items} questions, you moved ${words(near?.moved)}; ` +
    `towards ${sure.name}, who was ${sure.confidence}% sure of everything and right in ${far?.right} of ${far?.items}, ${words(far?.moved)}.`
  );
}

/** @param {GameState} state */
function choices({ play, scenario }) {
  const all = rows(play, scenario);
  return (
    `Where an answer exists you moved ${words(movedPercent(withAnswer(all)))}; in the personal choices, ${words(movedPercent(personal(all)))}. ` +
    "In those nobody can tell you whether that was right. Who decided?"
  );
}

/** @param {GameState} state */
function accuracy({ play, scenario }) {
  const all = rows(play, scenario);
  const [first, final] = [before, after].map((whose) =>
    calibration(all, scenario.tolerance, whose),
  );
  return (
    `Before the advice ${first?.right} of your ${first?.items} answers were right and you were ${first?.said}% sure on average; ` +
    `after it ${final?.right} were, and you were ${final?.said}% sure. On average you were ${first?.distance} points away before it and ${final?.distance} after it.`
  );
}

/** @param {number | null | undefined} moved */
const words = (moved) =>
  typeof moved === "number" ? `${moved}% of the way` : "nowhere, as there was no way to go";
