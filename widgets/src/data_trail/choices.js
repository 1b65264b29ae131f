/** The app's choices: a slider, two lists and ten switches. */

import { checkbox, select } from "../common/choice.js";
import { h, heading } from "../common/dom.js";
import { slider } from "../common/slider.js";
import { FOREVER } from "./trail.js";
import { keptWords } from "./words.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { Consent, Encryption } from "./trail.js" */
/** @import { TrailAction, TrailState } from "./model.js" */

/** @param {ViewContext<TrailState, TrailAction | StageAction>} context */
export function choicesPart({ act, level, state: { scenario, play } }) {
  const { choices } = play;
  const retention = slider({
    label: "How long chats are kept",
    min: 0,
    max: FOREVER,
    value: choices.retention,
    words: (days) => keptWords(days === FOREVER ? null : days),
    moved: (value) => act({ type: "set_retention", value }),
  });
  const encryption = select({
    label: "Encryption",
    options: scenario.encryption,
    value: choices.encryption,
    chosen: (value) => act({ type: "set_encryption", value: /** @type {Encryption} */ (value) }),
  });
  const consent = select({
    label: "Consent",
    options: scenario.consents,
    value: choices.consent,
    chosen: (value) => act({ type: "set_consent", value: /** @type {Consent} */ (value) }),
  });
  const unsent = h("p", { class: "wh-hint" }, scenario.unsent);
  const switches = scenario.switches.map(({ key, label }) => ({
    key,
    part: checkbox({
      label,
      value: choices[key],
      chosen: (value) => act({ type: "switch", key, value }),
    }),
  }));

  return {
    node: h(
      "div",
      { class: "wh-panel wh-trail-choices" },
      heading(level, `${scenario.app}’s choices`),
      retention.node,
      encryption.node,
      consent.node,
      unsent,
      ...switches.map(({ part }) => part.node),
    ),
    /** @param {TrailState} state */
    update(state) {
      const now = state.play.choices;
      retention.set(now.retention);
      encryption.set(now.encryption);
      consent.set(now.consent);
      unsent.hidden = now.encryption !== "device";
      for (const { key, part } of switches) {
        part.set(now[key]);
      }
    },
  };
}
