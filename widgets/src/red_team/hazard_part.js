/** The learner drafts the line: which failure, and what will stand in its way. */

import { select } from "../common/choice.js";
import { button, h, heading, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { hazardLine } from "./hazard.js";
import { LONGEST_CONTROL } from "./progress.js";

/** @import { RedTeamContext } from "./card.js" */
/** @import { RedTeamState } from "./model.js" */

/** @param {RedTeamContext} context */
export function hazardPart({ act, level, state: { scenario, play } }) {
  const mode = select({
    label: "The failure mode to write down",
    options: [{ key: "", label: "Choose one" }, ...scenario.modes],
    value: play.hazard,
    chosen: (key) => {
      if (key) {
        act({ type: "set_hazard", mode: key });
      }
    },
  });
  const control = textField({
    label: "Control: what will stand between this failure and the person?",
    value: play.control,
    hint: "Your words; who does what, and by when. Leave it empty, and the line says that it is open.",
    longest: LONGEST_CONTROL,
    changed: (text) => act({ type: "set_control", text }),
  });
  const line = h("blockquote", {});
  const keep = button("Keep this line in my transcript", () => act({ type: "keep_hazard" }));
  const kept = h("p", { class: "wh-hint" });
  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "A line for the safety case"),
      h("p", {}, "Drafted from what you found, for the guard chosen above. Copy it, or keep it."),
      mode.node,
      control.node,
      line,
      keep,
      kept,
    ),
    /** @param {RedTeamState} state */
    update({ play: now }) {
      mode.set(now.hazard);
      control.set(now.control);
      const text = hazardLine(now, scenario);
      setText(line, text);
      line.hidden = text === "";
      keep.hidden = text === "";
      setText(kept, now.hazards.length > 0 ? `Lines kept: ${now.hazards.length}.` : "");
    },
  };
}
