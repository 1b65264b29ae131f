/** The answers of a form: what is given, what is still open. Pure. */

/** @import { Message, Option } from "../common/types.js" */

/**
 * @typedef {object} Field
 * @property {string} id
 * @property {string} label
 * @property {"radio" | "select" | "checkbox"} kind
 * @property {readonly Option[]} options
 */

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} title
 * @property {string} text  may be empty
 * @property {readonly Message[]} messages  may be empty
 * @property {readonly Field[]} fields
 */

/** @typedef {{ readonly title: string, readonly intro: string, readonly items: readonly Item[] }} Form */

/** @typedef {string | readonly string[]} Answer  a key, or for checkboxes the keys ticked */
/** @typedef {Readonly<Record<string, Readonly<Record<string, Answer>>>>} Answers  by item, by field */

/**
 * @param {Answers} answers
 * @param {string} item
 * @param {string} field
 * @param {Answer} answer
 * @returns {Answers}
 */
export function answered(answers, item, field, answer) {
  return { ...answers, [item]: { ...answers[item], [field]: answer } };
}

/**
 * Fields without an answer. Checkboxes always have one: ticking none is an answer too.
 *
 * @param {Form} form
 * @param {Answers} answers
 */
export function openFields(form, answers) {
  return form.items.flatMap((item) =>
    item.fields.filter((field) => field.kind !== "checkbox" && !answers[item.id]?.[field.id]),
  ).length;
}

/**
 * What is saved: checkboxes that nobody touched are saved as none ticked.
 *
 * @param {Form} form
 * @param {Answers} answers
 * @returns {Answers}
 */
export function complete(form, answers) {
  return Object.fromEntries(
    form.items.map((item) => [
      item.id,
      Object.fromEntries(
        item.fields.flatMap((field) => {
          const given = answers[item.id]?.[field.id] ?? (field.kind === "checkbox" ? [] : null);
          return given === null ? [] : [[field.id, given]];
        }),
      ),
    ]),
  );
}
