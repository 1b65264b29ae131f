import { radios } from "../common/choice.js";
import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { confidenceSlider } from "../common/predict.js";
import { current, done, sureCount, transcript } from "./model.js";
import { player } from "./player.js";
import { differentLines, fitting, shownOrder } from "./recordings.js";
import { revealPart } from "./reveal.js";
import { timedWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View } from "../common/types.js" */
/** @import { CuesAction, CuesState, Mode } from "./model.js" */
/** @import { Shown } from "./recordings.js" */
/** @import { CuesContext } from "./reveal.js" */

/** @type {View<CuesState, CuesAction | StageAction>} */
export const view = simulationView({
  playTitle: "Read the pauses",
  play(context) {
    const readings = readingPart(context);
    const reveal = revealPart(context);
    return {
      node: h("div", { class: "wh-stack" }, readings.node, reveal.node),
      update(state) {
        readings.update(state);
        reveal.update(state);
      },
    };
  },
  done,
  status: statusWords,
  compare: (state) => comparison(state),
  transcript,
});

/**
 * One recording after the other, each with its own form.
 *
 * @param {CuesContext} context
 */
function readingPart(context) {
  const { act, state } = context;
  const { scenario } = state;
  const how = radios({
    legend: "How would you like to take part?",
    options: [
      { key: "listen", label: "I listen" },
      { key: "read", label: "I read the same, with the pauses in seconds" },
    ],
    value: state.play.mode,
    chosen: (value) => act({ type: "set_mode", value: /** @type {Mode} */ (value) }),
  });
  const place = h("div");
  const node = h("div", { class: "wh-stack" }, how.node, place);
  let drawn = 0;
  /** @type {ReturnType<typeof recordingForm> | null} */
  let form = null;

  return {
    node,
    /** @param {CuesState} next */
    update({ play }) {
      const shown = current(play, scenario);
      node.hidden = shown === null;
      if (!shown) {
        place.replaceChildren();
        return;
      }
      if (drawn !== shown.number) {
        form = recordingForm(context, shown);
        place.replaceChildren(form.node);
        if (drawn > 0) {
          focusHeading(place);
        }
        drawn = shown.number;
      }
      form?.update(play.mode);
    },
  };
}

/**
 * @param {CuesContext} context
 * @param {Shown} shown
 */
function recordingForm({ act, level, state: { scenario } }, { number, recording, timing }) {
  const total = shownOrder(scenario).length;
  const listen = player({
    name: `recording ${number}`,
    sound: scenario.sounds[recording.key] ?? "",
    heard: () => act({ type: "heard", recording: recording.key }),
  });
  const inWords = h("p", {}, timedWords(timing));
  const instead = h("details", { class: "wh-details" }, h("summary", {}, "Read it instead"));
  const open = h("blockquote", {});
  const reading = radios({
    legend: "What does the timing most likely mean? The person who answers ...",
    options: scenario.readings,
  });
  const sure = confidenceSlider("How sure are you of this reading? 0% means that you cannot tell.");
  const missing = h("p", { class: "wh-hint", role: "status" });
  function commit() {
    if (reading.value === null) {
      setText(missing, "Choose one of the readings first, even if you are not sure of it.");
    } else {
      act({ type: "read", reading: reading.value, confidence: sure.value });
    }
  }
  return {
    node: h(
      "div",
      { class: "wh-panel wh-stack" },
      heading(level + 2, `Recording ${number} of ${total}`),
      h(
        "p",
        { class: "wh-hint" },
        "Only the silences differ. Their lengths are chosen for teaching.",
      ),
      listen.node,
      open,
      instead,
      reading.node,
      sure.node,
      actions(button("Commit my reading", commit, "main")),
      missing,
    ),
    /** @param {Mode} mode */
    update(mode) {
      const reads = mode === "read";
      listen.node.hidden = reads;
      open.hidden = !reads;
      instead.hidden = reads;
      const home = reads ? open : instead;
      if (inWords.parentNode !== home) {
        home.append(inWords);
      }
    },
  };
}

/** @param {CuesState} state */
function statusWords({ play, scenario }) {
  const total = shownOrder(scenario).length;
  const shown = current(play, scenario);
  if (shown) {
    return `Recording ${shown.number} of ${total}.`;
  }
  const reply = scenario.ask.replies.find(({ key }) => key === play.replies.at(-1));
  if (!reply) {
    return `All ${total} are read. Choose a reply, then the debrief opens.`;
  }
  const answers = reply.answers.map((answer, index) => `${scenario.ask.names[index]}: ${answer}`);
  return [...answers, reply.remark].join(" ");
}

/** @param {CuesState} state */
function comparison({ play, prediction, scenario }) {
  if (!prediction || current(play, scenario)) {
    return [];
  }
  const order = shownOrder(scenario);
  const sure = sureCount(play, scenario);
  const verdict =
    sure === prediction.guess ? "Just as you said." : "Sureness is easier to feel than to foresee.";
  const wide = play.readings.filter(
    ({ reading, confidence }, index) =>
      confidence >= scenario.sure_from &&
      fitting(/** @type {Shown} */ (order[index]).recording, reading) === 0,
  ).length;
  const fits = play.readings.filter(
    ({ reading }, index) => fitting(/** @type {Shown} */ (order[index]).recording, reading) > 0,
  ).length;
  return [
    `You predicted that you would be at least ${scenario.sure_from}% sure of ${prediction.guess} of ${order.length} recordings, and were ${prediction.confidence}% sure of that. It was ${sure}. ${verdict}`,
    "The number with one right reading was 0. For each recording we wrote several people, with different reasons, who would sound the same to the millisecond.",
    `Your readings would fit somebody behind ${fits} of the ${order.length}, and never everybody.${wide > 0 ? ` Of those that you were sure of, ${wide} fitted none of our people: a fourth person might.` : ""}`,
    `A text bot gets ${differentLines(scenario)} different lines for the ${order.length} recordings. It cannot misread a pause, and it cannot ask about one.`,
  ];
}
