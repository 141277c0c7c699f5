/**
 * Builds the sample package the way a generated one is built, then runs the tests against it.
 *
 * The runtime is copied into the sample, the sample is compiled and put where
 * `import "@orq-ai/node"` finds it, so that its exports are tested, too.
 * Arguments are handed to `node --test`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tests = join(here, "..", "..");
const build = join(tests, ".build", "typescript");
const sample = join(build, "node_modules", "@orq-ai", "node");
const tsc = join(tests, "node_modules", "typescript", "bin", "tsc");

function run(title, ...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`failed: ${title}`);
  process.exit(1);
}

rmSync(build, { recursive: true, force: true });
mkdirSync(sample, { recursive: true });
writeFileSync(join(tests, ".build", ".gitignore"), "*\n");
writeFileSync(join(build, "package.json"), '{ "type": "module" }\n');
cpSync(join(here, "sample"), sample, { recursive: true });
const runtime = join(tests, "..", "templates", "typescript", "runtime");
cpSync(runtime, join(sample, "src", "runtime"), { recursive: true });
for (const name of [
  "cases.json",
  "exchanges.json",
  "frames.json",
  "loopback.py",
])
  cpSync(join(here, "..", name), join(build, name));
for (const name of readdirSync(here))
  if (/\.ts$|^tsconfig/.test(name)) cpSync(join(here, name), join(build, name));

run("compile the package", tsc, "-p", sample);
run("compile the tests", tsc, "-p", build);
run("compile a consumer", tsc, "-p", join(build, "tsconfig.consumer.json"));
const files = readdirSync(join(build, "out"))
  .filter((name) => name.endsWith(".test.js"))
  .map((name) => join(build, "out", name));
run(
  "tests",
  "--test",
  "--test-timeout=60000",
  ...process.argv.slice(2),
  ...files,
);
