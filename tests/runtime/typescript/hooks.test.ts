/** Hooks around every attempt: what they see, change and replace. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Client } from "@orq-ai/node/runtime/client.js";
import type { ClientOptions } from "@orq-ai/node/runtime/client.js";
import { SDKHooks } from "@orq-ai/node/runtime/hooks.js";
import type { Configuration } from "@orq-ai/node/runtime/operation.js";
import { json } from "@orq-ai/node/runtime/response.js";
import { unwrap } from "@orq-ai/node/runtime/result.js";
import { custom, fromParts } from "@orq-ai/node/runtime/security.js";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import * as errors from "@orq-ai/node/models/errors";
import { sendJSON, serve } from "./support.js";

const config: Configuration = {
  name: "n",
  version: "1",
  documentVersion: "1",
  userAgent: "ua",
  servers: [{ url: "http://127.0.0.1:1", variables: {} }],
  schemes: {
    own: {
      send: custom,
      env: fromParts,
      parts: [{ key: "appId", wire: "appId" }],
    },
  },
  security: [["own read"]],
  timeoutMs: 2000,
};

function call(
  hooks: SDKHooks,
  options: ClientOptions,
  credentials: object = { own: { appId: "s3cret" } },
): Promise<unknown> {
  const client = new Client(config, options, { ...credentials }, {}, hooks);
  const reply = { status: "200", mediaType: "application/json" } as const;
  const replies = [{ ...reply, codec: "any", decode: json } as const];
  const operation = { id: "o", method: "GET", path: "/x", replies };
  return unwrap(invoke(client, operation, undefined));
}

const brief = {
  strategy: "backoff",
  backoff: {
    initialInterval: 1,
    maxInterval: 1,
    exponent: 1,
    maxElapsedTime: 5000,
  },
} as const;

test("hooks: order, context, and what they change", async (t) => {
  const { url, received } = await serve(t, (response, _, seen) =>
    sendJSON(response, { seen }, seen ? 200 : 503),
  );
  const hooks = new SDKHooks();
  const seen: unknown[] = [];
  hooks.registerSDKInitHook({
    sdkInit: (options) => ({ ...options, serverURL: url }),
  });
  hooks.registerBeforeRequestHook({
    beforeRequest: async (context, request) => {
      const { appId } = context.securitySource["own"];
      assert.ok(!inspect(context, { depth: 9 }).includes("s3cret"));
      const { baseURL, oAuth2Scopes, operationID, options } = context;
      assert.equal(options.serverURL, url);
      seen.push([operationID, baseURL === url, oAuth2Scopes]);
      request.headers.set("x-app", appId);
      return request;
    },
  });
  hooks.registerBeforeRequestHook({
    beforeRequest: (_, request) => new Request(`${request.url}?b=2`, request),
  });
  hooks.registerAfterSuccessHook({
    afterSuccess: async (_, response) =>
      Response.json({ was: await response.json() }),
  });
  hooks.registerAfterErrorHook({
    afterError: (_, response, error) => {
      seen.push([response?.status, error]);
      return { response, error };
    },
  });
  const value = await call(hooks, { retryConfig: brief });
  assert.deepEqual(value, { was: { seen: 1 } });
  assert.deepEqual(seen, [
    ["o", true, ["read"]],
    [503, null],
    ["o", true, ["read"]],
  ]);
  assert.equal(received[1]!.url, "/x?b=2");
  assert.equal(received[1]!.headers["x-app"], "s3cret");
});

test("hooks: errors become answers, answers become errors", async (t) => {
  const { url } = await serve(t, (response, { headers }) =>
    sendJSON(response, {}, headers["x-ok"] ? 200 : 404),
  );
  const fall = new Error("mine");
  const rescue = new SDKHooks();
  rescue.registerAfterErrorHook({
    afterError: (_, response, error) => {
      assert.ok(response?.status === 404 || error instanceof Error);
      return { response: Response.json({ instead: true }), error: null };
    },
  });
  for (const serverURL of [url, "http://127.0.0.1:1"])
    assert.deepEqual(await call(rescue, { serverURL }), { instead: true });
  const spoil = new SDKHooks();
  spoil.registerBeforeRequestHook({
    beforeRequest: (_, request) => {
      request.headers.set("x-ok", "1");
      return request;
    },
  });
  spoil.registerAfterSuccessHook({
    afterSuccess: () => {
      throw fall;
    },
  });
  await assert.rejects(call(spoil, { serverURL: url }), (error) => {
    assert.ok(error instanceof errors.OrqError);
    assert.equal(error.cause, fall);
    assert.equal(error.message, "A hook failed: mine");
    return true;
  });
});

test("hooks: a connection that fails", async () => {
  const hooks = new SDKHooks();
  const seen: unknown[] = [];
  hooks.registerAfterErrorHook({
    afterError: (_, response, error) => {
      seen.push([response, error instanceof errors.ConnectionError]);
      return { response, error };
    },
  });
  await assert.rejects(call(hooks, {}), errors.ConnectionError);
  assert.deepEqual(seen, [[null, true]]);
});
