/** Calls against a real server: what is sent, what comes back, and everything that goes wrong. */

import assert from "node:assert/strict";
import { getEventListeners, once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { inspect } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { HTTPClient, Orq, OrqCore } from "@orq-ai/node";
import type { OrqOptions, RetryConfig } from "@orq-ai/node";
import { filesGet } from "@orq-ai/node/funcs/filesGet.js";
import { filesList } from "@orq-ai/node/funcs/filesList.js";
import { Client } from "@orq-ai/node/runtime/client.js";
import type {
  Configuration,
  Operation,
} from "@orq-ai/node/runtime/operation.js";
import { json as jsonBody } from "@orq-ai/node/runtime/encoding.js";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import { UnknownValue } from "@orq-ai/node/runtime/variants.js";
import { raw } from "@orq-ai/node/runtime/raw.js";
import { SDKError } from "@orq-ai/node/runtime/errors.js";
import { retryDelay } from "@orq-ai/node/runtime/retry.js";
import { authenticate, basic } from "@orq-ai/node/runtime/security.js";
import * as errors from "@orq-ai/node/models/errors";
import { sendJSON, serve } from "./support.js";
import type { Script } from "./support.js";
import type { TestContext } from "node:test";

const stored = {
  id: "f1",
  purpose: "batch",
  created: "2026-01-02T03:04:05Z",
  workspace_id: "w",
  shade: "blue",
};
const quick: RetryConfig = {
  strategy: "backoff",
  backoff: {
    initialInterval: 1,
    maxInterval: 1,
    exponent: 1,
    maxElapsedTime: 5000,
    jitterMs: 0,
  },
  retryConnectionErrors: true,
};

async function start(t: TestContext, script: Script, options: OrqOptions = {}) {
  const server = await serve(t, script);
  const orq = new Orq({ apiKey: "k", serverURL: server.url, ...options });
  return { ...server, orq };
}

async function failure<E>(
  work: PromiseLike<unknown>,
  kind: abstract new (...args: never) => E,
): Promise<E> {
  const error = await Promise.resolve(work).then(
    () => assert.fail("it did not fail"),
    (error: unknown) => error,
  );
  assert.ok(error instanceof kind, inspect(error));
  return error;
}

test("parameters, headers and credentials arrive; the answer is typed", async (t) => {
  const { orq, received } = await start(t, (response) =>
    sendJSON(response, [stored]),
  );
  const [file] = await orq.files.list(
    {
      limit: 2,
      purposes: ["batch", "retrieval"],
      createdAfter: new Date("2026-01-01T00:00:00Z"),
    },
    { headers: { "X-A": "b" } },
  );
  const { url, headers } = received[0]!;
  assert.equal(
    url,
    "/v2/files?limit=2&purposes=batch,retrieval&created_after=2026-01-01T00%3A00%3A00.000Z",
  );
  assert.equal(headers.authorization, "Bearer k");
  assert.equal(headers.accept, "application/json");
  assert.equal(headers["x-a"], "b");
  assert.equal(headers["user-agent"], "sdkloom/typescript 4.2.6 @orq-ai/node");
  assert.deepEqual(file, {
    id: "f1",
    purpose: "batch",
    created: new Date("2026-01-02T03:04:05Z"),
    workspaceId: "w",
    additionalProperties: { shade: "blue" },
  });
  await orq.files.list();
  assert.equal(received[1]?.url, "/v2/files");
});

test("a JSON body beside parameters, recursive models", async (t) => {
  const tree = {
    kind: "node",
    node_name: "a",
    children: [
      { kind: "leaf", is_open: true, payload: "2026-01-02T03:04:05.000Z" },
      { kind: "leaf", parent: { kind: "node", node_name: "b" } },
      { kind: "twig", node_name: "kept" },
    ],
  };
  const { orq, received } = await start(t, (response) =>
    sendJSON(response, tree, 202),
  );
  const result = await orq.nodes.update({
    nodeId: "a/b",
    traceId: "t",
    requestBody: {
      kind: "node",
      nodeName: "a",
      children: [{ kind: "leaf", isOpen: true, payload: new Date(0) }],
    },
  });
  const { method, url, headers, body } = received[0]!;
  assert.deepEqual([method, url], ["PATCH", "/v2/nodes/a%2Fb"]);
  assert.equal(headers["x-trace-id"], "t");
  assert.equal(headers["content-type"], "application/json");
  assert.equal(
    body.toString(),
    '{"kind":"node","node_name":"a","children":[{"kind":"leaf","payload":"1970-01-01T00:00:00.000Z","is_open":true}]}',
  );
  assert.deepEqual(result, {
    kind: "node",
    nodeName: "a",
    children: [
      {
        kind: "leaf",
        isOpen: true,
        payload: new Date("2026-01-02T03:04:05.000Z"),
      },
      { kind: "leaf", parent: { kind: "node", nodeName: "b" } },
      new UnknownValue({ kind: "twig", node_name: "kept" }),
    ],
  });
});

test("no body: nothing is given back, nothing is left open", async (t) => {
  const { orq, received, open } = await start(t, (response) =>
    response.writeHead(204).end(),
  );
  assert.equal(await orq.files.delete({ fileId: "a" }), undefined);
  assert.equal(await orq.files.delete({ fileId: "b" }), undefined);
  await wait(20);
  assert.deepEqual([received.length, open()], [2, 0]);
});

test("$inspect shows request and response", async (t) => {
  const server = await start(t, (response) => sendJSON(response, stored));
  const [result, { request, response, body }] = await filesGet(server.orq, {
    fileId: "a",
  }).$inspect();
  assert.ok(result.ok);
  assert.deepEqual(JSON.parse(body ?? ""), stored);
  assert.equal(request?.url, `${server.url}/v2/files/a`);
  assert.equal(response?.status, 200);
});

test("the raw response, of whatever status, unread", async (t) => {
  let status = 200;
  const { orq } = await start(t, (response) =>
    sendJSON(response, stored, status, { "x-left": "9" }),
  );
  const fine = await raw(filesGet, orq, { fileId: "a" });
  assert.equal(fine.headers.get("x-left"), "9");
  assert.deepEqual(await fine.json(), stored);
  status = 404;
  const lost = await raw(filesGet, orq, { fileId: "a" }, { timeoutMs: 500 });
  assert.equal(lost.status, 404);
  assert.equal(await lost.text(), JSON.stringify(stored));
  await failure(raw(filesGet, orq, { fileId: "" }), SDKError);
  await failure(orq.files.get({ fileId: "a" }), errors.APIError);
});

test("a documented error has its own class", async (t) => {
  const { orq } = await start(t, (response) =>
    sendJSON(response, { code: 7, message: "no such file" }, 404, {
      "x-request-id": "r1",
    }),
  );
  const error = await failure(
    orq.files.get({ fileId: "a" }),
    errors.HonoApiError,
  );
  assert.ok(error instanceof errors.OrqError);
  assert.deepEqual(
    [error.statusCode, error.message, error.code, error.requestId, error.name],
    [404, "no such file", 7, "r1", "HonoApiError"],
  );
  assert.deepEqual(error.data, error.data$);
  assert.equal(error.contentType, "application/json");
  assert.equal(error.rawResponse?.status, 404);
});

for (const [what, body, type] of [
  ["a broken body", '{"code":', "application/json"],
  ["a body of another shape", '{"code":"x"}', "application/json"],
  ["another media type", "<p>", "text/html"],
  ["no body", "", "application/json"],
  ["a body of no shape", "null", "application/json"],
] as const)
  test(`a documented error with ${what} tells its status`, async (t) => {
    const { orq } = await start(t, (response) =>
      response.writeHead(404, { "content-type": type }).end(body),
    );
    const error = await failure(
      orq.files.get({ fileId: "a" }),
      errors.APIError,
    );
    assert.equal(error.statusCode, 404);
    assert.equal(error.body, body);
    assert.match(error.message, /^API error occurred: Status 404/);
  });

test("an error whose body breaks off tells its status", async (t) => {
  const { orq } = await start(t, (response) => {
    response.writeHead(500, { "content-length": "100" });
    response.write("half");
    setTimeout(() => response.destroy(), 20);
  });
  const error = await failure(orq.files.get({ fileId: "a" }), errors.APIError);
  assert.deepEqual([error.statusCode, error.body], [500, "half"]);
});

test("redirects are not followed", async (t) => {
  const other = await serve(t, (response) => sendJSON(response, stored));
  const { orq } = await start(t, (response, { url }) =>
    response.writeHead(302, { location: other.url + url }).end(),
  );
  const options = { redirect: "follow" } as object;
  const error = await failure(
    orq.files.get({ fileId: "a" }, options),
    errors.APIError,
  );
  assert.equal(error.statusCode, 302);
  assert.equal(other.received.length, 0);
});

for (const [what, body, path] of [
  ["invalid JSON", '{"id":', ""],
  ["a misfit", { ...stored, created: "soon" }, "$.created"],
  ["a missing field", { id: "f1", purpose: "batch" }, "$.created"],
  ["another type", [], "$: expected an object"],
] as const)
  test(`${what} is a ResponseValidationError`, async (t) => {
    const { orq } = await start(t, (response) => sendJSON(response, body));
    const error = await failure(
      orq.files.get({ fileId: "a" }),
      errors.ResponseValidationError,
    );
    assert.equal(error.statusCode, 200);
    assert.ok(error.message.includes(path), error.message);
    assert.ok(error.cause instanceof Error);
    assert.ok(error.pretty().includes(error.body));
    assert.equal(
      error.body,
      typeof body === "string" ? body : JSON.stringify(body),
    );
  });

test("the misfit's path goes through lists", async (t) => {
  const { orq } = await start(t, (response) =>
    sendJSON(response, { created: 1, data: [{ url: "u" }, { url: 5 }] }),
  );
  const { variations } = orq.router.images;
  await assert.rejects(variations.create({ model: "m" }), {
    message: /\$\.data\[1\]\.url: expected string/,
  });
});

for (const [what, status, type] of [
  ["another media type", 200, "text/plain"],
  ["no media type", 200, ""],
  ["an undocumented status", 201, "application/json"],
] as const)
  test(`success with ${what} is a ResponseValidationError`, async (t) => {
    const { orq } = await start(t, (response) => {
      if (type) response.setHeader("content-type", type);
      response.writeHead(status).end(JSON.stringify(stored));
    });
    const error = await failure(
      orq.files.get({ fileId: "a" }),
      errors.ResponseValidationError,
    );
    assert.equal(error.statusCode, status);
    assert.equal(error.body, JSON.stringify(stored));
  });

test("a body over the limit is refused, also a compressed one", async (t) => {
  const bomb = gzipSync(Buffer.alloc(50 * 2 ** 20, "0"));
  const { orq, open } = await start(
    t,
    (response) => {
      response.writeHead(200, {
        "content-type": "application/json",
        "content-encoding": "gzip",
      });
      response.end(bomb);
    },
    { maxResponseBytes: 2 ** 20 },
  );
  const error = await failure(
    orq.files.get({ fileId: "a" }),
    errors.ResponseValidationError,
  );
  assert.match(error.message, /over 1048576 bytes/);
  assert.ok(error.body.length < 2 * 2 ** 20);
  await wait(50);
  assert.equal(open(), 0);
});

test("a body over the limit is no longer read", async (t) => {
  const { orq, open } = await start(
    t,
    (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" ".repeat(1000)), 1);
      response.on("close", () => clearInterval(timer));
    },
    { maxResponseBytes: 5000 },
  );
  await failure(orq.files.get({ fileId: "a" }), errors.ResponseValidationError);
  await wait(100);
  assert.equal(open(), 0);
});

test("characters may come in two pieces", async (t) => {
  const { orq } = await start(t, (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const body = Buffer.from(JSON.stringify({ ...stored, id: "ü☃" }));
    const middle = body.indexOf(Buffer.from("☃")) + 1;
    response.write(body.subarray(0, middle));
    setTimeout(() => response.end(body.subarray(middle)), 30);
  });
  const { id } = await orq.files.get({ fileId: "a" });
  assert.equal(id, "ü☃");
});

test("the platform's own timeouts are timeouts", async () => {
  const fetcher = async (): Promise<Response> => {
    const cause = { code: "UND_ERR_HEADERS_TIMEOUT" };
    throw new TypeError("fetch failed", { cause });
  };
  const orq = new Orq({ httpClient: new HTTPClient({ fetcher }) });
  await failure(orq.files.get({ fileId: "a" }), errors.RequestTimeoutError);
});

test("bytes come as a stream", async (t) => {
  const { orq } = await start(t, (response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(Buffer.alloc(200_000, 7));
  });
  const stream = await orq.files.content({ fileId: "a" });
  const bytes = await new Response(stream).arrayBuffer();
  assert.equal(bytes.byteLength, 200_000);
});

test("a stream that stalls ends in time; one that is slow does not", async (t) => {
  const { orq } = await start(t, (response, { url }) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.write("a");
    if (url.includes("slow"))
      setTimeout(() => response.write("b"), 150).unref();
    if (url.includes("slow")) setTimeout(() => response.end("c"), 300).unref();
  });
  const options = { timeoutMs: 200 };
  const slow = await orq.files.content({ fileId: "slow" }, options);
  assert.equal(await new Response(slow).text(), "abc");
  const stalled = await orq.files.content({ fileId: "x" }, options);
  await failure(new Response(stalled).text(), errors.RequestTimeoutError);
});

test("a stream that is cancelled frees its connection", async (t) => {
  const { orq, open } = await start(t, (response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.write("a");
  });
  const stream = await orq.files.content({ fileId: "a" });
  await stream.cancel();
  await wait(100);
  assert.equal(open(), 0);
});

test("time runs out before the answer and within it", async (t) => {
  const { orq, open } = await start(t, (response, { url }) => {
    if (url.includes("silent")) return;
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  });
  for (const fileId of ["silent", "stalled"]) {
    const begin = performance.now();
    const error = await failure(
      orq.files.get({ fileId }, { timeoutMs: 80 }),
      errors.RequestTimeoutError,
    );
    const took = performance.now() - begin;
    assert.ok(took >= 70 && took < 1000, `${took} ms`);
    assert.ok(error instanceof errors.NoResponseError);
    assert.equal(error.statusCode, 0);
  }
  await wait(100);
  assert.equal(open(), 0);
});

test("the client's timeout holds, the call's is stronger, 0 is none of either", async (t) => {
  const { orq } = await start(t, () => {}, { timeoutMs: 50 });
  for (const options of [{}, { timeoutMs: 0 }, { timeoutMs: 60 }]) {
    const ms = options.timeoutMs || 50;
    await assert.rejects(orq.files.get({ fileId: "a" }, options), {
      message: `No answer within ${ms} ms`,
    });
  }
});

test("a timeout longer than timers run is no timeout at once", async (t) => {
  const { orq } = await start(t, (response) => {
    setTimeout(() => sendJSON(response, stored), 40);
  });
  await orq.files.get({ fileId: "a" }, { timeoutMs: 3e9 });
});

test("no listener stays on the caller's signal", async (t) => {
  const { orq } = await start(t, (response, { url }, seen) => {
    if (url.includes("404")) return sendJSON(response, {}, 404);
    if (url.includes("content"))
      response.setHeader("content-type", "application/octet-stream");
    if (url.includes("content")) return void response.end("x");
    sendJSON(response, stored, seen ? 200 : 503);
  });
  const { signal } = new AbortController();
  const options = { signal, retries: quick };
  await orq.files.get({ fileId: "a" }, options);
  await failure(orq.files.get({ fileId: "404" }, options), errors.APIError);
  const stream = await orq.files.content({ fileId: "a" }, options);
  await new Response(stream).text();
  const cancelled = await orq.files.content({ fileId: "a" }, options);
  await cancelled.cancel();
  const serverURL = "http://127.0.0.1:1";
  const none = { signal, serverURL };
  await failure(orq.files.get({ fileId: "a" }, none), errors.ConnectionError);
  assert.equal(getEventListeners(signal, "abort").length, 0);
});

test("a fetcher that heeds no signal is bounded all the same", async () => {
  const httpClient = new HTTPClient({ fetcher: () => new Promise(() => {}) });
  const orq = new Orq({ httpClient, timeoutMs: 30 });
  await failure(orq.files.get({ fileId: "a" }), errors.RequestTimeoutError);
});

test("a refused connection", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  const orq = new Orq({
    apiKey: "secret",
    serverURL: `http://127.0.0.1:${port}`,
  });
  const error = await failure(
    orq.files.get({ fileId: "a" }),
    errors.ConnectionError,
  );
  assert.ok(error.cause instanceof Error);
  assert.equal(error.statusCode, 0);
  assert.deepEqual([...error.headers.keys()], []);
});

test("the caller aborts: before, during, within the body and between attempts", async (t) => {
  const { orq, received, open } = await start(t, (response, { url }) => {
    if (url.includes("wait"))
      sendJSON(response, {}, 503, { "retry-after": "30" });
    if (!url.includes("body")) return;
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  });
  const patient: RetryConfig = { strategy: "backoff" };
  const reason = new Error("enough");
  const early = AbortSignal.abort(reason);
  const error = await failure(
    orq.files.get({ fileId: "early" }, { signal: early }),
    errors.RequestAbortedError,
  );
  assert.equal(error.cause, reason);
  assert.equal(received.length, 0);
  for (const fileId of ["silent", "body", "wait"]) {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 60);
    const begin = performance.now();
    await failure(
      orq.files.get(
        { fileId },
        { signal: controller.signal, retries: patient },
      ),
      errors.RequestAbortedError,
    );
    assert.ok(performance.now() - begin < 1000);
  }
  assert.equal(received.length, 3);
  await wait(100);
  assert.equal(open(), 0);
});

test("statuses are retried only with a policy, for every method", async (t) => {
  const { orq, received } = await start(t, (response, _, seen) =>
    seen % 3 < 2 ? sendJSON(response, {}, 503) : sendJSON(response, stored),
  );
  const file = new Blob(["x"]);
  await orq.files.create({ file }, { retries: quick });
  assert.equal(received.length, 3);
  await failure(orq.files.create({ file }), errors.APIError);
  assert.equal(received.length, 4);
  const none = { retries: { strategy: "none" } } as const;
  const patient = new Orq({
    serverURL: `http://${received[0]?.headers.host}`,
    retryConfig: quick,
  });
  await failure(patient.files.create({ file }, none), errors.APIError);
  assert.equal(received.length, 5);
});

test("only the statuses asked for are retried", async (t) => {
  const { orq, received } = await start(
    t,
    (response) => sendJSON(response, {}, 501),
    { retryConfig: quick },
  );
  await failure(orq.files.get({ fileId: "a" }), errors.APIError);
  assert.equal(received.length, 1);
  const retries = {
    strategy: "backoff",
    backoff: {
      ...quick.backoff!,
      maxElapsedTime: 40,
      initialInterval: 15,
      maxInterval: 15,
    },
  } as const;
  await failure(
    orq.files.get({ fileId: "a" }, { retries, retryCodes: ["5XX"] }),
    errors.APIError,
  );
  assert.ok(received.length > 2 && received.length < 6, `${received.length}`);
});

test("waits that start at nothing stay numbers", () => {
  const backoff = { ...quick.backoff!, initialInterval: 0, exponent: 2 };
  assert.equal(retryDelay(backoff, 5000, 0), 0);
});

test("Retry-After is heeded", async (t) => {
  const { orq, received } = await start(
    t,
    (response, _, seen) =>
      seen
        ? sendJSON(response, stored)
        : sendJSON(response, {}, 429, { "retry-after-ms": "150" }),
    { retryConfig: quick },
  );
  const begin = performance.now();
  await orq.files.get({ fileId: "a" });
  const took = performance.now() - begin;
  assert.ok(took >= 140 && took < 1500, `${took} ms`);
  assert.equal(received.length, 2);
});

test("an answer is given up when the wait would take too long", async (t) => {
  const { orq, received } = await start(
    t,
    (response) =>
      sendJSON(response, { code: 1, message: "later" }, 404, {
        "retry-after": "30",
      }),
    { retryConfig: quick },
  );
  const error = await failure(
    orq.files.get({ fileId: "a" }, { retryCodes: ["404"] }),
    errors.HonoApiError,
  );
  assert.equal(error.message, "later");
  assert.equal(received.length, 1);
});

test("a broken connection is retried only where that is safe", async (t) => {
  const { orq, received } = await start(
    t,
    (response, _, seen) =>
      seen % 2 ? sendJSON(response, stored) : response.destroy(),
    { retryConfig: quick },
  );
  await orq.files.get({ fileId: "a" });
  assert.equal(received.length, 2);
  const file = new Blob(["x"]);
  await failure(orq.files.create({ file }), errors.ConnectionError);
  assert.equal(received.length, 3);
  await orq.files.create({ file });
  await orq.files.create({ file }, { headers: { "Idempotency-Key": "1" } });
  assert.equal(received.length, 6);
  const off = { retries: { ...quick, retryConnectionErrors: false } };
  await failure(orq.files.get({ fileId: "a" }, off), errors.ConnectionError);
  assert.equal(received.length, 7);
});

test("a timed-out POST is sent once, a GET again", async (t) => {
  const { orq, received } = await start(
    t,
    (response, _, seen) => void (seen === 2 && sendJSON(response, stored)),
    { retryConfig: quick, timeoutMs: 60 },
  );
  const file = new Blob(["x"]);
  await failure(orq.files.create({ file }), errors.RequestTimeoutError);
  assert.equal(received.length, 1);
  await orq.files.get({ fileId: "a" });
  assert.equal(received.length, 3);
});

test("input that does not fit is refused before anything is sent", async (t) => {
  const { orq, received } = await start(t, (response) =>
    sendJSON(response, {}),
  );
  const variations = orq.router.images.variations;
  const cases: [PromiseLike<unknown>, RegExp][] = [
    [variations.create({} as never), /\$\.model: expected a value/],
    [variations.create(undefined as never), /Body cannot be sent/],
    [variations.create({ model: 5 } as never), /\$\.model: expected string/],
    [
      variations.create({ model: "m", responseFormat: "gif" as never }),
      /\$\.responseFormat: expected one of/,
    ],
    [
      variations.create({ model: "m", n: "2" as never }),
      /\$\.n: expected number/,
    ],
    [orq.files.get({} as never), /Parameter fileId/],
    [orq.files.get({ fileId: ".." }), /dots/],
    [orq.files.get({ fileId: "\ud800" }), /Parameter fileId/],
    [orq.files.list({ limit: 1.5 }), /\$\.limit: expected integer/],
    [orq.files.get({ fileId: "a" }, { serverURL: "ftp://h" }), /Server URL/],
    [
      orq.files.get({ fileId: "a" }, { serverURL: "http://u:s3cret@h" }),
      /Server URL/,
    ],
    [
      orq.files.get({ fileId: "a" }, { headers: { "X A": "s3cret" } }),
      /Header X A/,
    ],
    [
      orq.files.get({ fileId: "a" }, { headers: { "X-A": "s3cret\r\n" } }),
      /Header X-A/,
    ],
    [new Orq({ serverIdx: 3 }).files.get({ fileId: "a" }), /Server URL/],
  ];
  for (const [work, message] of cases) {
    const error = await failure(work, errors.SDKValidationError);
    assert.match(error.message, message);
    assert.ok(!inspect(error).includes("s3cret"));
  }
  assert.equal(received.length, 0);
});

test("NaN is refused, 2 stays 2", async (t) => {
  const { orq, received } = await start(t, (response) =>
    sendJSON(response, { created: 1, data: [] }),
  );
  const { variations } = orq.router.images;
  const nested = { retry: { count: NaN } };
  await failure(
    variations.create({ model: "m", orq: nested }),
    errors.RequestValidationError,
  );
  await variations.create({ model: "m", n: 2 });
  assert.ok(received[0]?.body.toString().includes("\r\n\r\n2\r\n"));
});

test("credentials: functions, the environment, none", async (t) => {
  const { url, received } = await start(t, (response) =>
    sendJSON(response, stored),
  );
  let calls = 0;
  const orq = new Orq({ serverURL: url, apiKey: async () => `t${++calls}` });
  await orq.files.get({ fileId: "a" });
  await orq.files.get({ fileId: "a" });
  process.env["ORQ_API_KEY"] = "env";
  try {
    await new Orq({ serverURL: url, apiKey: "" }).files.get({ fileId: "a" });
  } finally {
    delete process.env["ORQ_API_KEY"];
  }
  await new Orq({ serverURL: url }).files.get({ fileId: "a" });
  assert.deepEqual(
    received.map(({ headers }) => headers.authorization),
    ["Bearer t1", "Bearer t2", "Bearer env", undefined],
  );
  const broken = new OrqCore({
    serverURL: url,
    apiKey: () => {
      throw new Error("vault closed");
    },
  });
  const result = await filesGet(broken, { fileId: "a" });
  assert.ok(!result.ok && result.error instanceof errors.OrqError);
  assert.match(String(result.error.cause), /vault closed/);
});

test("credentials: a function that fails", async () => {
  const cause = new Error("no vault");
  const apiKey = (): Promise<string> => Promise.reject(cause);
  const { files } = new Orq({ apiKey, serverURL: "http://127.0.0.1:1" });
  await assert.rejects(files.get({ fileId: "1" }), (error) => {
    assert.ok(error instanceof errors.RequestValidationError);
    assert.match(error.message, /^apiKey: the function/);
    assert.equal(error.cause, cause);
    return true;
  });
});

test("credentials: anonymous access does not hide them", async () => {
  const header = (name: string, value: string): void =>
    void sent.push(`${name}: ${value}`);
  const sent: string[] = [];
  const config = {
    schemes: { k: { send: basic } },
  } as unknown as Configuration;
  const credentials = { k: { username: "u", password: "p" } };
  const { _setup } = new Client(config, {}, credentials);
  const places = { query: [], cookie: [], used: {}, scopes: [], header };
  const operation = { security: [[], ["k"]] } as unknown as Operation<
    never,
    unknown
  >;
  await authenticate(_setup, operation, places, "https://h", {});
  assert.deepEqual(sent, ["Authorization: Basic dTpw"]);
});

test("nothing that is printed shows a secret", async (t) => {
  const lines: string[] = [];
  const log = (line = ""): void => void lines.push(line);
  const server = await start(
    t,
    (response) => sendJSON(response, {}, 500, { "set-cookie": "s3cret=1" }),
    { apiKey: "s3cret", debugLogger: { group: log, groupEnd() {}, log } },
  );
  const { orq } = server;
  const error = await failure(
    orq.files.get(
      { fileId: "a" },
      { headers: { cookie: "s3cret", "x-api-key": "s3cret" } },
    ),
    errors.APIError,
  );
  const url = "http://127.0.0.1:1";
  const refusal = await failure(
    orq.files.get({ fileId: "a" }, { serverURL: url }),
    errors.ConnectionError,
  );
  const shown = [orq, orq.router, orq.router.images, error, refusal].map(
    (value) => inspect(value, { depth: 9, showHidden: true, getters: false }),
  );
  shown.push(JSON.stringify(orq), String(error), ...lines);
  for (const text of shown) assert.ok(!text.includes("s3cret"), text);
  const whole = lines.join("\n");
  assert.match(whole, /> GET http.*\/v2\/files\/a/);
  assert.match(whole, /< 500 /);
  assert.match(whole, /authorization: \*\*\*/);
  assert.match(whole, /set-cookie: \*\*\*/);
  assert.equal(server.received[0]?.headers.authorization, "Bearer s3cret");
});

test("the environment turns the debug log on", async (t) => {
  const { orq } = await start(t, (response) => sendJSON(response, stored));
  const group = t.mock.method(console, "group", () => {});
  t.mock.method(console, "log", () => {});
  process.env["ORQ_DEBUG"] = "true";
  try {
    await orq.files.get({ fileId: "a" });
    process.env["ORQ_DEBUG"] = "0";
    await orq.files.get({ fileId: "a" });
  } finally {
    delete process.env["ORQ_DEBUG"];
  }
  assert.equal(group.mock.callCount(), 2);
});

test("hooks of the HTTP client, clone, removal", async (t) => {
  const { url, received } = await start(t, (response) =>
    sendJSON(response, stored),
  );
  const seen: string[] = [];
  const add = (request: Request): Request => {
    const changed = new Request(request);
    changed.headers.set("x-hook", "yes");
    return changed;
  };
  const httpClient = new HTTPClient().addHook("beforeRequest", add);
  const copy = httpClient.clone();
  httpClient
    .removeHook("beforeRequest", add)
    .addHook("response", (response) => void seen.push(`${response.status}`))
    .addHook("requestError", () => void seen.push("error"));
  await new Orq({ serverURL: url, httpClient: copy }).files.get({
    fileId: "a",
  });
  const orq = new Orq({ serverURL: url, httpClient });
  await orq.files.get({ fileId: "a" });
  await filesGet(orq, { fileId: "a" }, { serverURL: "http://127.0.0.1:1" });
  assert.deepEqual(
    received.map(({ headers }) => headers["x-hook"]),
    ["yes", undefined],
  );
  assert.deepEqual(seen, ["200", "error"]);
});

test("options of fetch go through, the nested ones too", async () => {
  let request: Request | undefined;
  const httpClient = new HTTPClient({
    fetcher: async (input) => {
      request = input as Request;
      return Response.json([]);
    },
  });
  const core = new OrqCore({ httpClient, serverURL: "http://h/base/" });
  await filesList(core, undefined, {
    cache: "no-store",
    headers: [["x-a", "1"]],
    fetchOptions: { keepalive: true, headers: { "x-a": "0", "x-b": "2" } },
  });
  assert.equal(request?.url, "http://h/base/v2/files");
  assert.equal(request.cache, "no-store");
  assert.equal(request.keepalive, true);
  assert.equal(request.redirect, "manual");
  assert.equal(request.headers.get("x-a"), "1");
  assert.equal(request.headers.get("x-b"), "2");
});

test("any method is sent as it is, with its body", async () => {
  const seen: string[] = [];
  const httpClient = new HTTPClient({
    fetcher: async (input) => {
      const request = input as Request;
      seen.push(`${request.method} ${await request.text()}`);
      return new Response(null, { status: 204 });
    },
  });
  const core = new OrqCore({ httpClient, serverURL: "http://h" });
  for (const method of ["QUERY", "COPY", "copy"]) {
    const operation: Operation<string, void> = {
      id: "x",
      method,
      path: "/x",
      body: {
        mediaType: "application/json",
        codec: "string",
        encode: jsonBody,
        required: true,
      },
      replies: [{ status: "204" }],
    };
    await invoke(core, operation, "a");
  }
  assert.deepEqual(seen, ['QUERY "a"', 'COPY "a"', 'copy "a"']);
});

test("a redirect that the browser hides is an error", async () => {
  const hidden = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
  const httpClient = new HTTPClient({ fetcher: async () => hidden });
  const orq = new Orq({ httpClient });
  await assert.rejects(orq.files.get({ fileId: "a" }), {
    name: "UnexpectedRedirectError",
    message: /this platform hides where it leads/,
    statusCode: 0,
  });
});
