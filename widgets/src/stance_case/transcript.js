/**
 * A run in words, line by line.
 */

import { botWalked, codeOf, endingOf, heard, minutesOf, unsaid, walked } from "./graph.js";
import { closedWords, endingWords, heardWords, minutesWords, unsaidWords } from "./words.js";

/** @import { Case, Script } from "./types.js" */
/** @import { Walk } from "./graph.js" */

/**
 * The last reply of a path, with what opens or ends the conversation.
 *
 * @param {Script} scenario
 * @param {Case} played
 * @param {readonly number[]} path
 */
export function describedReply(scenario, played, path) {
  const walk = walked(played, path);
  const last = walk.steps.at(-1);
  if (!last) {
    return null;
  }
  const opening =
    path.length === 1
      ? ["", `${played.label}.`, played.scene, `   ${played.person}: ${last.turn.said}`]
      : [];
  const lines = [
    ...opening,
    `${path.length}. You (${codeOf(scenario, last.reply.code).label}): ${last.reply.text}`,
    `   ${played.person}: ${walk.at.said}`,
  ];
  if (!endingOf(walk)) {
    return lines.join("\n");
  }
  const missed = unsaid(played, walk);
  return [
    ...lines,
    ...ended(played, walk, endingOf(walk)?.left ?? ""),
    ...(missed.length > 0
      ? [
          "Never said:",
          ...missed.flatMap((closed) => [
            closedWords(scenario, closed),
            ...closed.disclosures.map((disclosure) => ` - ${unsaidWords(scenario, disclosure)}`),
          ]),
        ]
      : []),
    "Why each of your replies was coded so:",
    ...walk.steps.map(
      ({ reply }, index) => ` ${index + 1}. ${codeOf(scenario, reply.code).label}: ${reply.why}`,
    ),
  ].join("\n");
}

/**
 * The bot's last reply that the learner has named.
 *
 * @param {Script} scenario
 * @param {Case} played
 * @param {readonly string[]} named
 */
export function describedNaming(scenario, played, named) {
  const walk = botWalked(played, named.length);
  const last = walk.steps.at(-1);
  const said = named.at(-1);
  if (!(last && said)) {
    return null;
  }
  const opening =
    named.length === 1
      ? ["", "The advice bot takes the same case.", `   ${played.person}: ${last.turn.said}`]
      : [];
  const coded = codeOf(scenario, last.reply.code).label;
  const lines = [
    ...opening,
    `${named.length}. Advice bot (${coded}; you said ${codeOf(scenario, said).label}): ${last.reply.text}`,
    `   Why: ${last.reply.why}`,
    `   ${played.person}: ${walk.at.said}`,
  ];
  return endingOf(walk)
    ? [
        ...lines,
        ...ended(played, walk, played.bot_left),
        `What the bot did well: ${played.bot_did_well}`,
        `What it missed: ${played.bot_missed}`,
      ].join("\n")
    : lines.join("\n");
}

/**
 * @param {Case} played
 * @param {Walk} walk
 * @param {string} left  how the person left
 */
function ended(played, walk, left) {
  const told = heard(played, walk);
  return [
    `Ended: ${endingWords(walk)} ${left}`,
    ...(played.timed ? [minutesWords(minutesOf(walk))] : []),
    heardWords(played, told.length),
    ...told.map(({ text }) => ` - ${text}`),
  ];
}
