/** No secret is shown: every scheme, every outcome, with the debug log on. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Client } from "@orq-ai/node/runtime/client.js";
import { SDKHooks } from "@orq-ai/node/runtime/hooks.js";
import { oauth } from "@orq-ai/node/runtime/oauth.js";
import type { Configuration } from "@orq-ai/node/runtime/operation.js";
import { json } from "@orq-ai/node/runtime/response.js";
import {
  apiKey,
  basic,
  bearer,
  custom,
  fromParts,
} from "@orq-ai/node/runtime/security.js";
import type { Scheme, Secret } from "@orq-ai/node/runtime/security.js";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import { sendJSON, serve } from "./support.js";

const S = "s3cret+/\u00fc ";
const login = [
  { key: "username", wire: "username" },
  { key: "password", wire: "password" },
];
const client = [
  { key: "clientId", wire: "client_id" },
  { key: "clientSecret", wire: "client_secret" },
];
const app = [
  { key: "appId", wire: "appId" },
  { key: "key", wire: "key" },
];
const token = { url: "/oauth", grant: "client_credentials" };
const user = { username: "u", password: S };
const me = { clientId: "me", clientSecret: S };
const grant = { send: oauth, env: fromParts, parts: client };
const schemes: { [name: string]: [Scheme, Secret] } = {
  header: [{ send: apiKey, in: "header", name: "X-Acme" }, "s3cret+/"],
  query: [{ send: apiKey, in: "query", name: "acme key" }, S],
  cookie: [{ send: apiKey, in: "cookie", name: "acme" }, S],
  bearer: [{ send: bearer }, "s3cret+/"],
  basic: [{ send: basic, env: fromParts, parts: login }, user],
  own: [
    { send: custom, env: fromParts, parts: app },
    { appId: "a", key: "s3cret+/" },
  ],
  post: [{ ...grant, token }, me],
  proven: [{ ...grant, token: { ...token, basic: true } }, me],
  user: [{ ...grant, parts: login, token }, user],
};
const base64 = (text: string): string =>
  Buffer.from(text).toString("base64").replace(/=+$/, "").slice(0, -1);
const encoded = new URLSearchParams({ a: S }).toString().slice(2);
const forms = [
  S,
  "s3cret",
  "t0ken",
  encodeURIComponent(S),
  encoded,
  ...[S, `u:${S}`, `me:${S}`, `me:${encodeURIComponent(S)}`].map(base64),
  ...["s3cret+/", "t0ken"].map(base64),
];
const outcomes = [
  [200, {}],
  [400, { message: "no" }],
  [401, {}],
  [503, "no"],
  [200, "{"],
  [302, ""],
] as const;

const shown: string[] = [];

function show(value: unknown): void {
  shown.push(`${value}`, inspect(value, { depth: 9, showHidden: true }));
}

async function attempt(
  name: string,
  serverURL: string,
  credential: Secret | (() => Secret),
  timeoutMs = 2000,
): Promise<void> {
  const config: Configuration = {
    name: "n",
    version: "1",
    documentVersion: "1",
    userAgent: "ua",
    servers: [],
    schemes: { [name]: schemes[name]![0] },
    security: [[`${name} read`]],
    timeoutMs: 2000,
  };
  const hooks = new SDKHooks();
  hooks.registerBeforeRequestHook({
    beforeRequest: (context, request) => {
      show(context);
      const own = context.securitySource["own"];
      if (own && !own.key.includes("\n")) request.headers.set("x-own", own.key);
      return request;
    },
  });
  hooks.registerAfterErrorHook({
    afterError: (_, response, error) => {
      show(error);
      return { response, error };
    },
  });
  const log = (...parts: unknown[]): void => parts.forEach(show);
  const debugLogger = { group: log, groupEnd() {}, log };
  const backoff = {
    initialInterval: 1,
    maxInterval: 1,
    exponent: 1,
    maxElapsedTime: 60,
  };
  const retryConfig = {
    strategy: "backoff",
    backoff,
    retryConnectionErrors: true,
  } as const;
  const options = { serverURL, debugLogger, retryConfig, timeoutMs };
  const made = new Client(config, options, { [name]: credential }, {}, hooks);
  const replies = [
    {
      status: "200",
      mediaType: "application/json",
      codec: "any",
      decode: json,
    } as const,
  ];
  const operation = { id: "o", method: "GET", path: "/x", replies };
  const result = await invoke(made, operation, undefined);
  [made, hooks, result].forEach(show);
  if (result.ok) return;
  show(result.error);
  shown.push(result.error.pretty(), JSON.stringify(result.error));
  shown.push(`${result.error.stack}`);
}

for (const [name, [scheme, credential]] of Object.entries(schemes))
  test(`no secret is shown: ${name}`, async (t) => {
    shown.length = 0;
    let reply: readonly [number, unknown] = outcomes[0];
    let issues = true;
    const { url, received } = await serve(t, (response, request) => {
      if (request.url !== "/oauth")
        return sendJSON(response, reply[1], reply[0]);
      if (issues)
        return sendJSON(response, { access_token: "t0ken", expires_in: 60 });
      sendJSON(response, { error: "x", error_description: S }, 400);
    });
    for (const outcome of outcomes) {
      reply = outcome;
      await attempt(name, url, credential);
    }
    const sent = received.flatMap(({ url: path, headers, body }) => [
      path,
      inspect(headers),
      `${body}`,
    ]);
    // Or there would be nothing to find.
    assert.ok(forms.some((form) => sent.join("\n").includes(form)));
    for (const bad of [
      "http://127.0.0.1:1",
      "http://u:s3cret@h",
      "ftp://s3cret",
    ])
      await attempt(name, bad, credential);
    const spoilt =
      typeof credential === "string"
        ? `${credential}\n\0`
        : Object.fromEntries(
            Object.entries(credential).map(([key, text]) => [
              key,
              `${text}\n\0`,
            ]),
          );
    await attempt(name, url, spoilt);
    await attempt(name, url, () => credential, 1);
    issues = false;
    if (scheme.token) await attempt(name, url, credential);
    const everything = shown.join("\n");
    assert.ok(everything.includes("> GET http"));
    const found = forms.filter((form) => everything.includes(form));
    const place = found[0] ? everything.indexOf(found[0]) : 0;
    assert.deepEqual(found, [], everything.slice(place - 100, place + 100));
  });
