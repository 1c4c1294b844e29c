// @ts-check
// Bundle the browser code into src/swtech/static/. The bundles are committed, so that building the site needs no
// Node; a test fails when they are stale. `node frontend/build.js --check` only compares.
import { build } from "esbuild";
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "swtech", "static");

/** The oldest browsers the course promises to work in; the "about" page of the course names them too. */
export const target = ["chrome90", "edge90", "firefox91", "safari14.1"];

/** @type {{ in: string, out: string, format?: import("esbuild").Format }[]} */
const bundles = JSON.parse(await readFile(join(here, "bundles.json"), "utf8"));

const stale = [];
for (const bundle of bundles) {
  const result = await build({
    entryPoints: [join(here, bundle.in)],
    outfile: join(out, bundle.out),
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    format: bundle.format ?? "iife",
    target,
    external: ["*.woff2"],
    write: false,
  });
  for (const file of result.outputFiles) {
    const old = await readFile(file.path, "utf8").catch(() => null);
    if (old === file.text) continue;
    stale.push(bundle.out);
    if (!process.argv.includes("--check")) {
      await mkdir(dirname(file.path), { recursive: true });
      await writeFile(file.path, file.text);
    }
  }
}
if (process.argv.includes("--check") && stale.length) {
  process.stderr.write(`stale bundles: ${stale.join(", ")}. Run: npm run bundle\n`);
  process.exitCode = 1;
}
