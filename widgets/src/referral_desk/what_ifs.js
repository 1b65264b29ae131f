/** What comes of an answer to a what-if, counted: one day in which it happens, beside the same day without. */

import { count } from "./counts.js";
import { conversationAt, isGrave, isInOutage, needsPerson, runDay } from "./day.js";
import { duration, plural } from "./words.js";

/** @import { Counts } from "./counts.js" */
/** @import { Arrival, Desk, DeskScenario, Result, WhatIfKey } from "./types.js" */

/**
 * @typedef {object} Happened
 * @property {readonly Result[]} results
 * @property {Counts} counts
 * @property {Counts} without
 * @property {DeskScenario} scenario
 */

/**
 * One or two sentences with the counts.
 *
 * @param {WhatIfKey} key
 * @param {Desk} desk
 * @param {DeskScenario} scenario
 * @returns {string}
 */
export function consequence(key, desk, scenario) {
  const answer = desk.answers[key];
  if (answer === undefined) {
    return "";
  }
  const day = { ...desk, events: [key] };
  const results = runDay(desk.settings, day, scenario);
  const counts = count(results, scenario);
  const usual = { ...desk, answers: { ...desk.answers, [key]: undefined }, events: [] };
  const without = count(runDay(desk.settings, usual, scenario), scenario);
  return `${SENTENCES[key](answer, { results, counts, without, scenario })} ${sum(counts, without)}`;
}

/**
 * @param {Counts} counts
 * @param {Counts} without
 */
function sum(counts, without) {
  const reached = `Reached: ${counts.reached} (without it ${without.reached}).`;
  return `${reached} Over-referred: ${counts.over} (without it ${without.over}).`;
}

/**
 * @param {DeskScenario} scenario
 * @param {readonly Result[]} results
 * @param {(arrival: Arrival, result: Result, index: number) => boolean} fits
 */
const indices = (scenario, results, fits) =>
  scenario.day.flatMap((arrival, index) => {
    const result = results[index];
    return result && fits(arrival, result, index) ? [index] : [];
  });

/** @type {Readonly<Record<WhatIfKey, (answer: string, happened: Happened) => string>>} */
const SENTENCES = {
  down(answer, { results, counts, without, scenario }) {
    const wrote = indices(scenario, results, (arrival) => isInOutage(arrival, scenario));
    const need = wrote.filter((index) => needsPerson(conversationAt(scenario, index)));
    const grave = need.filter((index) => isGrave(conversationAt(scenario, index)));
    const who = `${plural(wrote.length, "person writes", "people write")} meanwhile, and ${need.length} of them need a person.`;
    if (answer === "go_on") {
      return `${who} None of these is brought one; ${grave.length} of them HIGH or IMMINENT.`;
    }
    return answer === "emergency"
      ? `${who} All are sent to an emergency service.`
      : `${who} All are asked for; the longest wait of a request marked now is ${duration(counts.longest_wait)} (without it ${duration(without.longest_wait)}).`;
  },

  place(answer, { results, scenario }) {
    const referred = indices(
      scenario,
      results,
      (_arrival, { who }) => who === "line" || who === "emergency",
    );
    const abroad = indices(
      scenario,
      results,
      ({ place }, { who }) => who !== null && !place.startsWith(scenario.usual_place),
    );
    const asked = indices(scenario, results, (_arrival, { who }) => who !== null);
    const shown = `${plural(asked.length, "person is", "people are")} referred by your policy, ${referred.length} of them to a line or an emergency service.`;
    if (answer === "guess") {
      return `${shown} ${abroad.length} are shown numbers of a country in which they are not.`;
    }
    return answer === "nothing"
      ? `${shown} None of them is shown a line, and none is asked.`
      : `${shown} All are asked where they are, and nobody is shown a guessed number.`;
  },

  unsafe(answer, { results, scenario }) {
    const watched = indices(scenario, results, (arrival) => arrival.watched === true);
    const exposed = watched.filter((index) => results[index]?.exposed);
    const asked = watched.filter((index) => results[index]?.who !== null);
    if (asked.length === 0) {
      return `Your policy asks for nobody in these ${watched.length} conversations, and so nothing follows yet.`;
    }
    return answer === "quiet"
      ? `Your policy asks for somebody in ${asked.length} of these ${watched.length} conversations. Put at risk by contact: 0.`
      : `Your policy asks for somebody in ${asked.length} of these ${watched.length} conversations. Put at risk by contact: ${exposed.length}.`;
  },

  declines(answer, { results, scenario }) {
    const all = indices(scenario, results, (arrival) => arrival.declines === true);
    const asked = all.filter((index) => results[index]?.state === "declined");
    const urgent = asked.filter((index) => isGrave(conversationAt(scenario, index)));
    if (asked.length === 0) {
      return `Your policy asks none of these ${all.length}, and so nobody can say no yet.`;
    }
    const said = `Your policy asks ${asked.length} of these ${all.length}, and they say no; ${urgent.length} of them HIGH or IMMINENT.`;
    const after = {
      pass_on: `Words passed on against an answer: ${asked.length}.`,
      stay: `Still in the chat: ${asked.length}. Words passed on against an answer: 0.`,
      close: `Left alone: ${asked.length}.`,
    }[answer];
    return `${said} ${after ?? ""}`;
  },
};
