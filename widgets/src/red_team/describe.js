/** The run in words: everything that was said and everything that was shown. */

import { caseOf, FORESIGHT_WORDS } from "./progress.js";
import { decisionWords, labelWords, reasonWords, VERDICT_WORDS, verdictOf } from "./verdicts.js";

/** @import { RedTeam, RedTeamAction } from "./model.js" */
/** @import { RedTeamScenario } from "./types.js" */

/**
 * @param {RedTeam} now  after the action
 * @param {RedTeamAction} action
 * @param {RedTeamScenario} scenario
 */
export function describe(now, action, scenario) {
  switch (action.type) {
    case "foresee":
      return `Foresaw for ${action.id}: ${FORESIGHT_WORDS[action.said]}.\n${opening(0, action.id, scenario)}`;
    case "next":
      return null;
    case "skip":
      return `Skipped ${action.id}.`;
    case "open":
      return `Opened ${opening(now.guard, action.id, scenario)}`;
    case "name": {
      const naming = now.named.at(-1);
      const label = scenario.modes.find(({ key }) => key === action.mode)?.label;
      return `Named the failure in ${action.id}: ${label}. ${naming?.fits ? "The writers gave it that mark too." : "The writers did not give it that mark."}`;
    }
    case "set_guard":
      return `Looked at: ${scenario.guards[now.guard]?.label}.`;
    case "keep_hazard":
      return now.hazards.at(-1) ?? null;
    case "set_hazard":
      return `Hazard to write down: ${scenario.modes.find(({ key }) => key === now.hazard)?.label}.`;
    default:
      return `Control: ${now.control}`;
  }
}

/**
 * A conversation with its decisions, in lines.
 *
 * @param {number} guard
 * @param {string} id
 * @param {RedTeamScenario} scenario
 */
function opening(guard, id, scenario) {
  const item = caseOf(scenario, id);
  const decisions = item.decisions[guard] ?? [];
  let number = 0;
  const lines = item.messages.flatMap(({ role, content }) => {
    if (role !== "user") {
      return [`   Bot: ${content}`];
    }
    const decision = decisions[number] ?? null;
    const why = reasonWords(item, guard, number, scenario);
    number += 1;
    return [
      `   Person: ${content}`,
      `      Guard: ${decisionWords(decision)}${why && `; why: ${why}`}.`,
    ];
  });
  return [
    `${id} (${VERDICT_WORDS[verdictOf(item, guard)].toLowerCase()}; label: ${labelWords(item)}${item.disputed ? "; disputed" : ""}):`,
    ...lines,
    `   Why this label: ${item.rationale}`,
  ].join("\n");
}
