/** The transcript of a run: what the learner did, and what came of it. */

import { count, resultsOf } from "./counts.js";
import { conversationAt } from "./day.js";
import { clock, complaint } from "./toml.js";
import { consequence } from "./what_ifs.js";
import {
  ANSWER_WORDS,
  decided,
  ignoredWords,
  policyRows,
  sentence,
  VERDICT_WORDS,
} from "./words.js";

/** @import { Desk, DeskAction, DeskScenario, Result } from "./types.js" */

/**
 * @param {DeskScenario} scenario
 * @returns {string[]}
 */
export const preamble = (scenario) => [
  `On the desk: ${scenario.start.title}.`,
  ...policyLines(scenario.start, scenario),
  `  On the desk from 09:00 to ${clock(scenario.closes)}: ${scenario.staff}.`,
  "",
];

/**
 * @param {Desk} desk
 * @param {DeskAction} action
 * @param {DeskScenario} scenario
 * @returns {string | null}
 */
export function described(desk, action, scenario) {
  const results = resultsOf(desk, scenario);
  const came = sentence(count(results, scenario));
  switch (action.type) {
    case "run":
      return ["Ran the day.", ...dayLines(desk, results, scenario), `  ${came}`].join("\n");
    case "reset":
      return `Put the policy back as it lay there. ${came}`;
    case "set_title":
      return `The policy is called: ${desk.settings.title}`;
    case "set_to":
      return `Who takes over: ${desk.settings.to}`;
    case "set_staff":
      return `On the desk: ${desk.staff}. ${came}`;
    case "set_closes":
      return `The desk closes at ${clock(desk.closes)}. ${came}`;
    case "answer":
    case "set_event":
      return describedWhatIf(desk, action, scenario);
    case "open":
      return describedConversation(results, action.id, scenario);
    default:
      return `${describedSetting(action, scenario)} ${came}`;
  }
}

/**
 * @param {Extract<DeskAction, { type: "set_row" | "set_ignore" | "set_extra" }>} action
 * @param {DeskScenario} scenario
 */
function describedSetting(action, { rows, ignore, extras }) {
  switch (action.type) {
    case "set_row":
      return `Rule for ${rows.find(({ key }) => key === action.row)?.name}: ${ANSWER_WORDS[action.answer]}.`;
    case "set_ignore":
      return `Words that ${ignore.find(({ key }) => key === action.key)?.label}: ${action.value ? "passed over" : "heard"}.`;
    default:
      return `${extras.find(({ key }) => key === action.key)?.label}: ${action.value ? "on" : "off"}.`;
  }
}

/**
 * @param {Desk} desk
 * @param {readonly Result[]} results
 * @param {DeskScenario} scenario
 */
const dayLines = (desk, results, scenario) => [
  ...policyLines(desk.settings, scenario),
  ...results.map(({ verdict, decision }, index) => {
    const { risk, id } = conversationAt(scenario, index);
    return `  ${scenario.day[index]?.at} ${id} (labelled ${risk}): ${VERDICT_WORDS[verdict].toLowerCase()}; rule: ${decision.rule}`;
  }),
];

/**
 * @param {Desk} desk
 * @param {Extract<DeskAction, { type: "answer" | "set_event" }>} action
 * @param {DeskScenario} scenario
 */
function describedWhatIf(desk, action, scenario) {
  const whatIf = scenario.what_ifs.find(({ key }) => key === action.what_if);
  if (action.type === "set_event") {
    return `${whatIf?.title}: ${action.value ? "happens today" : "does not happen today"}.`;
  }
  const option = whatIf?.options.find(({ key }) => key === action.key);
  const fault = complaint(desk, scenario);
  return [
    `${whatIf?.title}: ${option?.label}.`,
    `  ${option?.means}`,
    ...(option?.reads ? [`  The person reads: ${option.reads}`] : []),
    `  ${consequence(action.what_if, desk, scenario)}`,
    ...(fault ? [`  The file cannot be used: ${fault}`] : []),
  ].join("\n");
}

/**
 * @param {readonly Result[]} results
 * @param {string} id
 * @param {DeskScenario} scenario
 */
function describedConversation(results, id, scenario) {
  const index = scenario.day.findIndex((arrival) => arrival.id === id);
  const conversation = conversationAt(scenario, index);
  const result = results[index];
  return result
    ? [
        `Read ${id} (${VERDICT_WORDS[result.verdict].toLowerCase()}; labelled ${conversation.risk}):`,
        ...conversation.messages.map(
          ({ role, content }) => `  ${role === "user" ? "Person" : "Bot"}: ${content}`,
        ),
        ...decided(result, conversation).map((line) => `  ${line}`),
        `  Why this label: ${conversation.rationale}`,
      ].join("\n")
    : null;
}

/**
 * @param {Desk["settings"]} settings
 * @param {DeskScenario} scenario
 */
function policyLines(settings, scenario) {
  const rows = policyRows(settings, scenario);
  return [
    ...rows.map(([heard, answer]) => `  ${heard}: ${answer}`),
    `  ${ignoredWords(settings, scenario)}`,
  ];
}
