/** The referral desk: a policy set by hand, a day run by it, and four what-ifs to answer for. */

import { staged, within } from "../common/stages.js";
import { count, resultsOf, standing } from "./counts.js";
import { runDay } from "./day.js";
import { described, preamble } from "./describe.js";
import { ANSWERS } from "./ranks.js";
import { complaint, policyToml } from "./toml.js";

/** @import { Desk, DeskAction, DeskScenario, Result, WhatIfKey } from "./types.js" */

export const MOST_STAFF = 6;
export const EARLIEST = 12;
export const LATEST = 24;
export const LONGEST_TEXT = 80;

/**
 * What is still to be done before the debrief.
 *
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 * @returns {string[]}
 */
export function toDo({ run, changed, answers }, scenario) {
  const open = scenario.what_ifs.filter(({ key }) => !answers[key]);
  return [
    ...(run ? [] : ["run the day"]),
    ...(changed ? [] : ["change the policy at least once"]),
    ...open.map(({ title }) => `answer “${title}”`),
  ];
}

/** @type {WeakMap<DeskScenario, Result[]>} */
const firstDays = new WeakMap();

/**
 * The day with the policy that lay on the desk: what the prediction is about.
 *
 * @param {DeskScenario} scenario
 * @returns {readonly Result[]}
 */
export function firstDay(scenario) {
  let first = firstDays.get(scenario);
  if (!first) {
    const { staff, closes } = scenario;
    first = runDay(scenario.start, { staff, closes, answers: {}, events: [] }, scenario);
    firstDays.set(scenario, first);
  }
  return first;
}

/**
 * The learner's policy beside the one that lay on the desk, on the same day and with the same people.
 *
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 */
export const standingOf = (desk, scenario) =>
  standing(resultsOf(desk, scenario), runDay(scenario.start, desk, scenario), scenario);

/**
 * @param {readonly { readonly key: string }[]} known
 * @param {string} key
 * @param {string} kind
 */
function refuseUnknown(known, key, kind) {
  if (!known.some((each) => each.key === key)) {
    throw new Error(`There is no ${kind} ${key}.`);
  }
}

/**
 * @param {DeskScenario} scenario
 * @param {WhatIfKey} key
 */
function whatIfOf(scenario, key) {
  refuseUnknown(scenario.what_ifs, key, "what-if");
  return /** @type {import("./types.js").WhatIf} */ (
    scenario.what_ifs.find((each) => each.key === key)
  );
}

/**
 * A change of the policy itself.
 *
 * @param {Desk} desk
 * @param {Partial<Desk["settings"]>} part
 * @returns {Desk}
 */
const withSettings = (desk, part) => ({
  ...desk,
  changed: true,
  settings: { ...desk.settings, ...part },
});

/**
 * @typedef {{ [T in DeskAction["type"]]: (desk: Desk, action: Extract<DeskAction, { type: T }>, scenario: DeskScenario) => Desk }} Steps
 */

/** @type {Steps} */
const STEPS = {
  run: (desk, _action, scenario) => ({
    ...desk,
    run: true,
    first: desk.first ?? count(firstDay(scenario), scenario),
  }),

  reset: (desk, _action, scenario) => ({ ...desk, settings: scenario.start }),

  set_row(desk, { row, answer }, scenario) {
    refuseUnknown(scenario.rows, row, "row");
    if (!Object.hasOwn(ANSWERS, answer)) {
      throw new Error(`There is no answer ${answer}.`);
    }
    return withSettings(desk, { rows: { ...desk.settings.rows, [row]: answer } });
  },

  set_ignore(desk, { key, value }, scenario) {
    refuseUnknown(scenario.ignore, key, "way of meaning");
    return withSettings(desk, { ignore: { ...desk.settings.ignore, [key]: value } });
  },

  set_extra(desk, { key, value }, scenario) {
    refuseUnknown(scenario.extras, key, "rule");
    return withSettings(desk, { extras: { ...desk.settings.extras, [key]: value } });
  },

  set_title: (desk, { text }) => ({
    ...desk,
    settings: { ...desk.settings, title: text.slice(0, LONGEST_TEXT) },
  }),
  set_to: (desk, { text }) => ({
    ...desk,
    settings: { ...desk.settings, to: text.slice(0, LONGEST_TEXT) },
  }),

  set_staff: (desk, { value }) => ({
    ...desk,
    staff: Math.round(within(value, 1, MOST_STAFF, "The staff")),
  }),
  set_closes: (desk, { value }) => ({
    ...desk,
    closes: Math.round(within(value, EARLIEST, LATEST, "The closing hour")),
  }),

  answer(desk, { what_if, key }, scenario) {
    refuseUnknown(whatIfOf(scenario, what_if).options, key, "answer");
    return { ...desk, answers: { ...desk.answers, [what_if]: key } };
  },

  set_event(desk, { what_if, value }, scenario) {
    if (!desk.answers[whatIfOf(scenario, what_if).key]) {
      throw new Error("A what-if happens once it has an answer.");
    }
    const others = desk.events.filter((event) => event !== what_if);
    return { ...desk, events: value ? [...others, what_if] : others };
  },

  open(desk, { id }, scenario) {
    if (!scenario.day.some((arrival) => arrival.id === id)) {
      throw new Error(`There is no conversation ${id}.`);
    }
    return { ...desk, opened: [...new Set([...desk.opened, id])] };
  },
};

/** @type {import("../common/stages.js").Play<DeskScenario, Desk, DeskAction>} */
const play = {
  settings: ["set_staff", "set_closes", "set_title", "set_to"],

  initial: (scenario) => ({
    settings: scenario.start,
    staff: scenario.staff,
    closes: scenario.closes,
    answers: {},
    events: [],
    run: false,
    changed: false,
    first: null,
    opened: [],
  }),

  step(desk, action, stage, scenario) {
    if (stage !== "play") {
      throw new Error(`The action ${action.type} belongs to the play, after the prediction.`);
    }
    const take =
      /** @type {((desk: Desk, action: DeskAction, scenario: DeskScenario) => Desk) | undefined} */ (
        Object.hasOwn(STEPS, action.type) ? STEPS[action.type] : undefined
      );
    if (!take) {
      throw new Error(`The referral desk knows no action ${JSON.stringify(action)}.`);
    }
    if (action.type !== "run" && !desk.run) {
      throw new Error("Run the day with the policy as it is first.");
    }
    return take(desk, action, scenario);
  },

  done: (desk, scenario) => toDo(desk, scenario).length === 0,

  preamble,

  describe: described,

  outcome(desk, scenario) {
    const results = resultsOf(desk, scenario);
    const { settings, staff, closes, answers, events, first, opened } = desk;
    return {
      policy: policyToml(desk, scenario),
      complaint: complaint(desk, scenario),
      settings,
      staff,
      closes,
      answers,
      events,
      decisions: desk.run ? decisionsOf(results, scenario) : null,
      counts: desk.run ? count(results, scenario) : null,
      first,
      standing: desk.run ? standingOf(desk, scenario).side : null,
      opened,
    };
  },
};

/**
 * @param {readonly Result[]} results
 * @param {DeskScenario} scenario
 */
export const decisionsOf = (results, scenario) =>
  Object.fromEntries(
    results.map(({ decision: { disposition, urgency, rule }, verdict, state, wait }, index) => [
      scenario.day[index]?.id,
      { disposition, urgency, rule, verdict, state, wait },
    ]),
  );

export const { initial, step, done, outcome, transcript, settings } = staged(play);
