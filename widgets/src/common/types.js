/**
 * The contracts between models, views and the two hosts (a notebook, a page). Types only.
 */

/** @typedef {{ readonly type: string }} Action */

/**
 * A pure state machine: no clock, no chance, no screen. The same actions give the same outcome, byte
 * for byte, wherever they are played.
 *
 * @template Scenario, State
 * @template {Action} A
 * @typedef {object} Model
 * @property {(scenario: Scenario) => State} initial
 * @property {(state: State, action: A) => State} step  throws on an action that makes no sense here
 * @property {(state: State) => Record<string, unknown>} outcome  plain data, keys in a fixed order
 * @property {(state: State) => string} transcript  the run in words, to keep and to discuss
 * @property {readonly string[]} settings  action types that replace their own kind: a drag is one action
 */

/**
 * What anywidget hands to `render`; a page brings its own.
 *
 * @typedef {object} Backend
 * @property {(key: string) => unknown} get
 * @property {(key: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, listener: (...args: unknown[]) => void) => void} on
 * @property {(event: string, listener: (...args: unknown[]) => void) => void} off
 * @property {(content: unknown) => void} send
 */

/**
 * @template State, A
 * @typedef {object} ViewContext
 * @property {(action: A) => void} act
 * @property {() => void} restart  a new run from the start
 * @property {State} state  the state to draw first
 * @property {number} level  heading level for the widget's own title; 1 means that the page has drawn it
 */

/**
 * Draws once and answers with what draws again.
 *
 * @template State, A
 * @typedef {(root: HTMLElement, context: ViewContext<State, A>) => (state: State) => void} View
 */

/** @typedef {"user" | "assistant"} Role */
/** @typedef {{ readonly role: Role, readonly content: string }} Message */
/** @typedef {{ readonly key: string, readonly label: string }} Option */

/**
 * The parts that every simulation's scenario has; the schemas in datasets/simulations say more.
 *
 * @typedef {object} Scenario
 * @property {string} simulation
 * @property {string} title
 * @property {string} summary
 * @property {readonly string[]} lead
 * @property {string} care
 * @property {PredictionText} prediction
 * @property {DebriefText} debrief
 */

/**
 * @typedef {object} PredictionText
 * @property {string} question
 * @property {string} confidence
 * @property {string} unit
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {number} start
 */

/** @typedef {{ readonly text: string, readonly key?: string }} Claim */

/**
 * @typedef {object} DebriefText
 * @property {string} mechanism
 * @property {readonly string[]} try
 * @property {readonly Claim[]} evidence  measured, each with its citation key
 * @property {readonly Claim[]} counter
 * @property {readonly string[]} chosen  what was chosen for teaching
 */

export {};
