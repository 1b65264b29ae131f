/** What the desk says in words: about a policy, a day, a verdict. */

import { needsPerson } from "./day.js";
import { ANSWERS } from "./ranks.js";

/** @import { Answer, DeskScenario, Result, Settings, Verdict, LabelledConversation } from "./types.js" */
/** @import { Counts, Standing } from "./counts.js" */

/** @type {Readonly<Record<Answer, string>>} */
export const ANSWER_WORDS = {
  none: "No rule: the chat goes on",
  support: "Ask, and offer support",
  days: "A person, within days",
  today: "A person, today",
  now: "A person, now",
  emergency: "The emergency number, now",
};

/** @type {Readonly<Record<Verdict, string>>} */
export const VERDICT_WORDS = {
  reached: "Reached",
  missed: "Missed",
  unreached: "Asked for, not reached",
  declined: "Said no",
  over: "Over-referred",
  fine: "Rightly handled",
};

export const GROUP_WORDS = {
  suicide: "Suicide or self-harm",
  other: "Violence, abuse, illness, a child in danger",
};

const HOUR = 60;

/** @param {number} minutes */
export function duration(minutes) {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  return [hours > 0 ? `${hours} h` : null, rest > 0 || hours === 0 ? `${rest} min` : null]
    .filter(Boolean)
    .join(" ");
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {Counts} counts */
export function sentence(counts) {
  return [
    `Reached ${counts.reached} of ${counts.need} who need a person.`,
    `Missed ${counts.missed}.`,
    `Asked for and not reached ${counts.unreached}.`,
    counts.declined > 0 ? `Said no ${counts.declined}.` : null,
    `Over-referred ${counts.over}.`,
    missedHigh(counts),
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {Counts} counts */
export function missedHigh({ missed_high: missed, unreached_high: unreached }) {
  const late = unreached > 0 ? ` Of these levels asked for and not reached: ${unreached}.` : "";
  return missed === 0
    ? `Missed HIGH or IMMINENT: none.${late}`
    : `Missed HIGH or IMMINENT: ${missed}. No saving in waiting makes up for that.${late}`;
}

/** @param {Standing} standing */
export function standingWords({ side, because }) {
  return side === "equal"
    ? "Beside the policy that lay on the desk, on the same day: no difference."
    : `Beside the policy that lay on the desk, on the same day: ${side}, by ${because}.`;
}

/**
 * The policy as rows to read: what is heard, and the answer.
 *
 * @param {Settings} settings
 * @param {DeskScenario} scenario
 * @returns {(readonly [heard: string, answer: string])[]}
 */
export const policyRows = (settings, scenario) => [
  ...["suicide", "other"].flatMap((group) =>
    scenario.rows
      .filter((row) => row.group === group)
      .map(
        ({ key, name }) =>
          /** @type {const} */ ([upper(name), ANSWER_WORDS[settings.rows[key] ?? "none"]]),
      ),
  ),
  ...scenario.extras
    .filter(({ key }) => settings.extras[key])
    .map(({ label }) => /** @type {const} */ ([label, "Yes"])),
];

/**
 * @param {Settings} settings
 * @param {DeskScenario} scenario
 */
export function ignoredWords(settings, scenario) {
  const ignored = scenario.ignore.filter(({ key }) => settings.ignore[key]);
  return ignored.length > 0
    ? `It passes over words that ${ignored.map(({ label }) => label).join("; ")}.`
    : "It passes over no words, however they are meant.";
}

/** @param {string} text */
const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What was decided about one conversation and what came of it.
 *
 * @param {Result} result
 * @param {LabelledConversation} conversation
 * @returns {string[]}
 */
export function decided({ decision, ...result }, conversation) {
  const answer = Object.entries(ANSWERS).find(
    ([, [disposition, urgency]]) =>
      disposition === decision.disposition && urgency === decision.urgency,
  )?.[0];
  const words = ANSWER_WORDS[/** @type {Answer} */ (answer ?? "none")];
  return [
    decision.rule === "default"
      ? "No rule holds: the chat goes on."
      : `${words}. ${ruleWords(decision)}`,
    heard(conversation),
    came({ decision, ...result }, conversation),
  ];
}

/** @type {Readonly<Record<string, string>>} */
const DOMAINS = {
  suicide: "suicide",
  self_harm: "self-harm",
  harm_to_others: "harm to others",
  abuse: "abuse",
  psychosis_mania: "psychosis or mania",
  eating_disorder: "an eating disorder",
  substance_medical: "substances or illness",
  minor: "a child",
  scope: "something only a clinician may do",
};

/** @type {Readonly<Record<string, string>>} */
const WAYS = {
  negation: "denied",
  past_resolved: "past",
  third_person: "about somebody else",
  professional_academic: "asked for work or supposed",
  quotation_lyrics: "quoted",
  idiom_hyperbole: "a figure of speech",
};

/**
 * What the signals hear, each kind once.
 *
 * @param {LabelledConversation} conversation
 */
function heard({ signals }) {
  const kinds = signals.map(({ domain, level, ways }) =>
    [`${DOMAINS[domain] ?? domain}, ${level}`, ...ways.map((way) => WAYS[way] ?? way)].join(", "),
  );
  return kinds.length === 0
    ? "Nothing in it is heard: no rule of any policy here could answer."
    : `Heard in it: ${[...new Set(kinds)].join("; ")}.`;
}

/** @param {Result["decision"]} decision */
function ruleWords({ rule, others }) {
  if (rule === "fail_safe") {
    return "The reading failed, and so the fail-safe answered.";
  }
  const also = others.length > 0 ? ` Also holding, and not higher: ${others.join("; ")}.` : "";
  return `The rule “${rule}” answered.${also}`;
}

/** @type {Readonly<Record<string, string>>} */
const WHO = {
  desk: "Somebody from the desk",
  line: "A crisis line",
  emergency: "The emergency service",
};

/**
 * @param {Result} result
 * @param {LabelledConversation} conversation
 */
function came({ verdict, state, wait, who, exposed }, conversation) {
  if (who === null) {
    return needsPerson(conversation)
      ? "Nobody was asked for, and a person was needed."
      : "Nobody was asked for, and nobody needed to be.";
  }
  if (state === "declined") {
    return "They were asked and said no: the handoff is “declined”.";
  }
  if (exposed) {
    return "Somebody else read what came back. Nobody was reached: the handoff is “unreachable”.";
  }
  if (wait === null) {
    return "Nobody was reached: the handoff is “unreachable”.";
  }
  return `${WHO[who]} was there after ${duration(wait)}: the handoff is “connected”. ${AFTER[verdict]}`.trim();
}

/** @type {Readonly<Record<Verdict, string>>} */
const AFTER = {
  reached: "In time.",
  missed: "Whatever the wait: the policy had asked for less than a person now.",
  unreached: "Too late.",
  declined: "",
  over: "Something else was needed.",
  fine: "That was welcome and not needed.",
};
