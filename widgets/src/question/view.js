import { radios } from "../common/choice.js";
import { actions, button, focusSoon, h, setText } from "../common/dom.js";
import { confidenceSlider } from "../common/predict.js";
import { isCorrect } from "./model.js";

/** @import { View } from "../common/types.js" */
/** @import { QuestionAction, QuestionState } from "./model.js" */

/** @type {View<QuestionState, QuestionAction>} */
export function view(root, { act, state: { scenario } }) {
  const choice = radios({ legend: scenario.prompt, options: scenario.options });
  const confidence = confidenceSlider("How sure are you that this is the best answer?");
  const missing = h("p", { class: "wh-hint", role: "status" });
  const commit = button(
    "Commit my answer",
    () => {
      if (choice.value === null) {
        setText(missing, "Choose an option first.");
      } else {
        act({ type: "commit", choice: choice.value, confidence: confidence.value });
        focusSoon(verdict);
      }
    },
    "main",
  );
  const asked = h(
    "div",
    { class: "wh-stack" },
    choice.node,
    confidence.node,
    actions(commit),
    missing,
  );
  const verdict = h("p", { class: "wh-large wh-heading", tabindex: "-1" });
  const answered = h("div", { class: "wh-stack" });
  root.append(h("div", { class: "wh-frame" }, asked, answered));

  return function update(state) {
    const { committed } = state;
    asked.hidden = committed !== null;
    answered.hidden = committed === null;
    if (committed && !answered.hasChildNodes()) {
      setText(verdict, verdictWords(state));
      answered.append(
        h("p", { class: "wh-strong" }, scenario.prompt),
        verdict,
        h(
          "ul",
          { class: "wh-entries" },
          ...scenario.options.map(({ key, label, feedback }) =>
            h(
              "li",
              { class: "wh-panel" },
              h(
                "p",
                { class: "wh-strong" },
                label,
                h("span", { class: "wh-tag" }, tagOf(key, state)),
              ),
              h("p", {}, feedback),
            ),
          ),
        ),
      );
      if (scenario.explanation) {
        answered.append(h("p", {}, scenario.explanation));
      }
    }
  };
}

/** @param {QuestionState} state */
function verdictWords(state) {
  const sure = `You were ${state.committed?.confidence}% sure.`;
  const words = {
    true: "Yes, that is the best answer.",
    false: "Not the best answer.",
    null: "Committed.",
  };
  return `${words[`${isCorrect(state)}`]} ${sure}`;
}

/**
 * @param {string} key
 * @param {QuestionState} state
 */
function tagOf(key, { scenario, committed }) {
  const tags = [
    key === committed?.choice ? "your choice" : null,
    key === scenario.answer ? "best answer" : null,
  ].filter(Boolean);
  return tags.length > 0 ? ` · ${tags.join(", ")}` : "";
}
