import { h, setText } from "./dom.js";
import { numbersBelow } from "./table.js";

/**
 * Horizontal stacked bars. Each row says its numbers in words beside the bar, and the same numbers stand
 * in a table below: the drawing itself is hidden from screen readers because nothing is only in it.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {string} options.rowsAre  heading of the table's first column
 * @param {readonly { label: string, look: "solid" | "hollow" | "hatched" | "faint" }[]} options.series
 * @param {readonly string[]} options.rows  one label for each row
 */
export function barChart({ caption, rowsAre, series, rows }) {
  const bars = rows.map((label) => {
    const parts = series.map(({ look }) => h("span", { class: `wh-bar-part wh-look-${look}` }));
    const words = h("span", { class: "wh-bar-words" });
    const item = h(
      "li",
      { class: "wh-bar-row" },
      h("span", { class: "wh-bar-label" }, label),
      h("span", { class: "wh-bar", "aria-hidden": "true" }, ...parts),
      words,
    );
    return { item, parts, words };
  });
  const legend = series.map(({ label, look }) =>
    h(
      "span",
      { class: "wh-legend-item" },
      h("span", { class: `wh-swatch wh-look-${look}`, "aria-hidden": "true" }),
      label,
    ),
  );
  const table = numbersBelow(rowsAre, series);

  return {
    node: h(
      "figure",
      { class: "wh-chart" },
      h("figcaption", {}, caption),
      h("p", { class: "wh-legend" }, ...legend),
      h("ul", { class: "wh-bars" }, ...bars.map(({ item }) => item)),
      table.node,
    ),
    /**
     * @param {readonly (readonly number[])[]} values  for each row, for each series
     * @param {readonly string[]} words  for each row
     */
    update(values, words) {
      const longest = Math.max(
        1,
        ...values.map((row) => row.reduce((sum, value) => sum + value, 0)),
      );
      for (const [index, bar] of bars.entries()) {
        for (const [part, node] of bar.parts.entries()) {
          const share = `${((values[index]?.[part] ?? 0) / longest) * 100}%`;
          if (node.style.width !== share) {
            node.style.width = share;
            node.hidden = share === "0%";
          }
        }
        setText(bar.words, words[index] ?? "");
      }
      table.update(
        rows.map((label, row) => [label, ...series.map((_, column) => values[row]?.[column] ?? 0)]),
      );
    },
  };
}
