import { describe, expect, it } from "vitest";
import { answered, complete, openFields } from "../../../widgets/src/practice_form/answers.js";

/** @type {import("../../../widgets/src/practice_form/answers.js").Form} */
const form = {
  title: "A form",
  intro: "",
  items: [
    {
      id: "one",
      title: "One",
      text: "",
      messages: [],
      fields: [
        { id: "risk", label: "Risk", kind: "radio", options: [{ key: "high", label: "High" }] },
        {
          id: "unasked",
          label: "Unasked",
          kind: "checkbox",
          options: [{ key: "plan", label: "Plan" }],
        },
      ],
    },
  ],
};

describe("the answers of a form", () => {
  it("are open until chosen; ticking nothing is an answer", () => {
    expect(openFields(form, {})).toBe(1);
    expect(openFields(form, answered({}, "one", "risk", "high"))).toBe(0);
  });

  it("are saved by item and field, without those that are open", () => {
    expect(complete(form, {})).toEqual({ one: { unasked: [] } });
    const given = answered(answered({}, "one", "risk", "high"), "one", "unasked", ["plan"]);
    expect(complete(form, given)).toEqual({ one: { risk: "high", unasked: ["plan"] } });
  });

  it("leave what there was before as it was", () => {
    const before = { one: { risk: "low" } };
    answered(before, "one", "risk", "high");
    expect(before).toEqual({ one: { risk: "low" } });
  });

  it("drop what the form does not ask any more", () => {
    expect(complete(form, { gone: { risk: "high" } })).toEqual({ one: { unasked: [] } });
  });
});
