/**
 * From an app's choices to the trail of one message: who can read it, how long it is kept there, and
 * whether the person can take it back.
 *
 * Chosen for teaching: the app, its readers and its days. With the model on the phone nothing is sent
 * but crash reports and what the advertising kit reports.
 */

/** @import { Option, Scenario } from "../common/types.js" */

/** @typedef {"transit" | "rest" | "device"} Encryption */
/** @typedef {"one_box" | "by_purpose"} Consent */
/**
 * @typedef {"account" | "improve" | "reviewers" | "hosted" | "backup" | "crash" | "kit" | "employer"
 *   | "abroad" | "sold"} Switch
 */

/**
 * @typedef {Readonly<Record<Switch, boolean>> & {
 *   readonly retention: number,
 *   readonly encryption: Encryption,
 *   readonly consent: Consent,
 * }} Choices  retention in days; FOREVER for ever
 */

/**
 * @typedef {object} Law
 * @property {string} id
 * @property {string} name
 * @property {readonly string[]} places
 * @property {readonly string[]} stations
 * @property {string} says
 * @property {string} in_force
 * @property {string} read  the day on which it was last looked at
 * @property {string} status
 * @property {string} key
 */

/** @typedef {{ readonly id: string, readonly name: string, readonly who: string, readonly use: string }} Station */

/**
 * @typedef {Scenario & {
 *   readonly person: string,
 *   readonly app: string,
 *   readonly message: string,
 *   readonly promises: readonly string[],
 *   readonly caution: string,
 *   readonly fiction: string,
 *   readonly unsent: string,
 *   readonly place: string,
 *   readonly places: readonly Option[],
 *   readonly shipped: Choices,
 *   readonly days: Readonly<Record<"host" | "reviewers" | "crash" | "backup" | "kit" | "employer", number>>,
 *   readonly switches: readonly { readonly key: Switch, readonly label: string }[],
 *   readonly encryption: readonly { readonly key: Encryption, readonly label: string }[],
 *   readonly consents: readonly { readonly key: Consent, readonly label: string, readonly text: string, readonly names: readonly string[] }[],
 *   readonly stations: readonly Station[],
 *   readonly laws: readonly Law[],
 *   readonly prices: readonly { readonly id: string, readonly text: string }[],
 *   readonly practice: readonly { readonly who: string, readonly reads: string, readonly key?: string }[],
 *   readonly practice_note: string,
 * }} TrailScenario
 */

/**
 * One place where the message, or a sign of it, lies.
 *
 * @typedef {object} Stop
 * @property {string} id  of the station
 * @property {"words" | "signs" | "locked"} reads  the very words; only that the app is used; held but unreadable
 * @property {number | null} days  how long; 0 while it is answered, null for ever
 * @property {"yes" | "onward" | "no"} back  onward: it can be stopped from now on, not undone
 */

/** The top of the slider. */
export const FOREVER = 366;

/**
 * @param {Choices} choices
 * @param {TrailScenario["days"]} days
 * @returns {Stop[]} in the order of the scenario's stations
 */
export function trailOf(choices, days) {
  const sent = choices.encryption !== "device";
  const kept = choices.retention === FOREVER ? null : choices.retention;
  const stored = sent && kept !== 0;
  const held = longestHeld(choices, days, stored ? kept : 0);
  const reachable = stored || (sent && choices.hosted);
  const onward = choices.consent === "by_purpose" ? "onward" : "no";
  const own = choices.account ? "yes" : "no";
  const backup = choices.encryption === "rest" ? "locked" : "words";
  /** @type {readonly (readonly [boolean, Stop])[]} */
  const stops = [
    [true, stop("phone", "words", kept, "yes")],
    [sent, stop("app", "words", kept, own)],
    [sent && choices.hosted, stop("host", "words", days.host, "no")],
    [stored && choices.improve, stop("trainers", "words", null, onward)],
    [stored && choices.reviewers, stop("reviewers", "words", days.reviewers, onward)],
    [choices.crash, stop("crash", "words", days.crash, "no")],
    [stored && choices.backup, stop("backup", backup, plus(kept, days.backup), "no")],
    [reachable, stop("court", "words", held, "no")],
    [reachable && choices.abroad, stop("abroad", "words", held, "no")],
    [choices.kit, stop("kit", "signs", days.kit, onward)],
    [choices.employer, stop("employer", "signs", days.employer, "no")],
    [stored && choices.sold, stop("buyer", "words", kept, own)],
  ];
  return stops.flatMap(([present, one]) => (present ? [one] : []));
}

/**
 * How long the chat, a copy of it or a backup lies somewhere under her name.
 *
 * @param {Choices} choices
 * @param {TrailScenario["days"]} days
 * @param {number | null} stored  days the app keeps it; 0 for none
 */
function longestHeld({ hosted, backup }, days, stored) {
  const saved = backup && stored !== 0 ? plus(stored, days.backup) : 0;
  return longer(longer(stored, saved), hosted ? days.host : 0);
}

/**
 * @param {number | null} days
 * @param {number} more
 */
const plus = (days, more) => (days === null ? null : days + more);

/**
 * @param {string} id
 * @param {Stop["reads"]} reads
 * @param {number | null} days
 * @param {Stop["back"]} back
 * @returns {Stop}
 */
const stop = (id, reads, days, back) => ({ id, reads, days, back });

/**
 * @param {number | null} one
 * @param {number | null} other
 */
const longer = (one, other) => (one === null || other === null ? null : Math.max(one, other));

/** @typedef {{ readonly words: number, readonly signs: number, readonly longest: number | null, readonly back: number, readonly named: number, readonly all: number }} Counts */

/**
 * @param {readonly Stop[]} stops
 * @param {TrailScenario} scenario
 * @param {Consent} consent
 * @returns {Counts} words and signs: kinds of readers; named: of all, those that the consent names
 */
export function counted(stops, scenario, consent) {
  const readers = stops.filter(({ reads }) => reads !== "locked");
  // She knows of her own phone; nobody asks her consent for it.
  const others = readers.filter(({ id }) => id !== "phone");
  const names = scenario.consents.find(({ key }) => key === consent)?.names ?? [];
  return {
    words: readers.filter(({ reads }) => reads === "words").length,
    signs: readers.filter(({ reads }) => reads === "signs").length,
    longest: stops.map(({ days }) => days).reduce(longer, 0),
    back: stops.filter(({ back }) => back === "yes").length,
    named: others.filter(({ id }) => names.includes(id)).length,
    all: others.length,
  };
}

/**
 * What the choices cost, as ids of the scenario's prices.
 *
 * @param {Choices} choices
 */
export function pricesOf(choices) {
  const sent = choices.encryption !== "device";
  const stored = sent && choices.retention > 0;
  const priced = {
    forgets: choices.retention === 0,
    device: !sent,
    account: stored && !choices.account,
    hosted: sent && !choices.hosted,
    improve: !(stored && choices.improve),
    reviewers: !(stored && choices.reviewers),
    backup: stored && !choices.backup,
    crash: !choices.crash,
    kit: !choices.kit,
    employer: !choices.employer,
  };
  return Object.entries(priced).flatMap(([key, due]) => (due ? [key] : []));
}

/**
 * @param {TrailScenario} scenario
 * @param {string} station
 * @param {string} place
 */
export const lawsOf = ({ laws }, station, place) =>
  laws.filter(({ places, stations }) => places.includes(place) && stations.includes(station));
