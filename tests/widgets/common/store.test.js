import { describe, expect, it } from "vitest";
import { createStore } from "../../../widgets/src/common/store.js";

/** @type {import("../../../widgets/src/common/types.js").Model<number, number[], { type: string, value: number }>} */
const model = {
  settings: ["set"],
  initial: (first) => [first],
  step(state, action) {
    if (action.value < 0) {
      throw new Error("no");
    }
    return [...state, action.value];
  },
  outcome: (state) => ({ state }),
  transcript: String,
};

/** @param {number} value */
const set = (value) => ({ type: "set", value });
/** @param {number} value */
const add = (value) => ({ type: "add", value });

describe("the store", () => {
  it("keeps one action of a drag, and the state as if only that had happened", () => {
    const store = createStore(model, 0);
    store.act(set(1));
    store.act(set(2));
    store.act(set(3));
    expect(store.actions).toEqual([set(3)]);
    expect(store.state).toEqual([0, 3]);
  });

  it("keeps every other action", () => {
    const store = createStore(model, 0);
    store.act(add(1));
    store.act(add(2));
    store.act(set(3));
    store.act(add(4));
    store.act(set(5));
    expect(store.actions).toHaveLength(5);
  });

  it("reaches the same state by replaying its actions", () => {
    const store = createStore(model, 0);
    for (const action of [set(1), set(2), add(3), set(4), set(5), add(6)]) {
      store.act(action);
    }
    expect(createStore(model, 0, store.actions).state).toEqual(store.state);
  });

  it("changes nothing when the model refuses", () => {
    const store = createStore(model, 0, [add(1)]);
    expect(() => store.act(add(-1))).toThrow("no");
    expect(store.actions).toEqual([add(1)]);
    expect(store.state).toEqual([0, 1]);
  });
});
