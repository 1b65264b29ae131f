/** @import { Action, Model } from "./types.js" */

/**
 * Plays a model: keeps the state and the actions that led there. Replaying the actions gives the state.
 *
 * @template Scenario, State
 * @template {Action} A
 * @param {Model<Scenario, State, A>} model
 * @param {Scenario} scenario
 * @param {readonly A[]} [played]  actions to begin with
 */
export function createStore(model, scenario, played = []) {
  let state = model.initial(scenario);
  let before = state;
  /** @type {readonly A[]} */
  let actions = [];

  /** @param {A} action */
  function act(action) {
    const last = actions.at(-1);
    const replaces = last?.type === action.type && model.settings.includes(action.type);
    const from = replaces ? before : state;
    // A model that refuses the action throws here, and nothing has changed.
    state = model.step(from, action);
    before = from;
    actions = replaces ? [...actions.slice(0, -1), action] : [...actions, action];
  }

  /** @param {readonly A[]} again */
  function replay(again) {
    state = model.initial(scenario);
    before = state;
    actions = [];
    for (const action of again) {
      act(action);
    }
  }

  replay(played);
  return {
    act,
    replay,
    get state() {
      return state;
    },
    get actions() {
      return actions;
    },
  };
}
