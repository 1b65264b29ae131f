/**
 * A conversation in its box, with the kind of each of the helper's replies.
 */

import { codeOf } from "./graph.js";

/** @import { chatBox } from "../common/chat_box.js" */
/** @import { Message, Role } from "../common/types.js" */
/** @import { Walk } from "./graph.js" */
/** @import { Script } from "./types.js" */

/**
 * Draws a walk, the helper's replies marked with their codes.
 *
 * @param {ReturnType<typeof chatBox>} box
 * @param {Walk} walk
 * @param {(index: number) => string} label  said beside the helper's reply number index, from 0
 * @param {string} [unanswered]  the helper's last reply, when the client has not answered it yet
 */
export function drawTalk(box, { steps, at }, label, unanswered) {
  const messages = [
    ...steps.flatMap(({ turn, reply }) => [
      message("user", turn.said),
      message("assistant", reply.text),
    ]),
    message("user", at.said),
    ...(unanswered ? [message("assistant", unanswered)] : []),
  ];
  for (const [index, drawn] of box.update(messages).entries()) {
    if (index % 2 === 1) {
      drawn.mark(label((index - 1) / 2), false);
    }
  }
}

/**
 * @param {Script} scenario
 * @param {Walk} walk
 * @param {number} index
 */
export function codeLabel(scenario, { steps }, index) {
  const step = steps[index];
  return step ? codeOf(scenario, step.reply.code).label : "";
}

/**
 * @param {Role} role
 * @param {string} content
 * @returns {Message}
 */
const message = (role, content) => ({ role, content });
