/** What ends up in an application: only what it uses, and on platforms without Node's globals. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const home = new URL("../node_modules/@orq-ai/node/", import.meta.url);

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: home.pathname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

function call(name: string): string {
  return `import { OrqCore } from "@orq-ai/node/core.js";
    import { ${name} } from "@orq-ai/node/funcs/${name}.js";
    globalThis.outcome = ${name}(new OrqCore({}), { fileId: "a" });`;
}

function size(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

test("one multipart function is small, and so is one with parameters", async (t) => {
  const upload = await bundle(call("routerImagesVariationsCreate"));
  const plain = await bundle(call("filesGet"));
  const bare = await bundle(call("filesDelete"));
  const sizes = [upload, plain, bare].map(size) as [number, number, number];
  t.diagnostic(
    `gzip -9: multipart ${sizes[0]}, JSON ${sizes[1]}, no body ${sizes[2]} bytes`,
  );
  assert.ok(sizes[0] <= 7800, `${sizes[0]} bytes`);
  assert.ok(sizes[1] <= 7750, `${sizes[1]} bytes`);
  assert.ok(sizes[2] < sizes[1] - 300, `${sizes[2]} bytes`);
});

test("a function brings along only what its descriptor names", async () => {
  const marks = [
    "form-data",
    "variants",
    "HTTPClient",
    "Basic ",
    "%7C",
    "one of the",
    "Last-Event-ID",
  ];
  const plain = await bundle(call("filesGet"));
  for (const mark of marks) assert.ok(!plain.includes(mark), mark);
  const upload = await bundle(call("routerImagesVariationsCreate"));
  assert.ok(upload.includes("form-data"));
  const params = "it has a segment of dots";
  assert.ok(plain.includes(params) && !upload.includes(params));
  const bare = await bundle(call("filesDelete"));
  assert.ok(!bare.includes("JSON.parse"));
});

test("modules have no effects of their own", async () => {
  const runtime = readdirSync(new URL("dist/runtime/", home));
  const modules = runtime.filter((name) => name.endsWith(".js"));
  assert.ok(modules.length > 15);
  for (const name of modules) {
    const from = `@orq-ai/node/runtime/${name}`;
    const code = await bundle(`import ${JSON.stringify(from)};`);
    assert.equal(code, "", name);
    // Without trusting the manifest's word for it.
    const text = readFileSync(new URL(`dist/runtime/${name}`, home), "utf8");
    const top =
      /^(?!\/\*\*|\/\/|\s|import |export |function |async |class |const |\}|\]|$).+/m;
    const found = top.exec(text.replace(/\/\*[^]*?\*\//g, ""));
    assert.equal(found?.[0], undefined, name);
  }
});

test("works without process, Deno and the like; browsers name themselves", async () => {
  const code = await bundle(call("filesGet"));
  assert.ok(!/\b(Buffer|require|process\.env\.)\b/.test(code));
  const requests: Request[] = [];
  const body = { id: "a", purpose: "batch", created: "2026-01-01T00:00:00Z" };
  const context: Record<string, unknown> = {
    document: {},
    fetch: async (request: Request) => {
      requests.push(request);
      return Response.json(body);
    },
  };
  const globals = {
    AbortController,
    Headers,
    Request,
    Response,
    TextDecoder,
    URL,
  };
  Object.assign(context, globals, { performance, setTimeout, clearTimeout });
  runInNewContext(code, context);
  const outcome = await (context["outcome"] as PromiseLike<{ ok: boolean }>);
  assert.equal(outcome.ok, true, JSON.stringify(outcome));
  assert.equal(requests[0]?.url, "https://my.orq.ai/v2/files/a");
  assert.equal(requests[0]?.headers.get("user-agent"), null);
});

test("Deno's environment is read; a refused permission is no error", async () => {
  const code = await bundle(
    'import { env } from "@orq-ai/node/runtime/env.js"; globalThis.outcome = env("A");',
  );
  const get = (name: string): string => `deno ${name}`;
  const context = { Deno: { env: { get } }, outcome: "" };
  assert.equal(runInNewContext(`${code}; outcome`, context), "deno A");
  const deny = (): never => {
    throw new Error("NotCapable");
  };
  const denied = { Deno: { env: { get: deny } }, outcome: "" };
  assert.equal(runInNewContext(`${code}; outcome`, denied), undefined);
});

test("code has no eval and builds no functions from text", () => {
  const folder = new URL("src/runtime/", home);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), "utf8");
    assert.doesNotMatch(text, /\beval\(|new Function|import\(/, name);
    assert.ok(text.split("\n").length <= 301, `${name} is too long`);
    for (const match of text.matchAll(/from "([^"]+)"/g))
      assert.match(match[1]!, /^\.\/[a-z0-9]+\.js$/, name);
  }
});
