/** The learner's policy as the TOML text that `PolicyGuard` reads; the form is that of datasets/policies. */

import { OPENS } from "./hours.js";
import { policyOf } from "./rules.js";

/** @import { Desk, DeskScenario, Rule, Then, When } from "./types.js" */

const LONGEST = 80;

/**
 * What a learner typed, as one line: no control characters, no line breaks, no end of a string.
 *
 * @param {string} text
 */
export const oneLine = (text) => [...plain(text)].slice(0, LONGEST).join("").trim();

/**
 * A basic string. JSON escapes quotes, backslashes and control characters as TOML does; DEL it leaves.
 *
 * @param {string} value
 */
const quoted = (value) => JSON.stringify(value).replaceAll("\u007f", "\\u007F");

/** @param {readonly string[]} values */
const list = (values) => `[${values.map(quoted).join(", ")}]`;

/**
 * A string of several lines, each escaped by itself, so that no line can end it.
 *
 * @param {string} value
 */
const block = (value) =>
  value.includes("\n")
    ? `"""\n${value
        .split("\n")
        .map((line) => quoted(line).slice(1, -1))
        .join("\n")}"""`
    : quoted(value);

/**
 * What keeps the policy from being saved: the mend is in the sentence. Null when nothing does.
 *
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 */
export function complaint(desk, scenario) {
  if (policyOf(desk.settings, desk.answers, scenario).rules.length === 0) {
    return "There are no rules; give at least one row an answer.";
  }
  return desk.answers.down === "go_on"
    ? "A failure must bring in a person; choose another answer to “The service is down”."
    : null;
}

/**
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 */
export function policyToml(desk, scenario) {
  const { settings, answers, closes } = desk;
  const { rules, failSafe } = policyOf(settings, answers, scenario);
  const to = oneLine(settings.to);
  return [
    "# Written at the referral desk of the course Warm Handoff. Not clinically reviewed: a service writes its",
    "# own, argues about every line of it, and tests it on conversations that others wrote.",
    ...decidedElsewhere(desk, scenario),
    "",
    "[policy]",
    'name = "referral-desk"',
    `title = ${quoted(oneLine(settings.title) || oneLine(scenario.start.title) || "Untitled")}`,
    'summary = "All rules that hold are read; the highest answer counts."',
    "",
    "[hours]",
    `time_zone = ${quoted(scenario.time_zone)}`,
    `open = ["mon-sun ${clock(OPENS)}-${clock(closes)}"]`,
    "",
    ...rules.flatMap((rule) => [...ruleLines(rule, to), ""]),
    "[default]",
    'disposition = "continue"',
    'urgency = "routine"',
    "",
    "[fail_safe]",
    ...thenLines(failSafe, to),
    "",
  ].join("\n");
}

/** @param {number} hour */
export const clock = (hour) => `${String(hour).padStart(2, "0")}:00`;

/**
 * The answers to the what-ifs, for the people who read the file.
 *
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 */
function decidedElsewhere({ answers }, scenario) {
  const given = scenario.what_ifs.flatMap(({ key, title, options }) => {
    const option = options.find((each) => each.key === answers[key]);
    return option ? [`#   ${plain(title)}: ${plain(option.label)}`] : [];
  });
  return given.length > 0
    ? [
        "#",
        "# What this desk answered to (people keep these, a file of this form cannot):",
        ...given,
      ]
    : [];
}

/** @param {string} text */
const plain = (text) => text.replace(/[\s\p{C}]+/gu, " ").trim();

/**
 * @param {Rule} rule
 * @param {string} to
 */
function ruleLines({ name, when, answer }, to) {
  return [
    "[[rule]]",
    `name = ${quoted(name)}`,
    "[rule.when]",
    ...whenLines(when),
    "[rule.then]",
    ...thenLines(answer, to),
  ];
}

/** @param {When} when */
function whenLines({ domains, level, present, absent, turns, ages, staffed, visit }) {
  return [
    `domains = ${list(domains)}`,
    `level = ${quoted(level)}`,
    ...(present.length > 0 ? [`with = ${list(present)}`] : []),
    ...(absent.length > 0 ? [`without = ${list(absent)}`] : []),
    ...(turns > 1 ? [`turns = ${turns}`] : []),
    ...(ages.length > 0 ? [`age_bands = ${list(ages)}`] : []),
    ...(staffed === null ? [] : [`staffed = ${staffed}`]),
    ...(visit === null ? [] : [`visit = ${visit}`]),
  ];
}

const RECEIVERS = {
  emergency:
    "the emergency service of the person's place, called by the person or by somebody near them",
  line: "a crisis line of the person's place that answers now, and our team at its next shift",
};

/**
 * @param {Then} then
 * @param {string} to  who takes over in staffed hours
 */
function thenLines({ disposition, urgency, line, ask, reply }, to) {
  return [
    `disposition = ${quoted(disposition)}`,
    `urgency = ${quoted(urgency)}`,
    ...(ask.length > 0 ? [`ask = ${list(ask)}`] : []),
    ...receiver(disposition, line, to).map((who) => `to = ${quoted(who)}`),
    ...(reply ? [`reply = ${block(reply)}`] : []),
  ];
}

/**
 * @param {string} disposition
 * @param {boolean} line
 * @param {string} to
 */
function receiver(disposition, line, to) {
  if (disposition === "emergency") {
    return [RECEIVERS.emergency];
  }
  if (line) {
    return [RECEIVERS.line];
  }
  return disposition === "warm_handoff" && to ? [to] : [];
}
