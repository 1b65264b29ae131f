import { h, setText } from "./dom.js";

/**
 * A table whose first column names the row. It scrolls by itself where it is too wide for a phone, and
 * whoever scrolls by keyboard can stand there.
 *
 * @param {object} options
 * @param {string} options.label  what a screen reader calls it: "Table: <label>"
 * @param {readonly string[]} options.columns
 */
export function dataTable({ label, columns }) {
  const body = h("tbody");
  const head = h("tr", {}, ...columns.map((text) => h("th", { scope: "col" }, text)));
  return {
    node: h(
      "div",
      { class: "wh-scroll", tabindex: "0", role: "region", "aria-label": `Table: ${label}` },
      h("table", { class: "wh-table" }, h("thead", {}, head), body),
    ),
    /** @param {readonly (readonly (string | number)[])[]} rows  a cell for each column */
    update(rows) {
      while (body.childElementCount > rows.length) {
        body.lastElementChild?.remove();
      }
      for (const [index, cells] of rows.entries()) {
        const row = body.children[index] ?? body.appendChild(emptyRow(columns.length));
        for (const [column, cell] of cells.entries()) {
          setText(/** @type {Node} */ (row.children[column]), String(cell));
        }
      }
    },
  };
}

/** @param {number} length */
const emptyRow = (length) =>
  h("tr", {}, h("th", { scope: "row" }), ...Array.from({ length: length - 1 }, () => h("td")));

/**
 * The numbers of a chart, folded away below it: whoever cannot see the drawing misses nothing.
 *
 * @param {string} rowsAre  heading of the first column
 * @param {readonly { label: string }[]} series
 */
export function numbersBelow(rowsAre, series) {
  const table = dataTable({
    label: rowsAre,
    columns: [rowsAre, ...series.map(({ label }) => label)],
  });
  return {
    node: h(
      "details",
      { class: "wh-details" },
      h("summary", {}, "The same numbers as a table"),
      table.node,
    ),
    update: table.update,
  };
}
