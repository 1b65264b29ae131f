/** From the learner's settings to the ordered rules of a policy, as `warmhandoff.referral.policy` has them. */

import { isMasked } from "./masked.js";
import { ANSWERS } from "./ranks.js";

/** @import { Answer, DeskScenario, Policy, Row, Rule, Settings, Then, When } from "./types.js" */

const SUICIDE = ["suicide", "self_harm"];
const OTHER = [
  "harm_to_others",
  "psychosis_mania",
  "eating_disorder",
  "substance_medical",
  "minor",
  "abuse",
];
const DENIED = ["negation", "quotation_lyrics", "idiom_hyperbole", "professional_academic"];
const PAST = "past_resolved";
const OTHERS = "third_person";
const QUESTIONS = ["intent", "plan", "time", "means", "past_acts"];
const RETURN_VISIT = 3;
const REPEATED = 2;

/**
 * @param {Settings} settings
 * @param {Readonly<Partial<Record<string, string | undefined>>>} answers  to the what-ifs
 * @param {DeskScenario} scenario
 * @returns {Policy}
 */
export function policyOf(settings, answers, scenario) {
  const words = wording(answers, scenario);
  const written = scenario.rows.flatMap((row) => [
    ...extrasBefore(row, settings, scenario, words),
    ...rulesOf(row, settings, scenario, words),
  ]);
  const rules = written.filter((rule, place) => !isMasked(rule, place, written));
  return {
    rules,
    masked: written.filter((rule) => !rules.includes(rule)),
    failSafe: answerOf(
      FAIL_SAFES[answers.down ?? "person"] ?? "now",
      words.reply(scenario.failure_reply),
    ),
  };
}

/** @type {Readonly<Record<string, Answer>>} */
const FAIL_SAFES = { person: "now", emergency: "emergency", go_on: "none" };

/**
 * @param {Answer} answer
 * @param {string} reply
 * @param {readonly string[]} [ask]
 * @returns {Then}
 */
function answerOf(answer, reply, ask = []) {
  const [disposition, urgency] = ANSWERS[answer];
  return { disposition, urgency, line: false, ask, reply };
}

/**
 * The lines that the answers to the what-ifs add to a reply.
 *
 * @param {Readonly<Partial<Record<string, string | undefined>>>} answers
 * @param {DeskScenario} scenario
 */
function wording(answers, scenario) {
  const place = (answers.place ?? "ask") === "ask" ? "\n{ask_place}" : "";
  const safety = answers.unsafe === "quiet" ? `\n${scenario.safety}` : "";
  return {
    /** @param {string} text */
    reply: (text) => `${text}${place}`,
    /** @param {string} text */
    guarded: (text) => `${text}${safety}${place}`,
  };
}

/**
 * @param {Settings} settings
 * @param {boolean} about  whether the rule is about somebody else
 */
function absentWays({ ignore }, about) {
  return [
    ...(ignore.denied ? DENIED : []),
    ...(ignore.past ? [PAST] : []),
    ...(ignore.others || !about ? [OTHERS] : []),
  ];
}

/**
 * @param {Partial<When>} given
 * @returns {When}
 */
const when = (given) => ({
  domains: [],
  level: "low",
  present: [],
  absent: [],
  turns: 1,
  ages: [],
  staffed: null,
  visit: null,
  ...given,
});

/**
 * One row of the table: about the writer, about somebody else (who is not asked about the writer's own
 * plans), and each of these at night where another one takes over.
 *
 * @param {Row} row
 * @param {Settings} settings
 * @param {DeskScenario} scenario
 * @param {ReturnType<typeof wording>} words
 * @returns {Rule[]}
 */
function rulesOf(row, settings, scenario, words) {
  const answer = settings.rows[row.key] ?? "none";
  if (answer === "none") {
    return [];
  }
  const night = settings.extras.night && answer === "now";
  return variants(row, settings).flatMap(({ name, about, condition }) => {
    const replies = scenario.replies[about];
    const kind = replyKind(answer);
    const ask = about === "suicide" && kind !== "emergency" ? QUESTIONS : [];
    const said = about === "other" ? words.guarded : words.reply;
    const rule = {
      row: row.key,
      name,
      when: condition,
      answer: answerOf(answer, said(replies[kind]), ask),
    };
    return night
      ? [
          {
            ...rule,
            name: `${name}, ${nightName(scenario)}`,
            when: { ...condition, staffed: false },
            answer: { ...answerOf(answer, said(replies.night), ask), line: true },
          },
          rule,
        ]
      : [rule];
  });
}

/** @param {DeskScenario} scenario */
const nightName = (scenario) => scenario.extras.find(({ key }) => key === "night")?.name ?? "night";

/**
 * @param {Answer} answer
 * @returns {"support" | "handoff" | "emergency"}
 */
function replyKind(answer) {
  if (answer === "emergency") {
    return "emergency";
  }
  return answer === "support" ? "support" : "handoff";
}

/**
 * @param {Row} row
 * @param {Settings} settings
 * @returns {{ name: string, about: "suicide" | "somebody_else" | "other", condition: When }[]}
 */
function variants({ group, level, name }, settings) {
  if (group === "other") {
    const condition = when({ domains: OTHER, level, absent: absentWays(settings, true) });
    return [{ name, about: "other", condition }];
  }
  const own = when({ domains: SUICIDE, level, absent: absentWays(settings, false) });
  if (settings.ignore.others) {
    return [{ name, about: "suicide", condition: own }];
  }
  const theirs = when({
    domains: SUICIDE,
    level,
    present: [OTHERS],
    absent: absentWays(settings, true),
  });
  return [
    { name, about: "suicide", condition: own },
    { name: `${name}, somebody else`, about: "somebody_else", condition: theirs },
  ];
}

/**
 * Rules of their own, before the lower rows, so that among equals they come first.
 *
 * @param {Row} row
 * @param {Settings} settings
 * @param {DeskScenario} scenario
 * @param {ReturnType<typeof wording>} words
 * @returns {Rule[]}
 */
function extrasBefore(row, settings, scenario, words) {
  const own = { domains: SUICIDE, absent: absentWays(settings, false) };
  const handoff = words.reply(scenario.replies.suicide.handoff);
  /** @type {Readonly<Record<string, readonly (readonly ["young" | "repeated" | "returning", When, Then])[]>>} */
  const before = {
    moderate: [
      [
        "young",
        when({ domains: [...SUICIDE, ...OTHER], absent: DENIED, ages: ["under-13", "13-17"] }),
        answerOf("today", words.guarded(scenario.replies.young)),
      ],
    ],
    low: [
      ["repeated", when({ ...own, turns: REPEATED }), answerOf("days", handoff, QUESTIONS)],
      ["returning", when({ ...own, visit: RETURN_VISIT }), answerOf("days", handoff, QUESTIONS)],
    ],
  };
  if (row.group !== "suicide") {
    return [];
  }
  return (before[row.level] ?? [])
    .filter(([key]) => settings.extras[key])
    .map(([key, condition, answer]) => ({
      row: key,
      name: scenario.extras.find((extra) => extra.key === key)?.name ?? key,
      when: condition,
      answer,
    }));
}
