/** The map in words. */

import { answeredBy, answerOf, NOBODY, plainly } from "./map.js";

/** @import { Answer, MapScenario, Mishap, Setting } from "./map.js" */

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * @param {MapScenario} scenario
 * @param {readonly string[]} keys
 * @returns {string} "licence, supervisor and court"; an empty string for none
 */
export const names = (scenario, keys) =>
  list.format(
    keys.map((key) =>
      key === NOBODY
        ? "nobody"
        : (scenario.answerers.find((answerer) => answerer.key === key)?.short ?? key),
    ),
  );

/**
 * @param {MapScenario} scenario
 * @param {string} key
 */
export const placeName = (scenario, key) =>
  scenario.places.find((place) => place.key === key)?.label ?? key;

/**
 * @param {MapScenario} scenario
 * @param {Setting} key
 */
export const settingName = (scenario, key) =>
  scenario.settings.find((setting) => setting.key === key)?.label ?? key;

/**
 * @param {MapScenario} scenario
 * @param {Answer} answer
 */
export const plainWords = (scenario, { plain }) =>
  plain.length > 0 ? `Plainly: ${names(scenario, plain)}.` : "Plainly: nobody.";

/**
 * @param {MapScenario} scenario
 * @param {Answer} answer
 */
export const arguableWords = (scenario, { arguable }) =>
  arguable.length > 0 ? `Arguable: ${names(scenario, arguable)}.` : "";

/**
 * One cell of the table.
 *
 * @param {MapScenario} scenario
 * @param {Mishap} event
 * @param {Setting} setting
 * @param {string} place
 */
export function cellWords(scenario, event, setting, place) {
  const answer = answerOf(scenario, event, setting, place);
  if (answer.plain.length > 0) {
    return names(scenario, answer.plain);
  }
  return answer.arguable.length > 0
    ? `nobody plainly (arguable: ${names(scenario, answer.arguable)})`
    : "nobody";
}

/**
 * @param {MapScenario} scenario
 * @param {ReturnType<typeof import("./map.js").judged>} verdict
 * @returns {string[]} what was ticked beside the map, kindly; one sentence for each kind
 */
export function verdictLines(scenario, { right, arguable, missed, not_here }) {
  const named = right.filter((key) => key !== NOBODY);
  const absent = not_here.filter((key) => key !== NOBODY);
  const others = missed.filter((key) => key !== NOBODY);
  return [
    right.includes(NOBODY) ? "You have it: plainly, it is nobody." : "",
    named.length > 0 ? `You have it: ${names(scenario, named)}.` : "",
    arguable.length > 0 ? `Arguable, and fairly ticked: ${names(scenario, arguable)}.` : "",
    missed.includes(NOBODY) ? "Plainly, on the map, it is nobody." : "",
    others.length > 0
      ? `${named.length > 0 ? "On the map as well" : "On the map"}: ${names(scenario, others)}.`
      : "",
    not_here.includes(NOBODY) ? "It is not nobody: on the map somebody plainly answers." : "",
    absent.length > 0
      ? `Not on the map here: ${names(scenario, absent)}. See the reasons below; you may still see it otherwise.`
      : "",
  ].filter(Boolean);
}

/**
 * The three numbers in a sentence.
 *
 * @param {MapScenario} scenario
 * @param {string} place
 */
export function totals(scenario, place) {
  const counts = scenario.settings.map(
    ({ key, label }) => `${label.toLowerCase()} ${plainly(scenario, key, place)}`,
  );
  return `${placeName(scenario, place)}. Of ${scenario.events.length} events somebody plainly answers for: ${counts.join(", ")}.`;
}

/**
 * What no app had.
 *
 * @param {MapScenario} scenario
 * @param {string} place
 */
export function neverInApp(scenario, place) {
  const count = answeredBy(scenario, "app", place, ["licence", "supervision", "complaint_body"]);
  return `A licence, a supervisor or a complaint body answered for ${count} of ${scenario.events.length} in the app. The model is not on the list at all: there is nothing that could be taken from it.`;
}

/**
 * The events that nobody plainly answers for in the app, wherever one is.
 *
 * @param {MapScenario} scenario
 */
export function nowhere(scenario) {
  const open = scenario.events.filter((event) =>
    scenario.places.every(({ key }) => answerOf(scenario, event, "app", key).plain.length === 0),
  );
  const titles = open.map(({ title }) => `“${title}”`);
  return open.length === 0
    ? ""
    : `At none of the ${scenario.places.length} places shown did anybody plainly answer, in the app, for ${list.format(titles)}.`;
}
