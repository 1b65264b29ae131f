import { chat } from "../common/chat.js";
import { checkbox } from "../common/choice.js";
import { button, h, heading, setText } from "../common/dom.js";
import { simulationView } from "../common/frame.js";
import { slider } from "../common/slider.js";
import { strip } from "../common/strip.js";
import {
  answeredInView,
  firstForgotten,
  inView,
  LARGEST_WINDOW,
  messages,
  offers,
  replyOf,
  SMALLEST_WINDOW,
  transcript,
  windowStart,
} from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { View, ViewContext } from "../common/types.js" */
/** @import { ChatAction, ChatState } from "./model.js" */

/** @typedef {ViewContext<ChatState, ChatAction | StageAction>} ChatContext */

/** @type {View<ChatState, ChatAction | StageAction>} */
export const view = simulationView({
  playTitle: "Chat on",
  before: beginning,
  play: chatPart,
  done: ({ play, scenario }) => mayDebrief(play, scenario),
  status: (state) => [lastReply(state), windowWords(state)].filter(Boolean).join(" "),
  compare: (state) => [comparison(state), whatHappened(state), state.scenario.epilogue],
  transcript,
});
