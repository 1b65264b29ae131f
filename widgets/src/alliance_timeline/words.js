/** What is said about a session, on the screen and in the transcript. */

import { botLevels, LINES } from "./session.js";

/** @import { Prediction } from "../common/stages.js" */
/** @import { AllianceScenario, Levels, Rupture, Session } from "./session.js" */

/** @type {Readonly<Record<keyof Levels, string>>} */
export const LINE_NAMES = { bond: "Bond", goal: "Goal agreement", task: "Task agreement" };

/** @param {Levels} levels */
export const levelWords = (levels) =>
  `bond ${levels.bond}, goal agreement ${levels.goal}, task agreement ${levels.task}`;

/** @param {Levels} change  what a reply moved */
export function pointWords(change) {
  const parts = LINES.filter((line) => change[line] !== 0).map(
    (line) =>
      `${LINE_NAMES[line].toLowerCase()} ${change[line] > 0 ? "+" : "−"}${Math.abs(change[line])}`,
  );
  return parts.length > 0 ? parts.join(", ") : "no line moved";
}

/**
 * How the learner's flags compare with the rubric.
 *
 * @param {Session} session
 * @param {AllianceScenario} scenario
 */
export function flagCounts({ taken }, scenario) {
  const flagged = taken.filter(({ noticed }) => noticed);
  return {
    found: flagged.filter(({ rupture }) => rupture).length,
    ruptures: scenario.ruptures.length,
    echoes: flagged.filter(({ rupture, strained }) => !rupture && strained).length,
    elsewhere: flagged.filter(({ rupture, strained }) => !(rupture || strained)).length,
  };
}

/**
 * @param {Session} session
 * @param {AllianceScenario} scenario
 */
export function flagWords(session, scenario) {
  const { found, ruptures, echoes, elsewhere } = flagCounts(session, scenario);
  const turns = session.taken.flatMap(({ noticed }, index) => (noticed ? [index + 1] : []));
  if (turns.length === 0) {
    return `You flagged no turn. By this rubric ${ruptures} of the 8 were ruptures.`;
  }
  return [
    `You flagged ${turns.length === 1 ? "turn" : "turns"} ${turns.join(", ")}: ${found} of the ${ruptures} ruptures.`,
    echoes > 0
      ? `${count(echoes)} fell where a rupture that had been missed was still open: you noticed it, later.`
      : "",
    elsewhere > 0
      ? `${count(elsewhere)} fell where the rubric sees none; two careful people may differ.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {number} flags */
const count = (flags) => (flags === 1 ? "1 flag" : `${flags} flags`);

/**
 * @param {Rupture} rupture
 * @param {Session} session
 */
export function ruptureWords({ key, turn, name, sign }, { taken, standing }) {
  const at = taken[turn - 1];
  const { state, at: when } = standing[key] ?? { state: "missed", at: turn };
  const became = {
    ahead: "",
    met: "Your reply met it.",
    missed:
      when === turn
        ? "Your reply passed it by, and it stayed open."
        : `It was met at first, and opened again at turn ${when}.`,
    repaired: `It stood open for a while, and you repaired it at turn ${when}.`,
  }[state];
  return {
    title: `Turn ${turn}: ${name}`,
    said: at?.client ?? "",
    sign,
    verdict: `You ${at?.noticed ? "flagged it" : "did not flag it"}. ${became}`,
    reply: at?.reply.text ?? "",
  };
}

/**
 * @param {Session} session
 * @param {AllianceScenario} scenario
 */
export function endingWords({ standing }, scenario) {
  const closed = Object.values(standing).filter(({ state }) => state !== "missed").length;
  const { both, one, none } = scenario.endings;
  if (closed === scenario.ruptures.length) {
    return both;
  }
  return closed === 0 ? none : one;
}

/**
 * @param {AllianceScenario} scenario
 * @param {Prediction} prediction
 */
export function judged(scenario, { guess }) {
  const bond = botLevels(scenario).at(-1)?.bond ?? 0;
  return { bond, gap: bond - guess, within: Math.abs(bond - guess) <= scenario.tolerance };
}

/**
 * @param {AllianceScenario} scenario
 * @param {Prediction | null} prediction
 */
export function predictionWords(scenario, prediction) {
  if (!prediction) {
    return "";
  }
  const { bond, gap, within } = judged(scenario, prediction);
  const distance =
    gap === 0
      ? "just as you said"
      : `${points(Math.abs(gap))} ${gap > 0 ? "above" : "below"} your prediction`;
  return (
    `You predicted ${prediction.guess} of 10 for the bot’s bond line; it ended at ${bond}, ${distance}. ` +
    `You were ${prediction.confidence}% sure to be within ${points(scenario.tolerance)}; you ${within ? "were" : "were not"}.`
  );
}

/** @param {number} value */
const points = (value) => (value === 1 ? "1 point" : `${value} points`);
