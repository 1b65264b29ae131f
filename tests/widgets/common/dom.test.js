// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { barChart } from "../../../widgets/src/common/chart.js";
import { chat } from "../../../widgets/src/common/chat.js";
import { h } from "../../../widgets/src/common/dom.js";

const HOSTILE = '<img src=x onerror="alert(1)"></script><script>alert(2)</script>';

describe("the elements", () => {
  it("show hostile text as text", () => {
    const node = h("p", { "aria-label": HOSTILE }, HOSTILE);
    expect(node.textContent).toBe(HOSTILE);
    expect(node.childElementCount).toBe(0);
  });

  it.each([
    ["onclick", "alert(1)"],
    ["style", "color: red"],
    ["srcdoc", HOSTILE],
    ["href", "javascript:alert(1)"],
    ["href", "http://example.org"],
  ])("refuse %s=%s", (name, value) => {
    expect(() => h("a", { [name]: value })).toThrow("not allowed");
  });
});

describe("the chat", () => {
  it("says who speaks and marks parts of the text without losing any", () => {
    const read = chat({ label: "A conversation", person: "Robin" });
    const { node, mark } = read.add({ role: "user", content: HOSTILE }, [
      [0, 4],
      [8, 11],
    ]);
    mark("the disclosure", true);
    expect(node.querySelector(".wh-message-text")?.textContent).toBe(HOSTILE);
    expect([...node.querySelectorAll("mark")].map((marked) => marked.textContent)).toEqual([
      HOSTILE.slice(0, 4),
      HOSTILE.slice(8, 11),
    ]);
    expect(node.textContent).toContain("Robin · the disclosure");
  });
});

describe("the bar chart", () => {
  it("says in words and in a table what it draws", () => {
    const chart = barChart({
      caption: "A chart",
      rowsAre: "Row",
      series: [
        { label: "Caught", look: "solid" },
        { label: "Missed", look: "hollow" },
      ],
      rows: ["First", "Second"],
    });
    chart.update(
      [
        [1, 3],
        [2, 0],
      ],
      ["1 of 4", "2 of 2"],
    );
    const cells = [...chart.node.querySelectorAll("td")].map((cell) => cell.textContent);
    expect(cells).toEqual(["1", "3", "2", "0"]);
    expect(chart.node.querySelector("li")?.textContent).toContain("1 of 4");
    const parts = [...chart.node.querySelectorAll("li .wh-bar-part")];
    expect(parts.map((part) => /** @type {HTMLElement} */ (part).style.width)).toEqual([
      "25%",
      "75%",
      "50%",
      "0%",
    ]);
  });
});
