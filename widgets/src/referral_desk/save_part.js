/** The policy as a file: its name, who takes over, the text, and the button. */

import { actions, button, h, heading, setText, uniqueId } from "../common/dom.js";
import { textField } from "../common/field.js";
import { LONGEST_TEXT } from "./model.js";
import { FILE } from "./saving.js";
import { complaint, policyToml } from "./toml.js";

/** @import { DeskState } from "./types.js" */
/** @import { DeskContext } from "./view.js" */
/** @import { Keeper } from "./saving.js" */

/**
 * @param {DeskContext} context
 * @param {Keeper} keeper
 */
export function savePart({ act, level, state }, keeper) {
  const { scenario } = state;
  let current = state;
  const title = textField({
    label: "What the policy is called",
    longest: LONGEST_TEXT,
    changed: (text) => act({ type: "set_title", text }),
  });
  const to = textField({
    label: "Who takes over",
    hint: "Stands in the file as “to”. Behind these words there must be people.",
    longest: LONGEST_TEXT,
    changed: (text) => act({ type: "set_to", text }),
  });
  const result = h("p", { role: "status" });
  keeper.told((line) => setText(result, line));
  const file = fileText();
  file.node.addEventListener("toggle", () => file.update(current));

  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "Keep the policy"),
      h(
        "p",
        {},
        `What you set is a policy that PolicyGuard, the course’s guard, reads as it is: a file called ${FILE}. Passing its checks is no clearance to use it on people.`,
      ),
      title.node,
      to.node,
      file.node,
      actions(
        button(`Save ${FILE}`, () =>
          keeper.keep(policyToml(current.play, scenario), complaint(current.play, scenario)),
        ),
      ),
      result,
    ),
    /** @param {DeskState} next */
    update(next) {
      current = next;
      title.set(next.play.settings.title);
      to.set(next.play.settings.to);
      file.update(next);
    },
  };
}

/** The text of the file; written only while somebody looks at it. */
function fileText() {
  const id = uniqueId();
  const text = h("textarea", {
    id,
    class: "wh-textarea",
    rows: 14,
    readonly: true,
    spellcheck: "false",
  });
  const node = h(
    "details",
    { class: "wh-details" },
    h("summary", {}, "Read the file"),
    h("div", { class: "wh-field" }, h("label", { for: id }, FILE), text),
  );
  return {
    node,
    /** @param {DeskState} state */
    update({ play, scenario }) {
      if (node.open) {
        const next = policyToml(play, scenario);
        if (text.value !== next) {
          text.value = next;
        }
      }
    },
  };
}
