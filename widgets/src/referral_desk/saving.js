/** Where the policy goes: to a file beside the notebook, which Python checks first, or to a download. */

import { h } from "../common/dom.js";

/** @import { Backend } from "../common/types.js" */

export const FILE = "policy.toml";

/**
 * @typedef {object} Keeper
 * @property {(text: string, complaint: string | null) => void} keep
 * @property {(listener: (line: string) => void) => void} told  what came of it; the last listener hears
 */

/**
 * A page keeps everything to itself: the file is a download, and nothing is sent.
 *
 * @returns {Keeper}
 */
export function pageKeeper() {
  /** @type {(line: string) => void} */
  let tell = () => {
    // Nobody listens yet.
  };
  return {
    keep(text, complaint) {
      if (complaint) {
        tell(`Not saved: ${complaint}`);
        return;
      }
      download(text);
      tell(
        `Saved as ${FILE} among your downloads. No check has read it yet, and it is no clearance to use it.`,
      );
    },
    told(listener) {
      tell = listener;
    },
  };
}

/** @param {string} text */
function download(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = h("a", { download: FILE });
  link.href = url;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * A notebook: Python checks the policy, writes the file, and answers with a sentence.
 *
 * @param {Backend} backend
 * @returns {Keeper & { stop: () => void }}
 */
export function notebookKeeper(backend) {
  /** @type {(line: string) => void} */
  let tell = () => {
    // Nobody listens yet.
  };
  const answered = () => {
    const saved = /** @type {{ line: string } | null} */ (backend.get("saved"));
    tell(saved?.line ?? "");
  };
  backend.on("change:saved", answered);
  return {
    keep(text) {
      tell("Saving …");
      backend.send({ type: "save", policy: text });
    },
    told(listener) {
      tell = listener;
      answered();
    },
    stop: () => backend.off("change:saved", answered),
  };
}
