import { actions, button, h, uniqueId } from "./dom.js";

/**
 * The run in words, to read, to copy and to save as a file of one's own.
 *
 * @param {string} name  of the file
 */
export function transcriptKeeper(name) {
  const id = uniqueId();
  const text = h("textarea", { id, class: "wh-textarea", rows: 10, readonly: true });
  return {
    node: h(
      "details",
      { class: "wh-details" },
      h("summary", {}, "Transcript of this run"),
      h("div", { class: "wh-field" }, h("label", { for: id }, "Transcript"), text),
      actions(button("Save the transcript", () => save(name, text.value))),
    ),
    /** @param {string} transcript */
    update(transcript) {
      if (text.value !== transcript) {
        text.value = transcript;
      }
    },
  };
}

/**
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
