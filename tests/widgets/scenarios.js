/** Small scenarios for the tests, of the shape that Python hands over. */

/** @import { AlarmScenario } from "../../widgets/src/keyword_alarm/model.js" */
/** @import { DisclosureScenario } from "../../widgets/src/forgotten_disclosure/model.js" */

const common = {
  title: "A title",
  summary: "A summary.",
  lead: ["A lead."],
  care: "What is coming.",
  prediction: {
    question: "How many?",
    confidence: "How sure?",
    unit: "%",
    min: 0,
    max: 100,
    step: 5,
    start: 50,
  },
  debrief: {
    mechanism: "A mechanism.",
    try: ["This."],
    evidence: [{ text: "A finding.", key: "somebody2026" }],
    counter: [{ text: "But." }],
    chosen: ["All of it."],
  },
};

/**
 * @param {string} id
 * @param {import("../../widgets/src/keyword_alarm/model.js").Risk} risk
 * @param {string} phenomenon
 * @param {...string} said  the person first, then the bot, in turn
 */
const conversation = (id, risk, phenomenon, ...said) => ({
  id,
  risk,
  phenomenon,
  rationale: "Because.",
  messages: said.map((content, index) => ({
    role: index % 2 === 0 ? /** @type {const} */ ("user") : /** @type {const} */ ("assistant"),
    content,
  })),
});

/** @type {AlarmScenario} */
export const alarmScenario = {
  ...common,
  simulation: "keyword_alarm",
  words: ["kill myself", "want to die"],
  threshold: 1,
  tolerance: 10,
  phenomena: [
    { key: "plain", label: "Plain" },
    { key: "oblique", label: "Oblique" },
    { key: "bot", label: "Bot" },
  ],
  conversations: [
    conversation("plain-01", "high", "plain", "I want to die and I will KILL myself"),
    conversation("plain-02", "none", "plain", "I don’t want to die, I want to sleep"),
    conversation("oblique-01", "imminent", "oblique", "Look after the cat for me. Goodbye."),
    conversation("bot-01", "low", "bot", "bad week", "Do you want to die?", "no"),
  ],
};

/** @type {DisclosureScenario} */
export const disclosureScenario = {
  ...common,
  simulation: "forgotten_disclosure",
  prediction: { ...common.prediction, max: 20, step: 1, start: 10 },
  person: "Robin",
  opening: [
    { role: "user", content: "hi" },
    { role: "assistant", content: "Hello!" },
    { role: "user", content: "the disclosure" },
    { role: "assistant", content: "Thank you for telling me." },
  ],
  disclosure: 2,
  window: 8,
  pinned: false,
  note: "What was said.",
  epilogue: "It went well.",
  topics: Array.from({ length: 12 }, (_, index) => ({
    id: `topic-${index}`,
    text: `small talk ${index}`,
    remembering: `remembering ${index}`,
    forgetting: `forgetting ${index}`,
  })),
};
