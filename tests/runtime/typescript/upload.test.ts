/** Uploads of every kind of file reach a real server as they should. */

import assert from "node:assert/strict";
import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { Orq } from "@orq-ai/node";
import type { FileInput, RetryConfig } from "@orq-ai/node";
import { multipart } from "@orq-ai/node/runtime/multipart.js";
import { RequestValidationError } from "@orq-ai/node/models/errors";
import { parts, sendJSON, serve } from "./support.js";
import type { Part, Recorder } from "./support.js";

const content = "PNG\r\n--\0ü";
const bytes = new TextEncoder().encode(content);
const stored = { id: "f1", purpose: "batch", created: "2026-01-02T03:04:05Z" };
const quick: RetryConfig = {
  strategy: "backoff",
  backoff: {
    initialInterval: 1,
    maxInterval: 1,
    exponent: 1,
    maxElapsedTime: 5000,
    jitterMs: 0,
  },
};

function images(t: TestContext): Promise<Recorder> {
  return serve(t, (response) => sendJSON(response, { created: 1, data: [] }));
}

function received(server: Recorder, index = 0): Part[] {
  const { headers, body } = server.received[index]!;
  return parts(headers["content-type"]!, body);
}

function stream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, 4));
      controller.enqueue(bytes.slice(4));
      controller.close();
    },
  });
}

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "sdkloom-"));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

const octets = "application/octet-stream";
const kinds: [string, () => unknown, string, string][] = [
  ["Uint8Array", () => bytes, "image", octets],
  ["Buffer", () => Buffer.from(bytes), "image", octets],
  ["ArrayBuffer", () => bytes.slice().buffer, "image", octets],
  ["DataView", () => new DataView(bytes.slice().buffer), "image", octets],
  ["Blob", () => new Blob([bytes]), "image", octets],
  ["Blob with type", () => new Blob([bytes], { type: "a/b" }), "image", "a/b"],
  ["File", () => new File([bytes], "x.webp"), "x.webp", "image/webp"],
  [
    "File with type",
    () => new File([bytes], "x.png", { type: "a/b" }),
    "x.png",
    "a/b",
  ],
  ["ReadableStream", stream, "image", octets],
  [
    "record of a stream",
    () => ({ content: stream(), fileName: "y.JPG" }),
    "y.JPG",
    "image/jpeg",
  ],
  [
    "record of a File",
    () => ({ content: new File([bytes], "x.png"), contentType: "c/d" }),
    "x.png",
    "c/d",
  ],
];

for (const [kind, image, filename, contentType] of kinds)
  test(`upload from ${kind}`, async (t) => {
    const server = await images(t);
    const orq = new Orq({ apiKey: "k", serverURL: server.url });
    await orq.router.images.variations.create({
      model: "Altima",
      image: image(),
    });
    assert.deepEqual(received(server), [
      { name: "image", filename, contentType, body: content },
      { name: "model", body: "Altima" },
    ]);
  });

test("upload from openAsBlob and from a stream of Node", async (t) => {
  const path = join(await folder(t), "a.txt");
  await writeFile(path, bytes);
  const server = await serve(t, (response) => sendJSON(response, stored));
  const { files } = new Orq({ apiKey: "k", serverURL: server.url });
  await files.create({ file: await openAsBlob(path), tags: ["a", "b"] });
  await files.create({
    file: { content: createReadStream(path), fileName: "b.txt" },
    purpose: "retrieval",
  });
  assert.deepEqual(received(server, 0), [
    { name: "file", filename: "file", contentType: octets, body: content },
    { name: "tags", body: "a" },
    { name: "tags", body: "b" },
  ]);
  assert.deepEqual(received(server, 1), [
    {
      name: "file",
      filename: "b.txt",
      contentType: "text/plain",
      body: content,
    },
    { name: "purpose", body: "retrieval" },
  ]);
});

test("nested models are one JSON part each, nulls are left out", async (t) => {
  const server = await images(t);
  const orq = new Orq({ apiKey: "k", serverURL: server.url });
  await orq.router.images.variations.create({
    model: "Altima",
    n: null,
    responseFormat: "b64_json",
    user: undefined,
    orq: {
      retry: { count: 2, onCodes: [429, 500] },
      fallbacks: [{ model: "m" }],
      identity: { id: "i", displayName: "Jane", email: null },
    },
  });
  const [model, format, orqPart, ...more] = received(server);
  assert.deepEqual(
    [model?.body, format?.name, format?.body],
    ["Altima", "response_format", "b64_json"],
  );
  assert.deepEqual(more, []);
  assert.equal(orqPart?.contentType, "application/json");
  assert.deepEqual(JSON.parse(orqPart!.body), {
    retry: { count: 2, on_codes: [429, 500] },
    fallbacks: [{ model: "m" }],
    identity: { id: "i", display_name: "Jane", email: null },
  });
});

test("text for an untyped field is text, unknown fields pass", async (t) => {
  const server = await images(t);
  const orq = new Orq({ apiKey: "k", serverURL: server.url });
  const request = {
    model: "m",
    image: "not a file",
    unknown_key: 2,
    list: [1],
  };
  await orq.router.images.variations.create(request);
  assert.deepEqual(received(server), [
    { name: "image", body: "not a file" },
    { name: "model", body: "m" },
    { name: "unknown_key", body: "2" },
    { name: "list", body: "1" },
  ]);
});

test("text for a file field is refused", async (t) => {
  const server = await images(t);
  const { files } = new Orq({ serverURL: server.url });
  const file = "a.txt" as unknown as FileInput;
  await assert.rejects(files.create({ file }), (error) => {
    assert.ok(error instanceof RequestValidationError);
    assert.match(error.message, /\$\.file: expected a file/);
    return true;
  });
  assert.equal(server.received.length, 0);
});

test("a body in memory or a Blob has a length and is sent again", async (t) => {
  const path = join(await folder(t), "a.bin");
  await writeFile(path, bytes);
  for (const image of [bytes, await openAsBlob(path)]) {
    const server = await serve(t, (response, _, seen) =>
      seen < 2
        ? sendJSON(response, {}, 503)
        : sendJSON(response, { created: 1, data: [] }),
    );
    const orq = new Orq({ serverURL: server.url, retryConfig: quick });
    await orq.router.images.variations.create({ model: "m", image });
    assert.equal(server.received.length, 3);
    for (const [index, { headers, body }] of server.received.entries()) {
      assert.equal(headers["content-length"], `${body.length}`);
      assert.equal(received(server, index)[0]?.body, content);
    }
  }
});

test("a stream is sent once, whatever comes back", async (t) => {
  const server = await serve(t, (response) => sendJSON(response, {}, 503));
  const orq = new Orq({ serverURL: server.url, retryConfig: quick });
  const { variations } = orq.router.images;
  await assert.rejects(variations.create({ model: "m", image: stream() }), {
    statusCode: 503,
  });
  assert.equal(server.received.length, 1);
  assert.equal(received(server)[0]?.body, content);
});

test("a stream that breaks fails the call", async (t) => {
  const server = await images(t);
  const orq = new Orq({ serverURL: server.url });
  const image = new ReadableStream({
    pull(controller) {
      controller.error(new Error("disk on fire"));
    },
  });
  await assert.rejects(
    orq.router.images.variations.create({ model: "m", image }),
    { name: "ConnectionError" },
  );
});

test("a stream that somebody else reads fails the call", async (t) => {
  const server = await images(t);
  const orq = new Orq({ serverURL: server.url });
  const image = stream();
  image.getReader();
  await assert.rejects(
    orq.router.images.variations.create({ model: "m", image }),
    { name: "ConnectionError" },
  );
});

test("a type given with the file is stronger than the document's", async () => {
  const { body, type } = multipart(
    { f: { content: bytes, contentType: "a/b" }, g: bytes },
    {
      mediaType: "multipart/form-data",
      codec: "any",
      encode: multipart,
      encoding: {
        f: { contentType: "image/png" },
        g: { contentType: "image/png, image/jpeg" },
      },
    },
  );
  const sent = Buffer.from(await new Response(body).arrayBuffer());
  assert.deepEqual(
    parts(type, sent).map(({ contentType }) => contentType),
    ["a/b", octets],
  );
});

test("a tab in a file's name is refused, too", async (t) => {
  const server = await images(t);
  const { files } = new Orq({ serverURL: server.url });
  const file = { content: bytes, fileName: "a\tb" };
  await assert.rejects(files.create({ file }), RequestValidationError);
  assert.equal(server.received.length, 0);
});

test("a large file is streamed", async (t) => {
  const size = 300 * 2 ** 20;
  const path = join(await folder(t), "big.bin");
  const handle = await open(path, "w");
  await handle.truncate(size);
  await handle.close();
  const server = await serve(t, (response) => sendJSON(response, stored));
  let length = 0;
  let peak = 0;
  const before = process.memoryUsage().rss;
  const orq = new Orq({
    serverURL: server.url,
    httpClient: {
      async request(request: Request) {
        const reader = request.body!.getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          length += value.length;
          peak = Math.max(peak, process.memoryUsage().rss - before);
        }
        return Response.json(stored);
      },
    },
  });
  await orq.files.create({ file: await openAsBlob(path) });
  assert.ok(length > size);
  assert.ok(peak < 150 * 2 ** 20, `grew by ${peak} bytes`);
});
