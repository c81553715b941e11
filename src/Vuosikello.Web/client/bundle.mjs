// Bundles the client into wwwroot/dist (or, with --tests, its tests into build/).
import { readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const common = { bundle: true, target: "es2022", logLevel: "warning", absWorkingDir: here("."), legalComments: "linked" };

if (process.argv.includes("--tests")) {
  const tests = (await readdir(here("test"))).filter((name) => name.endsWith(".test.ts")).map((name) => `test/${name}`);
  await rm(here("build"), { recursive: true, force: true });
  await build({ ...common, entryPoints: tests, outdir: "build", platform: "node", format: "esm", outExtension: { ".js": ".mjs" } });
} else {
  const dist = here("../wwwroot/dist");
  await rm(dist, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: { app: "src/main.ts", passkeys: "src/passkeys.ts" },
    outdir: dist,
    format: "esm",
    minify: true,
    sourcemap: true,
  });
  await build({
    ...common,
    entryPoints: { app: "styles/main.css" },
    outdir: dist,
    minify: true,
    loader: { ".woff2": "file", ".woff": "file", ".svg": "file" },
    assetNames: "fonts/[name]-[hash]",
  });
}
