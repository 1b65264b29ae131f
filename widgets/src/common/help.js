import { h } from "./dom.js";

export const NOTICE = "Written for this course; nobody in it is real. Not clinically reviewed.";

/** Where a person is, at any hour. A directory and no numbers: we do not know where the reader lives. */
export function helpNote() {
  return h(
    "p",
    { class: "wh-help" },
    "If any of this is close to you: talk to somebody you trust, ring your local emergency number if you are in danger, or find a crisis line for your country at ",
    h(
      "a",
      { href: "https://findahelpline.com", target: "_blank", rel: "noopener noreferrer" },
      "findahelpline.com",
    ),
    ".",
  );
}
