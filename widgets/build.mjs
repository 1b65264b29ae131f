/**
 * Bundles every widget into warmhandoff_widgets/static/: one script and one style sheet each, the same
 * bytes on every machine.
 *
 *   node widgets/build.mjs            write them
 *   node widgets/build.mjs NAME...    write those of some widgets
 *   node widgets/build.mjs --check    compare with what is committed; exit 1 and name what differs
 */

import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const STATIC = join(HERE, "warmhandoff_widgets", "static");
/** Every folder of src/ that has an index.js. */
export const WIDGETS = globSync("src/*/index.js", { cwd: HERE })
  .map((path) => basename(dirname(path)))
  .sort();

/**
 * @param {readonly string[]} [names]
 * @returns {Promise<Map<string, string>>} file names and their text
 */
export async function bundle(names = WIDGETS) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/${name}/index.js`])),
    outdir: STATIC,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    sourcemap: false,
    write: false,
    logLevel: "warning",
  });
  return new Map(result.outputFiles.map(({ path, text }) => [basename(path), text]));
}

async function main() {
  const check = process.argv.includes("--check");
  const names = process.argv.slice(2).filter((argument) => argument !== "--check");
  await mkdir(STATIC, { recursive: true });
  for (const [name, text] of await bundle(names.length > 0 ? names : WIDGETS)) {
    const path = join(STATIC, name);
    if (!check) {
      await writeFile(path, text);
    } else if ((await readFile(path, "utf8").catch(() => null)) !== text) {
      console.error(`static/${name} is not what widgets/src builds; run: npm run build`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
