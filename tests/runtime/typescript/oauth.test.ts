/** Tokens of OAuth2 against a server on loopback: asked for once, kept, and asked for anew. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { inspect } from "node:util";
import { HTTPClient } from "@orq-ai/node";
import { Client } from "@orq-ai/node/runtime/client.js";
import type { RequestOptions } from "@orq-ai/node/runtime/client.js";
import { oauth } from "@orq-ai/node/runtime/oauth.js";
import type { Configuration } from "@orq-ai/node/runtime/operation.js";
import { json } from "@orq-ai/node/runtime/response.js";
import { unwrap } from "@orq-ai/node/runtime/result.js";
import type { Result } from "@orq-ai/node/runtime/result.js";
import { fromParts } from "@orq-ai/node/runtime/security.js";
import type { Credential, Scheme } from "@orq-ai/node/runtime/security.js";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import * as errors from "@orq-ai/node/models/errors";
import { sendJSON, serve } from "./support.js";
import type { Recorder } from "./support.js";

const me = { clientId: "me", clientSecret: "s3cret /&" };
const sent = { client_id: "me", client_secret: "s3cret /&" };

/** Gives out tokens, and lets in who has the newest one. */
interface Issuer extends Recorder {
  tokens: number;
  lives: unknown;
  failure: [number, unknown] | undefined;
  valid: (token: string) => boolean;
  readonly asked: () => Record<string, string>[];
  readonly client: (credential?: any, scheme?: Partial<Scheme>) => Client;
}

async function issue(t: TestContext): Promise<Issuer> {
  const recorder = await serve(t, (response, { url, headers }) => {
    if (!url.includes("oauth")) {
      const token = headers.authorization?.replace("Bearer ", "") ?? "";
      const status = issuer.valid(token) ? 200 : 401;
      return sendJSON(response, { ok: token }, status);
    }
    if (issuer.failure)
      return sendJSON(response, issuer.failure[1], issuer.failure[0]);
    const token = `t${++issuer.tokens}`;
    const { lives } = issuer;
    const body = { access_token: token, token_type: "bearer" };
    sendJSON(response, { ...body, expires_in: lives });
  });
  const issuer: Issuer = {
    ...recorder,
    tokens: 0,
    lives: 3600,
    failure: undefined,
    valid: (token) => token === `t${issuer.tokens}`,
    asked: () =>
      recorder.received
        .filter(({ url }) => url.includes("oauth"))
        .map(({ body }) => Object.fromEntries(new URLSearchParams(`${body}`))),
    client: (credential: Credential<any> = me, scheme = {}) => {
      const cc: Scheme = {
        send: oauth,
        env: fromParts,
        parts: [
          {
            key: "clientId",
            wire: "client_id",
            env: "T_CLIENT_ID",
            required: true,
          },
          {
            key: "clientSecret",
            wire: "client_secret",
            env: "T_CLIENT_SECRET",
            required: true,
          },
          { key: "audience", wire: "audience" },
        ],
        token: { url: "/oauth/token", grant: "client_credentials" },
        ...scheme,
      };
      const config: Configuration = {
        name: "n",
        version: "1",
        documentVersion: "1",
        userAgent: "ua",
        servers: [],
        schemes: { cc },
        security: [["cc read"]],
        timeoutMs: 5000,
      };
      const options = { serverURL: `${recorder.url}/v1` };
      return new Client(config, options, { cc: credential });
    },
  };
  return issuer;
}

function attempt(
  client: Client,
  security?: string[][],
  options: RequestOptions = {},
): PromiseLike<Result<{ ok: string }>> {
  const replies = [
    {
      status: "200",
      mediaType: "application/json",
      codec: "any",
      decode: json,
    } as const,
  ];
  const operation = { id: "o", method: "POST", path: "/x", replies, security };
  return invoke(client, operation, undefined, options) as PromiseLike<
    Result<{ ok: string }>
  >;
}

async function call(client: Client, security?: string[][]): Promise<string> {
  return (await unwrap(attempt(client, security))).ok;
}

test("a token is asked for once", async (t) => {
  const issuer = await issue(t);
  const client = issuer.client({ ...me, audience: "a b" });
  for (let i = 0; i < 3; i++) assert.equal(await call(client), "t1");
  const grant_type = "client_credentials";
  assert.deepEqual(issuer.asked(), [
    { grant_type, ...sent, audience: "a b", scope: "read" },
  ]);
  const { url, headers } = issuer.received[0]!;
  assert.equal(url, "/oauth/token");
  assert.equal(headers["user-agent"], "ua");
  assert.equal(headers["content-type"], "application/x-www-form-urlencoded");
});

test("scopes are those of the operation", async (t) => {
  const issuer = await issue(t);
  issuer.valid = Boolean;
  const needs = ["cc", "cc a b", "cc", "cc a b"];
  const client = issuer.client();
  const found = [];
  for (const need of needs) found.push(await call(client, [[need]]));
  assert.deepEqual(found, ["t1", "t2", "t1", "t2"]);
  const scopes = issuer.asked().map(({ scope }) => scope);
  assert.deepEqual(scopes, [undefined, "a b"]);
  const own = issuer.client({ ...me, scopes: ["c", "d"] });
  assert.equal(await call(own, [["cc"]]), "t3");
  assert.equal(await call(own, [["cc a b"]]), "t3");
  assert.equal(issuer.asked()[2]!["scope"], "c d");
});

test("the end of a token", async (t) => {
  const issuer = await issue(t);
  let now = 1000;
  t.mock.method(performance, "now", () => now);
  const client = issuer.client();
  const found = [];
  const steps = [
    [0, "90"],
    [44, 3600],
    [2, 3600],
    [3539, undefined],
    [2, undefined],
    [1e6, 0],
  ] as const;
  for (const [wait, lives] of steps) {
    now += wait * 1000;
    issuer.lives = lives;
    found.push(await call(client));
  }
  assert.deepEqual(found, ["t1", "t1", "t2", "t2", "t3", "t3"]);
  const other = issuer.client();
  assert.deepEqual([await call(other), await call(other)], ["t4", "t5"]);
});

for (const basic of [false, true])
  test(`how the client proves itself: ${basic}`, async (t) => {
    const issuer = await issue(t);
    const token = { url: "/oauth/token", grant: "client_credentials", basic };
    await call(issuer.client(me, { token }));
    const { authorization } = issuer.received[0]!.headers;
    const pair = Buffer.from("me:s3cret+%2F%26").toString("base64");
    assert.equal(authorization, basic ? `Basic ${pair}` : undefined);
    assert.equal("client_secret" in issuer.asked()[0]!, !basic);
  });

test("other ways to a token", async (t) => {
  const issuer = await issue(t);
  issuer.valid = Boolean;
  assert.equal(await call(issuer.client("ready")), "ready");
  assert.equal(await call(issuer.client(async () => "made")), "made");
  assert.deepEqual(issuer.asked(), []);
  assert.equal(await call(issuer.client(() => me)), "t1");
  Object.assign(process.env, { T_CLIENT_ID: "env", T_CLIENT_SECRET: "e" });
  t.after(() => {
    delete process.env["T_CLIENT_ID"];
    delete process.env["T_CLIENT_SECRET"];
  });
  assert.equal(await call(issuer.client("")), "t2");
  assert.equal(issuer.asked()[1]!["client_id"], "env");
  const relative = { ...me, tokenUrl: "oauth/other" };
  assert.equal(await call(issuer.client(relative)), "t3");
  const absolute = { ...me, tokenUrl: `${issuer.url}/oauth2` };
  assert.equal(await call(issuer.client(absolute)), "t4");
  const urls = issuer.received.map(({ url }) => url);
  const found = urls.filter((url) => url.includes("oauth"));
  assert.deepEqual(found.slice(-2), ["/v1/oauth/other", "/oauth2"]);
  const user = issuer.client(
    { username: "u", password: "p" },
    {
      parts: ["username", "password"].map((key) => ({ key, wire: key })),
      token: { url: "/oauth/token", grant: "password" },
    },
  );
  await call(user);
  assert.deepEqual(issuer.asked().at(-1), {
    grant_type: "password",
    username: "u",
    password: "p",
    scope: "read",
  });
});

test("fifty calls ask once", async (t) => {
  const issuer = await issue(t);
  const client = issuer.client();
  const many = (): Promise<string[]> =>
    Promise.all(Array.from({ length: 50 }, () => call(client)));
  assert.deepEqual(new Set(await many()), new Set(["t1"]));
  issuer.tokens = 1000; // all tokens are refused from now on
  assert.deepEqual(new Set(await many()), new Set(["t1001"]));
  assert.equal(issuer.asked().length, 2);
});

test("a call that ends does not end the others", async (t) => {
  const issuer = await issue(t);
  const client = issuer.client();
  const controller = new AbortController();
  const first = attempt(client, undefined, { signal: controller.signal });
  const others = [1, 2, 3].map(() => call(client));
  controller.abort();
  assert.equal((await first).ok, false);
  assert.deepEqual(await Promise.all(others), ["t1", "t1", "t1"]);
  assert.equal(issuer.asked().length, 1);
});

test("a refused call has another token once", async (t) => {
  const issuer = await issue(t);
  const client = issuer.client();
  await call(client);
  issuer.valid = () => false;
  const status401 = (error: unknown): boolean =>
    error instanceof errors.APIError && error.statusCode === 401;
  await assert.rejects(call(client), status401);
  assert.equal(issuer.tokens, 2);
  assert.equal(issuer.received.length, 2 + 1 + 1 + 1);
  // Its token is new: another would be no better.
  await assert.rejects(call(issuer.client()), status401);
  assert.equal(issuer.tokens, 3);
});

const { APIError, RequestValidationError, ResponseValidationError } = errors;
const misfits = [
  [400, { error: "invalid_client" }, APIError, /^cc: .* says 400: invalid_c/],
  [
    401,
    { error: "x", error_description: "not s3cret /&!" },
    APIError,
    /x: not \*\*\*!/,
  ],
  [500, "s3cret /&", APIError, /says 500$/],
  [302, "", APIError, /says 302$/],
  [200, "s3cret", ResponseValidationError, /gave no access_token/],
  [200, { access_token: "" }, ResponseValidationError, /gave no access_tok/],
  [200, { access_token: 5 }, ResponseValidationError, /gave no access_token/],
  [
    200,
    { access_token: "s3cret", token_type: "mac" },
    ResponseValidationError,
    /no bearer/,
  ],
  [200, { access_token: "s3cret\n" }, RequestValidationError, /control/],
] as const;

for (const [status, body, kind, message] of misfits)
  test(`no token: ${status} ${JSON.stringify(body)}`, async (t) => {
    const issuer = await issue(t);
    issuer.failure = [status, body];
    await assert.rejects(call(issuer.client()), (error) => {
      assert.ok(error instanceof kind);
      assert.match(error.message, message);
      assert.ok(!inspect(error, { depth: 9 }).includes("s3cret"));
      return true;
    });
    assert.equal(issuer.received.length, 1);
  });

test("no token for anybody: who waited does not ask again", async (t) => {
  const issuer = await issue(t);
  const client = issuer.client();
  issuer.failure = [503, {}];
  const many = Array.from({ length: 20 }, () => attempt(client));
  for (const result of await Promise.all(many)) assert.equal(result.ok, false);
  assert.equal(issuer.asked().length, 1);
  issuer.failure = undefined;
  assert.equal(await call(client), "t1");
});

const unfit = [
  [{ clientId: "me" }, /cc: clientSecret is missing/],
  [{ ...me, clientID: "x" }, /cc: there is no "clientID": one of clientId/],
  [{ ...me, tokenUrl: "ftp://s3cret" }, /cc: tokenUrl: http/],
  [{ ...me, tokenUrl: "http://u:s3cret@h" }, /cc: tokenUrl: http/],
  [
    { ...me, tokenUrl: "http://h/s3cret" },
    /cc: not sent over http:..; use https:.., or set allowHTTP/,
  ],
] as const;

for (const [credential, message] of unfit)
  test(`credentials that cannot be sent: ${message}`, async (t) => {
    const issuer = await issue(t);
    await assert.rejects(call(issuer.client(credential)), (error) => {
      assert.ok(error instanceof RequestValidationError);
      assert.match(error.message, message);
      assert.ok(!error.message.includes("s3cret"));
      return true;
    });
  });

test("no server for tokens; the HTTP client is the user's", async (t) => {
  const issuer = await issue(t);
  const tokenUrl = "http://127.0.0.1:1";
  await assert.rejects(call(issuer.client({ ...me, tokenUrl })), (error) => {
    assert.ok(error instanceof errors.ConnectionError);
    assert.match(error.message, /^cc: asking for a token failed: Connection/);
    return true;
  });
  const seen: string[] = [];
  const fetcher = (input: RequestInfo | URL): Promise<Response> => {
    seen.push((input as Request).url);
    return fetch(input);
  };
  const { config, options, credentials } = issuer.client()._setup;
  const httpClient = new HTTPClient({ fetcher });
  await call(new Client(config, { ...options, httpClient }, credentials));
  assert.deepEqual(seen, [`${issuer.url}/oauth/token`, `${issuer.url}/v1/x`]);
});
