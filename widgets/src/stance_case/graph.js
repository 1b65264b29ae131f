/**
 * A case as a graph without cycles: which turns lead where, and what can still be heard from where.
 */

/** @import { Case, Code, ClientTurn, Disclosure, Ending, Reply, Script } from "./types.js" */

/**
 * @param {Script} scenario
 * @param {string} id
 * @returns {Case}
 */
export function caseOf(scenario, id) {
  const found = scenario.cases.find((candidate) => candidate.id === id);
  if (!found) {
    throw new Error(`There is no case ${id}.`);
  }
  return found;
}

/**
 * @param {Script} scenario
 * @param {string} key
 * @returns {Code}
 */
export function codeOf(scenario, key) {
  const found = scenario.codes.find((candidate) => candidate.key === key);
  if (!found) {
    throw new Error(`There is no kind of reply ${key}.`);
  }
  return found;
}

/**
 * @param {Case} played
 * @param {string} id
 * @returns {ClientTurn}
 */
export function turnOf(played, id) {
  const found = played.nodes.find((node) => node.id === id);
  if (!found) {
    throw new Error(`The case ${played.id} has no turn ${id}.`);
  }
  return found;
}

/** @param {ClientTurn} turn */
export const repliesOf = (turn) => turn.replies ?? [];

/**
 * @typedef {object} Walk
 * @property {readonly { readonly turn: ClientTurn, readonly reply: Reply }[]} steps
 * @property {ClientTurn} at  the client's last turn
 */

/**
 * The learner's way through a case.
 *
 * @param {Case} played
 * @param {readonly number[]} path  index of the reply at each turn
 * @returns {Walk}
 */
export function walked(played, path) {
  let at = turnOf(played, played.start);
  const steps = path.map((index) => {
    const reply = repliesOf(at)[index];
    if (!reply) {
      throw new Error(`The turn ${at.id} has no reply ${index}.`);
    }
    const step = { turn: at, reply };
    at = turnOf(played, reply.to);
    return step;
  });
  return { steps, at };
}

/**
 * The bot's way through a case, as far as it has replied.
 *
 * @param {Case} played
 * @param {number} [most]  replies; all of them by default
 * @returns {Walk}
 */
export function botWalked(played, most = Number.POSITIVE_INFINITY) {
  let at = turnOf(played, played.start);
  const steps = [];
  while (at.bot && steps.length < most) {
    steps.push({ turn: at, reply: at.bot });
    at = turnOf(played, at.bot.to);
  }
  return { steps, at };
}

/** @param {Walk} walk  @returns {Ending | null} */
export const endingOf = ({ at }) => at.ending ?? null;

/**
 * The things that were told on the way, in the order of the case's list.
 *
 * @param {Case} played
 * @param {Walk} walk
 * @returns {Disclosure[]}
 */
export function heard(played, { steps, at }) {
  const told = new Set([...steps.map(({ turn }) => turn), at].flatMap(({ tells }) => tells ?? []));
  return played.disclosures.filter(({ id }) => told.has(id));
}

/**
 * @param {Walk} walk
 * @returns {number} minutes that the replies took, where the case counts them
 */
export const minutesOf = ({ steps }) =>
  steps.reduce((sum, { reply }) => sum + (reply.minutes ?? 0), 0);

/** Looking ahead is the same every time, so it is done once for each case. */
/** @type {WeakMap<Case, Map<string, ReadonlySet<string>>>} */
const lookedAhead = new WeakMap();

/**
 * The disclosures that may still be heard from a turn on, itself included.
 *
 * @param {Case} played
 * @param {string} id
 * @returns {ReadonlySet<string>}
 */
function withinReach(played, id) {
  const known = lookedAhead.get(played) ?? new Map();
  lookedAhead.set(played, known);
  const before = known.get(id);
  if (before) {
    return before;
  }
  const turn = turnOf(played, id);
  const found = new Set([
    ...(turn.tells ?? []),
    ...repliesOf(turn).flatMap(({ to }) => [...withinReach(played, to)]),
  ]);
  known.set(id, found);
  return found;
}

/**
 * Things that one reply put out of reach.
 *
 * @typedef {object} Closed
 * @property {number} number  of the reply, from 1
 * @property {Reply} reply
 * @property {readonly Disclosure[]} disclosures
 */

/**
 * What was never said on a way that has ended, with the replies that closed it off, in their order.
 *
 * @param {Case} played
 * @param {Walk} walk
 * @returns {Closed[]}
 */
export function unsaid(played, { steps }) {
  return steps.flatMap(({ turn, reply }, index) => {
    const after = withinReach(played, reply.to);
    // What the turn itself told is heard, and not lost, when nothing behind it tells it again.
    const told = new Set(steps.slice(0, index + 1).flatMap((step) => step.turn.tells ?? []));
    const before = withinReach(played, turn.id);
    const disclosures = played.disclosures.filter(
      ({ id }) => before.has(id) && !after.has(id) && !told.has(id),
    );
    return disclosures.length > 0 ? [{ number: index + 1, reply, disclosures }] : [];
  });
}

/**
 * How often each kind of reply was used.
 *
 * @param {Walk} walk
 * @returns {Map<string, number>} by key of the code, in the order of first use
 */
export function countCodes({ steps }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { reply } of steps) {
    counts.set(reply.code, (counts.get(reply.code) ?? 0) + 1);
  }
  return counts;
}
