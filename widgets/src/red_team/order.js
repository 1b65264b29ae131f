/** In which order conversations are offered: easy and hard ones mixed, the same for the same seed. */

import { shuffled } from "../common/chance.js";
import { isFailure, verdictOf } from "./verdicts.js";

/** @import { RedTeamScenario } from "./types.js" */

const BLOCK = 5;
const FAILURES_IN_BLOCK = 3;

/** @type {WeakMap<RedTeamScenario, readonly string[]>} */
const known = new WeakMap();

/**
 * Ids of all conversations. Of every five, three are failures of the first guard and two are not, while
 * there are enough of both: a random draw from suites where a guard does well would show no failure.
 *
 * @param {RedTeamScenario} scenario
 * @returns {readonly string[]}
 */
export function order(scenario) {
  let ids = known.get(scenario);
  if (!ids) {
    ids = drawn(scenario);
    known.set(scenario, ids);
  }
  return ids;
}

/** @param {RedTeamScenario} scenario */
function drawn({ cases, seed }) {
  const mixed = shuffled(cases, seed);
  const failures = mixed.filter((item) => isFailure(verdictOf(item, 0)));
  const others = mixed.filter((item) => !isFailure(verdictOf(item, 0)));
  const ids = [];
  for (let block = 0; failures.length + others.length > 0; block += 1) {
    const wrong = failures.splice(0, FAILURES_IN_BLOCK);
    const right = others.splice(0, BLOCK - wrong.length);
    wrong.push(...failures.splice(0, BLOCK - wrong.length - right.length));
    ids.push(...shuffled([...wrong, ...right], seed + block + 1).map(({ id }) => id));
  }
  return ids;
}
