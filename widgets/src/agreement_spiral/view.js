import { chatBox } from "../common/chat_box.js";
import { radios } from "../common/choice.js";
import { h } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { replyButtons } from "../common/replies.js";
import { slider } from "../common/slider.js";
import { percent } from "../common/words.js";
import { chartPart, moodTiles } from "./chart.js";
import { topicAt } from "./drift.js";
import { comparison, endPart, knownWords, trapWords } from "./end.js";
import { done, messages, moodOf, numbers, offers, REPLY_WORDS, transcript } from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { LineKind, SpiralAction, SpiralState } from "./model.js" */

/** @typedef {ViewContext<SpiralState, SpiralAction | StageAction>} SpiralContext */

const MOST_OFFERED = 3;

/** @type {View<SpiralState, SpiralAction | StageAction>} */
export const view = simulationView({
  playTitle: "Eight turns",
  before: beginning,
  play(context) {
    const talk = talkPart(context);
    const end = endPart(context);
    const chart = chartPart(context);
    return {
      node: h("div", { class: "wh-stack" }, talk.node, end.node, chart.node),
      update(state) {
        talk.update(state);
        chart.update(state);
        end.update(state);
      },
    };
  },
  done,
  status,
  compare: (state) => [comparison(state), trapWords(state), knownWords(state)],
  transcript,
});

/** @param {SpiralContext} context */
function beginning({ act, state: { scenario, play } }) {
  const bot = agreeablenessSlider(act, play.agreeableness);
  const tellings = radios({
    legend: "The story",
    options: scenario.tellings.map(({ key, label }) => ({ key, label })),
    value: play.telling,
    chosen: (key) => act({ type: "set_telling", value: /** @type {"one" | "two"} */ (key) }),
  });
  return {
    node: h("div", { class: "wh-stack" }, tellings.node, bot.node),
    /** @param {SpiralState} state */
    update(state) {
      bot.set(state.play.agreeableness);
    },
  };
}

/**
 * @param {SpiralContext["act"]} act
 * @param {number} value
 */
function agreeablenessSlider(act, value) {
  return slider({
    label: "How agreeable the bot is",
    min: 0,
    max: 100,
    step: 5,
    value,
    words: percent,
    hint: "At 100% it endorses whatever it is told, at 0% it explores, in between it does both. You can change it on the way: that counts for its replies from then on.",
    moved: (moved) => act({ type: "set_agreeableness", value: moved }),
  });
}

/** @param {SpiralContext} context */
function talkPart({ act, state: { scenario, play } }) {
  const box = chatBox({ label: "The chat", person: scenario.person });
  const choices = replyButtons({
    label: `What ${scenario.person} writes next`,
    most: MOST_OFFERED,
    chosen: (line) => act({ type: "say", line: /** @type {LineKind} */ (line) }),
  });
  const bot = agreeablenessSlider(act, play.agreeableness);
  const mood = moodTiles(scenario);
  /** @type {SpiralState["play"]["turns"] | null} */
  let shown = null;

  return {
    node: h("div", { class: "wh-stack" }, box.node, mood.node, choices.node, bot.node),
    /** @param {SpiralState} state */
    update(state) {
      bot.set(state.play.agreeableness);
      // A drag writes nothing new: only a turn does.
      if (state.play.turns === shown) {
        return;
      }
      shown = state.play.turns;
      const said = messages(state.play, scenario);
      const drawn = box.update(said.map(({ message }) => message));
      for (const [index, { reply }] of said.entries()) {
        if (reply) {
          drawn[index]?.mark(REPLY_WORDS[reply], false);
        }
      }
      const lines = offers(state.play, scenario);
      const turn = state.play.turns.length;
      choices.update(
        lines.map((key) => ({ key, label: topicAt(scenario, turn).lines[key].text })),
        offerWords(state, lines),
      );
      mood.update(state);
      choices.node.hidden = lines.length === 0;
      bot.node.hidden = lines.length === 0;
    },
  };
}

/**
 * @param {SpiralState} state
 * @param {readonly LineKind[]} lines
 */
function offerWords({ play, scenario }, lines) {
  const { person, topics } = scenario;
  const begin = `Turn ${play.turns.length + 1} of ${topics.length}.`;
  if (!lines.includes("wonder")) {
    return `${begin} ${person} is too sure to wonder now. What comes next?`;
  }
  return lines.includes("claim")
    ? `${begin} What does ${person} write?`
    : `${begin} ${person} has stopped accusing. What comes next?`;
}

/** @param {SpiralState} state */
function status({ play, scenario }) {
  const last = messages(play, scenario).findLast(({ reply }) => reply !== null);
  const { belief, pleased, ring } = numbers(moodOf(play, scenario));
  const mood = `${scenario.person} is ${belief}% sure, ${pleased}% pleased with the bot, ${ring}% willing to ring. ${play.turns.length} of ${scenario.topics.length} turns.`;
  return last ? `Bot: ${last.message.content} ${mood}` : mood;
}
