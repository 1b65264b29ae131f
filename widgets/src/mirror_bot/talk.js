/** The chat: free words, or ready sentences for those who do not want to type. */

import { chatBox } from "../common/chat_box.js";
import { actions, button, focusSoon, h, setText } from "../common/dom.js";
import { textField } from "../common/field.js";
import { helpNote } from "../common/help.js";
import { replyButtons } from "../common/replies.js";
import { LONGEST_TEXT, unsayable } from "./model.js";

/** @import { Message } from "../common/types.js" */
/** @import { MirrorScenario, MirrorState } from "./model.js" */
/** @import { MirrorContext } from "./view.js" */

const OFFERED = 4;

/** @param {MirrorContext} context */
export function talkPart({ act, state: { scenario } }) {
  const help = riskNote(scenario);
  const box = chatBox({ label: "The chat", person: scenario.person, other: scenario.bot });
  const problem = h("p", { class: "wh-strong", role: "status" });
  const field = textField({
    label: "Write to the bot",
    hint: scenario.privacy,
    longest: LONGEST_TEXT,
    changed: () => setText(problem, ""),
  });
  const ready = replyButtons({
    label: "Ready sentences",
    most: OFFERED,
    chosen: (text) => act({ type: "say", text }),
  });

  function send() {
    const complaint = unsayable(field.value);
    setText(problem, complaint);
    if (!complaint) {
      const text = field.value;
      field.set("");
      act({ type: "say", text });
    }
    // A full chat has hidden the field, and the focus has gone on.
    if (!composer.hidden) {
      focusSoon(field.input);
    }
  }
  field.input.addEventListener("keydown", (event) => {
    // Enter also chooses a word in some keyboards; that is not yet a message.
    if (event instanceof KeyboardEvent && event.key === "Enter" && !event.isComposing) {
      send();
    }
  });
  const composer = h(
    "div",
    { class: "wh-stack" },
    field.node,
    problem,
    actions(button("Send", send, "main")),
    ready.node,
  );
  const full = h(
    "p",
    { class: "wh-note", tabindex: "-1" },
    "The chat is full. The rest of the page goes on.",
  );

  return {
    node: h("div", { class: "wh-stack" }, box.node, help.node, composer, full),
    /** @param {MirrorState} state */
    update({ play }) {
      help.update(play.risk);
      box.update(messages(play.said, scenario));
      const said = new Set(play.said.map(({ text }) => text));
      const offered = scenario.ready.filter((text) => !said.has(text)).slice(0, OFFERED);
      ready.update(
        offered.map((text) => ({ key: text, label: text })),
        offered.length > 0 ? "Or send one of these" : "",
      );
      full.hidden = play.said.length < scenario.most_turns;
      const left = composer.contains(document.activeElement) && !full.hidden;
      composer.hidden = !full.hidden;
      if (left) {
        focusSoon(full);
      }
    },
  };
}

/**
 * @param {readonly { readonly text: string, readonly reply: string }[]} said
 * @param {MirrorScenario} scenario
 * @returns {Message[]}
 */
function messages(said, { opening }) {
  return [
    { role: "assistant", content: opening },
    ...said.flatMap(
      ({ text, reply }) =>
        /** @type {Message[]} */ ([
          { role: "user", content: text },
          { role: "assistant", content: reply },
        ]),
    ),
  ];
}

/**
 * Says where help is when the words ask for it. The bot itself has no rule for them.
 *
 * @param {MirrorScenario} scenario
 */
export function riskNote(scenario) {
  const node = h("div", { role: "status" });
  return {
    node,
    /** @param {boolean} risk */
    update(risk) {
      if (risk && node.childElementCount === 0) {
        node.append(
          h("div", { class: "wh-note wh-stack" }, h("p", {}, scenario.risk_note), helpNote()),
        );
      }
      if (!risk) {
        node.replaceChildren();
      }
    },
  };
}
