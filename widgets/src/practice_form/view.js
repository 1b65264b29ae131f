import { chat } from "../common/chat.js";
import { checkboxes, radios, select } from "../common/choice.js";
import { actions, button, h, heading, setText } from "../common/dom.js";
import { NOTICE } from "../common/help.js";
import { answered, complete, openFields } from "./answers.js";

/** @import { Answer, Answers, Field, Form, Item } from "./answers.js" */

/**
 * @typedef {object} Result  what Python answers after a save
 * @property {boolean} saved
 * @property {readonly string[]} lines
 */

const LEVEL = 3;
const NOT_CHOSEN = "";

/**
 * @param {HTMLElement} root
 * @param {object} context
 * @param {Form} context.form
 * @param {Answers} context.answers
 * @param {(answers: Answers) => void} context.changed
 * @param {(answers: Answers) => void} context.save
 */
export function formView(root, { form, answers: before, changed, save }) {
  let answers = before;
  const open = h("p", { class: "wh-hint" });
  const result = h("div", { class: "wh-result", role: "status" });
  const saveButton = button(
    "Save my answers",
    () => {
      result.replaceChildren(h("p", {}, "Saving …"));
      save(complete(form, answers));
    },
    "main",
  );

  function drawOpen() {
    const count = openFields(form, answers);
    setText(open, count === 0 ? "All questions have an answer." : `Still open: ${count}.`);
  }

  /**
   * @param {Item} item
   * @param {Field} field
   */
  const fieldPart = (item, field) =>
    control(field, answers[item.id]?.[field.id], (answer) => {
      answers = answered(answers, item.id, field.id, answer);
      changed(answers);
      drawOpen();
    });

  root.append(
    h(
      "section",
      { class: "wh-frame", "aria-label": `Form: ${form.title}` },
      heading(LEVEL, form.title),
      h("p", { class: "wh-hint" }, NOTICE),
      form.intro ? h("p", {}, form.intro) : null,
      ...form.items.map((item, index) =>
        h(
          "section",
          { class: "wh-item wh-stack", "aria-label": item.title },
          h(
            "div",
            { class: "wh-title-row" },
            heading(LEVEL + 1, item.title),
            h("p", { class: "wh-step" }, `${index + 1} of ${form.items.length}`),
          ),
          item.text ? h("p", {}, item.text) : null,
          messagesOf(item),
          ...item.fields.map((field) => fieldPart(item, field)),
        ),
      ),
      open,
      actions(saveButton),
      result,
    ),
  );
  drawOpen();

  return {
    /** @param {Result | null} next */
    show(next) {
      result.replaceChildren(
        ...(next?.lines ?? []).map((line) => h("p", { class: "wh-line" }, line)),
      );
    },
  };
}

/** @param {Item} item */
function messagesOf(item) {
  if (item.messages.length === 0) {
    return null;
  }
  const read = chat({ label: `Conversation: ${item.title}` });
  for (const message of item.messages) {
    read.add(message);
  }
  return read.node;
}

/**
 * @param {Field} field
 * @param {Answer | undefined} value
 * @param {(answer: Answer) => void} chosen
 */
function control({ kind, label, options }, value, chosen) {
  if (kind === "checkbox") {
    const keys = Array.isArray(value) ? value : [];
    return checkboxes({ legend: label, options, value: keys, chosen }).node;
  }
  const key = typeof value === "string" ? value : null;
  if (kind === "radio") {
    return radios({ legend: label, options, value: key, chosen }).node;
  }
  return select({
    label,
    options: [{ key: NOT_CHOSEN, label: "Choose …" }, ...options],
    value: key,
    chosen,
  }).node;
}
