import { radios, select } from "../common/choice.js";
import { actions, button, focusHeading, h, heading, setText } from "../common/dom.js";
import { confidenceSlider } from "../common/predict.js";
import { kindsInOrder, LETTERS } from "./partner.js";
import { againButtons, beforeWords } from "./round.js";
import { beatsOf, current, kindLabel } from "./steps.js";

/** @import { StepState } from "./model.js" */
/** @import { Felt } from "./steps.js" */
/** @import { StepContext } from "./pace.js" */
/** @import { Kind } from "./partner.js" */

/** @param {StepContext} context */
export function guessPart(context) {
  const { act, level } = context;
  const { scenario } = context.state;
  const options = [
    { key: "", label: "Choose" },
    ...scenario.kinds.map(({ key, label }) => ({ key, label })),
  ];
  const choices = LETTERS.map((letter) =>
    select({ label: `Partner ${letter}`, options, value: "" }),
  );
  const felt = radios({
    legend: "Which of them felt most as if it was with you?",
    options: [
      ...LETTERS.map((letter) => ({ key: letter, label: `Partner ${letter}` })),
      { key: "none", label: "None of them" },
    ],
  });
  const sure = confidenceSlider("How sure are you that all three are right?");
  const missing = h("p", { class: "wh-hint", role: "status" });
  function commit() {
    const kinds = choices.map(({ value }) => value);
    if (kinds.includes("") || new Set(kinds).size < kinds.length) {
      setText(missing, "Give each partner a description, and each description once.");
    } else if (felt.value === null) {
      setText(missing, "Say which felt most as if it was with you; none is an answer too.");
    } else {
      act({
        type: "guess",
        kinds: /** @type {Kind[]} */ (kinds),
        felt: /** @type {Felt} */ (felt.value),
        confidence: sure.value,
      });
    }
  }
  const again = againButtons(context);
  const news = h("p", {});
  const few = h("p", { class: "wh-hint" });
  const node = h(
    "div",
    { class: "wh-panel wh-stack", hidden: true },
    heading(level + 2, "Which is which?"),
    news,
    h("p", {}, "Each description fits one partner."),
    few,
    h("div", { class: "wh-filters" }, ...choices.map((choice) => choice.node)),
    felt.node,
    sure.node,
    actions(button("Commit my guess", commit, "main")),
    missing,
    again.node,
  );
  return {
    node,
    /** @param {StepState} state */
    update(state) {
      const { play } = state;
      again.update(state, false);
      setText(news, beforeWords(state, null));
      const words = fewWords(play);
      setText(few, words);
      few.hidden = words === "";
      const ready = current(play, scenario) === null && play.guess === null;
      const isNew = ready && node.hidden && node.isConnected;
      node.hidden = !ready;
      if (isNew) {
        focusHeading(node);
      }
    },
  };
}

/** Fewer beats of one's own than this tell little about a partner. */
const FEW = 3;

/** @param {StepState["play"]} play */
function fewWords(play) {
  const letters = LETTERS.filter(
    (_, index) => beatsOf(play, index).filter((beat) => beat !== null).length < FEW,
  );
  return letters.length > 0
    ? `You hardly played along with ${letters.join(" and ")}. You can play again before you guess.`
    : "";
}

/**
 * @param {StepState} state
 * @param {number} index
 */
export function verdictWords({ play, scenario }, index) {
  const kind = kindsInOrder(scenario, play.own ?? 0)[index] ?? "recording";
  const said = play.guess?.kinds[index] ?? "recording";
  return said === kind
    ? "Your guess was right."
    : `Your guess was: ${kindLabel(scenario, said).toLowerCase()}.`;
}
