// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { shuffled, uniform } from "../../../widgets/src/common/chance.js";
import { chatBox } from "../../../widgets/src/common/chat_box.js";
import { h } from "../../../widgets/src/common/dom.js";
import { lineChart } from "../../../widgets/src/common/lines.js";
import { replyButtons } from "../../../widgets/src/common/replies.js";
import { s } from "../../../widgets/src/common/svg.js";
import { dataTable } from "../../../widgets/src/common/table.js";

/** @import { Message } from "../../../widgets/src/common/types.js" */

describe("chance", () => {
  it("repeats itself and spreads", () => {
    const numbers = Array.from({ length: 1000 }, (_, position) => uniform(7, position));
    expect(numbers).toEqual(numbers.map((_, position) => uniform(7, position)));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    expect(uniform(8, 0)).not.toBe(uniform(7, 0));
  });

  it("shuffles without losing any, and differently by seed", () => {
    const items = Array.from({ length: 12 }, (_, index) => index);
    const mixed = shuffled(items, 3);
    expect([...mixed].sort((one, other) => one - other)).toEqual(items);
    expect(mixed).not.toEqual(items);
    expect(shuffled(items, 4)).not.toEqual(mixed);
  });
});

describe("a drawing", () => {
  it.each(["onload", "style", "href"])("refuses %s", (name) => {
    expect(() => s("path", { [name]: "javascript:alert(1)" })).toThrow("not allowed");
  });

  it("loads nothing but sound that came along", () => {
    expect(() => h("audio", { src: "https://example.org/a.ogg" })).toThrow("not allowed");
    expect(() => h("img", { src: "data:image/svg+xml,<svg/>" })).toThrow("not allowed");
    expect(h("audio", { src: "data:audio/ogg;base64,T2dn" }).getAttribute("src")).toContain("ogg");
  });
});

describe("the line chart", () => {
  const axis = { min: 0, max: 10, ticks: [0, 10] };
  const chart = lineChart({
    caption: "A chart",
    x: { ...axis, label: "Turn" },
    y: { ...axis, label: "Points" },
    series: [
      { label: "One", look: "solid" },
      { label: "Two", look: "dashed" },
    ],
  });

  it("says every number in its table", () => {
    chart.update([
      [
        [0, 5],
        [10, 7],
      ],
      [[10, 3]],
    ]);
    const cells = [...chart.node.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ["0", "5", ""],
      ["10", "7", "3"],
    ]);
    expect(chart.node.querySelector(".wh-plot .wh-stroke-solid")?.getAttribute("d")).toBe(
      "M0.00,50.00L100.00,30.00",
    );
  });

  it("keeps a point that lies outside at the edge", () => {
    chart.update([[[12, -4]], []]);
    expect(chart.node.querySelector(".wh-plot .wh-marks-solid")?.getAttribute("d")).toBe(
      "M100.00,100.00h0",
    );
  });
});

describe("a table", () => {
  it("grows and shrinks, and names its rows", () => {
    const table = dataTable({ label: "Things", columns: ["Thing", "Number"] });
    table.update([
      ["a", 1],
      ["b", 2],
    ]);
    table.update([["<b>", 3]]);
    const rows = [...table.node.querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.textContent)).toEqual(["<b>3"]);
    expect(rows[0]?.firstElementChild?.getAttribute("scope")).toBe("row");
  });
});

describe("the buttons of what may be said next", () => {
  it("stay the same nodes and send the key of what they now say, once a double click", () => {
    /** @type {string[]} */
    const heard = [];
    const replies = replyButtons({ label: "Next", most: 2, chosen: (key) => heard.push(key) });
    replies.update([{ key: "a", label: "First" }], "What next?");
    const [first, second] = replies.node.querySelectorAll("button");
    first?.click();
    expect(second?.hidden).toBe(true);
    replies.update([{ key: "b", label: "Second" }], "And now?");
    expect(first?.textContent).toBe("Second");
    first?.click();
    first?.dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true }));
    replies.update([], "That was all.");
    first?.click();
    expect(heard).toEqual(["a", "b"]);
  });
});

describe("the growing chat", () => {
  /** @type {Message} */
  const message = { role: "user", content: "<img src=x onerror=alert(1)>" };

  it("adds what is new, keeps what is drawn, and begins anew when there is less", () => {
    const box = chatBox({ label: "The chat", other: "Therapist" });
    const [first] = box.update([message]);
    const again = box.update([message, { role: "assistant", content: "Hello." }]);
    expect(again[0]?.node).toBe(first?.node);
    expect(box.node.textContent).toContain("Therapist");
    expect(box.node.querySelector("img")).toBeNull();
    expect(box.update([message])).toHaveLength(1);
  });
});
