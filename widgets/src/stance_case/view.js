import { radios } from "../common/choice.js";
import { focusHeading, h, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { casePart } from "./case_part.js";
import { botWalked, caseOf, codeOf, endingOf, heard, minutesOf, unsaid, walked } from "./graph.js";
import { agreed, botEnded, currentCase, currentWalk, done, namedIn, transcript } from "./model.js";
import { closedWords, endingWords, minutesWords, unsaidWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { Walk } from "./graph.js" */
/** @import { StanceAction, StanceState } from "./model.js" */
/** @import { Case, Disclosure, Script } from "./types.js" */

/** @typedef {ViewContext<StanceState, StanceAction | StageAction>} StanceContext */

/** @type {View<StanceState, StanceAction | StageAction>} */
export const view = simulationView({
  playTitle: "The conversation",
  before: chooser,
  play(context) {
    const parts = context.state.scenario.cases.map((played) => ({
      id: played.id,
      part: casePart(context, played),
    }));
    /** @type {string | null} */
    let shown = null;
    return {
      node: h("div", { class: "wh-stack" }, ...parts.map(({ part }) => part.node)),
      update(state) {
        const { caseId } = state.play;
        for (const { id, part } of parts) {
          part.show(id === caseId);
          if (id === caseId) {
            part.update(state);
            if (shown !== null && shown !== id) {
              focusHeading(part.node);
            }
          }
        }
        shown = caseId;
      },
    };
  },
  done,
  status,
  compare: (state) => [...comparison(state), ...botCompared(state)],
  transcript,
});

/** @param {StanceContext} context */
function chooser({ act, state: { scenario, play } }) {
  const choice = radios({
    legend: "Whom do you meet first?",
    options: scenario.cases.map(({ id, label }) => ({ key: id, label })),
    value: play.caseId,
    chosen: (key) => act({ type: "choose_case", case: key }),
  });
  const scene = h("p", {});
  return {
    node: h("div", { class: "wh-stack" }, choice.node, scene),
    /** @param {StanceState} state */
    update(state) {
      setText(scene, currentCase(state.play, scenario).scene);
    },
  };
}

/**
 * What has just happened, for those who do not see it.
 *
 * @param {StanceState} state
 */
function status({ play, scenario }) {
  const played = currentCase(play, scenario);
  const walk = currentWalk(play, scenario);
  const last = walk.steps.at(-1);
  if (!last) {
    return `${played.person}: ${walk.at.said}`;
  }
  if (!endingOf(walk)) {
    return `That was: ${codeOf(scenario, last.reply.code).label}. ${played.person}: ${walk.at.said}`;
  }
  const named = namedIn(play, played.id);
  const bot = botWalked(played, named.length);
  const coded = bot.steps.at(-1);
  const next = botWalked(played).steps[named.length];
  return coded
    ? [
        `The course codes it ${codeOf(scenario, coded.reply.code).label}.`,
        `${played.person}: ${bot.at.said}`,
        ...(next ? [`Advice bot: ${next.reply.text}`] : []),
      ].join(" ")
    : `The conversation has ended. ${endingWords(walk)}`;
}

/**
 * The prediction beside the first run, which it was about.
 *
 * @param {StanceState} state
 */
function comparison({ play, prediction, scenario }) {
  const [first] = play.runs;
  if (!(first && prediction)) {
    return [];
  }
  const played = caseOf(scenario, first.caseId);
  const walk = walked(played, first.path);
  const count = heard(played, walk).length;
  const gap = prediction.guess - count;
  const distance =
    gap === 0 ? "just as you said" : `${Math.abs(gap)} ${gap > 0 ? "fewer" : "more"} than you said`;
  return [
    `You predicted ${prediction.guess} of ${played.disclosures.length} things, ${prediction.confidence}% sure. ${played.person} told you ${count}: ${distance}.`,
    ...matteredMost(scenario, played, walk),
    ...(played.timed ? [minutesWords(minutesOf(walk))] : []),
    played.point,
  ];
}

/**
 * Whether the one thing that the case is about was said, and if not, what closed it off.
 *
 * @param {Script} scenario
 * @param {Case} played
 * @param {Walk} walk
 */
function matteredMost(scenario, played, walk) {
  const isIt = (/** @type {Disclosure} */ { id }) => id === played.matters_most;
  const said = heard(played, walk).find(isIt);
  if (said) {
    return [`What mattered most was said: ${said.text}`];
  }
  const closed = unsaid(played, walk).find(({ disclosures }) => disclosures.some(isIt));
  const missed = closed?.disclosures.find(isIt);
  return closed && missed
    ? [
        `What mattered most was never said. ${closedWords(scenario, { ...closed, disclosures: [missed] })} ${unsaidWords(scenario, missed)}`,
      ]
    : [];
}

/** @param {StanceState} state */
function botCompared({ play, scenario }) {
  return play.bots
    .map(({ caseId }) => caseOf(scenario, caseId))
    .filter((played) => botEnded(play, played))
    .map((played) => {
      const walk = botWalked(played);
      const right = agreed(played, namedIn(play, played.id));
      return `With ${played.person} the advice bot heard ${heard(played, walk).length} of ${played.disclosures.length}. ${endingWords(walk)} You named ${right} of its ${walk.steps.length} replies as the course codes them.`;
    });
}
