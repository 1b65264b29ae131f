/** The course's own scenario, and ways through it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { caseOf, repliesOf, turnOf, walked } from "../../../widgets/src/stance_case/graph.js";

/** @import { Case, ClientTurn, Script } from "../../../widgets/src/stance_case/types.js" */

const DATA = join(import.meta.dirname, "..", "..", "..", "datasets", "simulations");

/** @type {Script} */
export const script = JSON.parse(readFileSync(join(DATA, "stance_case.json"), "utf8"));

/** @param {string} id */
export const caseNamed = (id) => caseOf(script, id);

/**
 * The way through the turns named, by the replies that lead there.
 *
 * @param {Case} played
 * @param {...string} turns  after the first
 */
export function through(played, ...turns) {
  /** @type {number[]} */
  const path = [];
  for (const wanted of turns) {
    const index = repliesOf(walked(played, path).at).findIndex(({ to }) => to === wanted);
    if (index === -1) {
      throw new Error(`No reply leads on to ${wanted}.`);
    }
    path.push(index);
  }
  return path;
}

/**
 * The way of somebody who gives one kind of reply wherever there is one, as far as it leads.
 *
 * @param {Case} played
 * @param {string} code
 */
export function always(played, code) {
  /** @type {number[]} */
  const path = [];
  const next = () => repliesOf(walked(played, path).at).findIndex((reply) => reply.code === code);
  for (let index = next(); index !== -1; index = next()) {
    path.push(index);
  }
  return walked(played, path);
}

/**
 * @typedef {object} End
 * @property {ClientTurn} turn
 * @property {ReadonlySet<string>} told
 * @property {number} minutes
 * @property {boolean} directed  whether any reply said what to do now
 */

/**
 * Every way through a case, by what it ends in, what was told on it, its minutes, and whether it directed.
 * Ways that agree in all four count as one, which makes hundreds of thousands a few hundred.
 *
 * @param {Case} played
 * @returns {End[]}
 */
export function ends(played) {
  const first = {
    turn: turnOf(played, played.start),
    told: new Set(),
    minutes: 0,
    directed: false,
  };
  let ways = new Map([["", first]]);
  /** @type {Map<string, End>} */
  const found = new Map();
  while (ways.size > 0) {
    /** @type {typeof ways} */
    const next = new Map();
    for (const way of ways.values()) {
      for (const { to, code, minutes = 0 } of repliesOf(way.turn)) {
        const turn = turnOf(played, to);
        const further = {
          turn,
          told: new Set([...way.told, ...(way.turn.tells ?? []), ...(turn.tells ?? [])]),
          minutes: way.minutes + minutes,
          directed: way.directed || code === "directive",
        };
        const told = played.disclosures.map(({ id }) => further.told.has(id));
        const name = [to, ...told, further.minutes, further.directed].join(" ");
        (turn.ending ? found : next).set(name, further);
      }
    }
    ways = next;
  }
  return [...found.values()];
}
