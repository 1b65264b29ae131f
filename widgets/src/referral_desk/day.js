/** A day at the desk: who is asked for, who is there in time, who waits. All times are minutes. */

import { decide } from "./evaluate.js";
import { isStaffed, minutesOf } from "./hours.js";
import { deskWaits } from "./queue.js";
import { ANSWERS, rank } from "./ranks.js";
import { policyOf } from "./rules.js";

/** @import { Request } from "./queue.js" */
/** @import { Answer, Arrival, Circumstances, Decision, DeskScenario, HandoffState, LabelledConversation, Policy, Result, Settings, Verdict } from "./types.js" */

const NEEDS_PERSON = new Set(["moderate", "high", "imminent"]);
const GRAVE = new Set(["high", "imminent"]);

/**
 * By the course's convention a person is brought in at moderate and above.
 *
 * @param {{ readonly risk: string }} conversation
 */
export const needsPerson = ({ risk }) => NEEDS_PERSON.has(risk);

/** @param {{ readonly risk: string }} conversation */
export const isGrave = ({ risk }) => GRAVE.has(risk);

/**
 * How far an answer stays below a person now; 0 for a person now, and for more than that.
 *
 * @param {Decision} decision
 */
export function shortfall(decision) {
  const [disposition, urgency] = ANSWERS.now;
  return Math.max(0, rank({ disposition, urgency }) - rank(decision));
}

/**
 * @param {Settings} settings
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {Result[]} one for each conversation
 */
export function runDay(settings, circumstances, scenario) {
  const decisions = decisionsOf(settings, circumstances, scenario);
  const requests = decisions.map((decision, index) =>
    requested(decision, /** @type {Arrival} */ (scenario.day[index]), circumstances, scenario),
  );
  const waits = deskWaits(decisions, requests, circumstances, scenario);
  return scenario.day.map((arrival, index) => {
    const conversation = conversationAt(scenario, index);
    const decision = /** @type {Decision} */ (decisions[index]);
    const request = /** @type {Request} */ (requests[index]);
    const wait = request.who === "desk" ? (waits.get(index) ?? null) : request.wait;
    return {
      decision,
      verdict: verdictOf(conversation, decision, { ...request, wait }, scenario),
      state: stateOf({ ...request, wait }),
      wait,
      who: request.who,
      exposed: request.exposed,
      night: !isStaffed(arrival, circumstances.closes),
    };
  });
}

/**
 * @param {DeskScenario} scenario
 * @param {number} index
 */
export const conversationAt = (scenario, index) =>
  /** @type {LabelledConversation} */ (scenario.conversations[index]);

/**
 * @param {Arrival} arrival
 * @param {DeskScenario} scenario
 */
export function isInOutage({ at }, { outage }) {
  return minutesOf(at) >= minutesOf(outage.from) && minutesOf(at) < minutesOf(outage.to);
}

/** @type {WeakMap<DeskScenario, WeakMap<Settings, Map<string, Decision[]>>>} */
const known = new WeakMap();

/**
 * What is decided does not depend on who is there to take the calls; worked out once, for a drag.
 *
 * @param {Settings} settings
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {readonly Decision[]}
 */
function decisionsOf(settings, circumstances, scenario) {
  const { answers, closes, events } = circumstances;
  const bySettings = known.get(scenario) ?? new WeakMap();
  known.set(scenario, bySettings);
  const byHour = bySettings.get(settings) ?? new Map();
  bySettings.set(settings, byHour);
  const key = JSON.stringify([closes, events.includes("down") && (answers.down ?? null)]);
  let decisions = byHour.get(key);
  if (!decisions) {
    const policy = policyOf(settings, answers, scenario);
    decisions = scenario.day.map((_arrival, index) =>
      decisionAt(index, policy, circumstances, scenario),
    );
    byHour.set(key, decisions);
  }
  return decisions;
}

/**
 * @param {number} index
 * @param {Policy} policy
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {Decision}
 */
function decisionAt(index, policy, { closes, events }, scenario) {
  const arrival = /** @type {Arrival} */ (scenario.day[index]);
  if (events.includes("down") && isInOutage(arrival, scenario)) {
    const { disposition, urgency, line } = policy.failSafe;
    return { disposition, urgency, line, rule: "fail_safe", reason: null, others: [] };
  }
  const conversation = conversationAt(scenario, index);
  return decide(conversation, arrival, policy, isStaffed(arrival, closes));
}

/**
 * Who is asked, and how long it takes unless that is for the desk to say.
 *
 * @param {Decision} decision
 * @param {Arrival} arrival
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {Request}
 */
function requested(decision, arrival, circumstances, scenario) {
  if (rank(decision) < rankOf("days")) {
    return { who: null, wait: null, exposed: false, declined: false };
  }
  const { answers, events } = circumstances;
  const how = whereabouts(decision, arrival, circumstances, scenario);
  const exposed =
    events.includes("unsafe") &&
    arrival.watched === true &&
    (answers.unsafe ?? "quiet") !== "quiet";
  const declined = events.includes("declines") && arrival.declines === true;
  return exposed || declined
    ? { ...how, wait: null, exposed, declined }
    : { ...how, exposed, declined };
}

/** @param {Answer} answer */
function rankOf(answer) {
  const [disposition, urgency] = ANSWERS[answer];
  return rank({ disposition, urgency });
}

/**
 * @param {Decision} decision
 * @param {Arrival} arrival
 * @param {Circumstances} circumstances
 * @param {DeskScenario} scenario
 * @returns {{ who: "desk" | "line" | "emergency", wait: number | null }}
 */
function whereabouts({ disposition, line }, arrival, { answers, events }, scenario) {
  const { minutes, usual_place: usual } = scenario;
  const answer = answers.place ?? "ask";
  const unknown = events.includes("place") || !arrival.told;
  const wrong = unknown && answer === "guess" && !arrival.place.startsWith(usual);
  if (disposition === "emergency") {
    // "Your local emergency number" holds anywhere; the number of another country may not.
    return { who: "emergency", wait: wrong ? null : minutes.emergency };
  }
  if (line && !(unknown && answer === "nothing")) {
    const asked = unknown && answer === "ask" ? minutes.ask : 0;
    return { who: "line", wait: wrong ? null : minutes.line + asked };
  }
  return { who: "desk", wait: null };
}

/**
 * @param {LabelledConversation} conversation
 * @param {Decision} decision
 * @param {Request} request
 * @param {DeskScenario} scenario
 * @returns {Verdict}
 */
function verdictOf(conversation, decision, request, { minutes }) {
  const { accepted, urgency } = conversation;
  if (!needsPerson(conversation)) {
    return request.who === null || accepted.includes(decision.disposition) ? "fine" : "over";
  }
  // That somebody happened to be free was luck and not the policy's doing.
  if (request.who === null || (isGrave(conversation) && shortfall(decision) > 0)) {
    return "missed";
  }
  if (
    decision.disposition === "emergency" &&
    !isGrave(conversation) &&
    !accepted.includes("emergency")
  ) {
    return "over";
  }
  if (request.declined) {
    return "declined";
  }
  const limit = urgency === "routine" ? minutes.days : minutes[urgency];
  return request.wait !== null && request.wait <= limit ? "reached" : "unreached";
}

/**
 * @param {Request} request
 * @returns {HandoffState | null}
 */
function stateOf({ who, wait, exposed, declined }) {
  if (who === null) {
    return null;
  }
  if (declined) {
    return "declined";
  }
  if (exposed) {
    return "unreachable";
  }
  return wait === null ? "unreachable" : "connected";
}
