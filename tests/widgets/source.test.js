import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundle, WIDGETS } from "../../widgets/build.mjs";

const ROOT = join(import.meta.dirname, "..", "..", "widgets");
const STATIC = join(ROOT, "warmhandoff_widgets", "static");

const MAKES_HTML =
  /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function/u;
const ASKS_NETWORK = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/u;
const STORES = /localStorage|sessionStorage|indexedDB|document\.cookie/u;
const ENDS_ELEMENT = /<\/script|<!--|<\/style/iu;

describe("the source", () => {
  it("never makes HTML out of text, never asks the network, never stores", async () => {
    const files = (await readdir(join(ROOT, "src"), { recursive: true })).filter((name) =>
      name.endsWith(".js"),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      const text = await readFile(join(ROOT, "src", name), "utf8");
      expect(text, name).not.toMatch(MAKES_HTML);
      expect(text, name).not.toMatch(ASKS_NETWORK);
      expect(text, name).not.toMatch(STORES);
    }
  });
});

describe("the committed bundles", () => {
  it("are what the source builds, byte for byte, and nothing else", async () => {
    const built = await bundle();
    const committed = (await readdir(STATIC)).sort();
    expect(committed).toEqual(WIDGETS.flatMap((name) => [`${name}.css`, `${name}.js`]).sort());
    for (const name of committed) {
      expect(await readFile(join(STATIC, name), "utf8"), name).toBe(built.get(name));
    }
  });

  it("close no script element early, so that they can stand in a page", async () => {
    for (const [name, text] of await bundle()) {
      expect(text, name).not.toMatch(ENDS_ELEMENT);
    }
  });
});
