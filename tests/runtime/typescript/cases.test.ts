/** Runs every section of the table that both runtimes share. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Client } from "@orq-ai/node/runtime/client.js";
import { decode, encode } from "@orq-ai/node/runtime/codec.js";
import type { Codec } from "@orq-ai/node/runtime/codec.js";
import { bigint } from "@orq-ai/node/runtime/codecs.js";
import { decimal } from "@orq-ai/node/runtime/decimals.js";
import * as encoding from "@orq-ai/node/runtime/encoding.js";
import {
  APIError,
  RequestValidationError,
} from "@orq-ai/node/runtime/errors.js";
import { parseDecimals, parseExact } from "@orq-ai/node/runtime/exact.js";
import { logMessage } from "@orq-ai/node/runtime/logger.js";
import { multipart } from "@orq-ai/node/runtime/multipart.js";
import type {
  Body,
  Configuration,
  FieldEncoding,
  Operation,
  Param,
  ParamEncoder,
} from "@orq-ai/node/runtime/operation.js";
import { placeParams } from "@orq-ai/node/runtime/params.js";
import { draft } from "@orq-ai/node/runtime/request.js";
import { mediaMatches } from "@orq-ai/node/runtime/response.js";
import {
  defaultRetryCodes,
  mayResend,
  retryAfter,
  retryDelay,
  statusMatches,
} from "@orq-ai/node/runtime/retry.js";
import {
  apiKey,
  basic,
  bearer,
  custom,
  fromParts,
} from "@orq-ai/node/runtime/security.js";
import type { Credentials, Scheme } from "@orq-ai/node/runtime/security.js";
import { oneOf } from "@orq-ai/node/runtime/variables.js";
import * as webhooks from "@orq-ai/node/runtime/webhooks.js";
import { parts } from "./support.js";

// The table is data of another language's making; each section knows its own fields.
type Case = any;

const { simple, label, matrix, form, content } = encoding;
const { spaceDelimited, pipeDelimited, deepObject } = encoding;
const styles: Record<string, ParamEncoder> = {
  simple,
  label,
  matrix,
  form,
  spaceDelimited,
  pipeDelimited,
  deepObject,
};

const exactTypes: Record<string, Codec> = {
  integers: { array: "integer" },
  bigint,
  decimal,
  decimals: { array: decimal },
  price: () => price,
};

const price: Codec = {
  fields: {
    value: [decimal, "!"],
    fees: [{ map: decimal }, "?", "the fees"],
    parts: [{ array: () => price }, "?"],
  },
};

const bare: Configuration = {
  name: "t",
  version: "1",
  documentVersion: "1",
  userAgent: "t",
  servers: [{ url: "https://h.example", variables: {} }],
  schemes: {},
  security: [],
  timeoutMs: 1000,
};

function param(one: Case): Param {
  return {
    key: one.name,
    in: one.in,
    name: one.name,
    explode: one.explode,
    allowReserved: one.allowReserved,
    allowEmpty: one.allowEmpty,
    fill: one.fill,
    content: one.content,
    codec: "any",
    required: one.in === "path",
    null: one.nullable,
    client: one.client,
    encode: one.content ? content : (styles[one.style] ?? simple),
  };
}

interface Sent {
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
}

async function sent(
  params: Param[],
  values: object,
  path = "/",
  more: {
    config?: Configuration;
    credentials?: Credentials;
    headers?: any;
    options?: object;
  } = {},
): Promise<Sent> {
  const operation: Operation<never, unknown> = {
    id: "o",
    method: "GET",
    path,
    params,
    placeParams,
    replies: [],
  };
  const client = new Client(
    more.config ?? bare,
    more.options ?? {},
    more.credentials,
  );
  const { headers: given } = more;
  const { _setup } = client;
  const own = { headers: given };
  const made = await draft(_setup, operation, values, own);
  const request = new Request(made.url, { headers: made.headers });
  const url = new URL(request.url);
  return {
    path: url.pathname,
    query: url.search.slice(1),
    headers: made.headers,
  };
}

async function sentParameter(one: Case): Promise<string | null> {
  const template = one.in === "path" ? `/p/{${one.name}}` : "/p";
  const input = "value" in one ? { [one.name]: one.value } : {};
  const made = await sent([param(one)], input, template);
  if (one.in === "path") return made.path;
  if (one.in === "query") return made.query;
  return made.headers.get(one.in === "cookie" ? "cookie" : one.name);
}

function pathCase(one: Case): Promise<Sent> {
  const params = Object.keys(one.values).map((name) =>
    param({ in: "path", name, allowReserved: one.allowReserved }),
  );
  return sent(params, one.values, one.path);
}

function headerCase(one: Case): Promise<Sent> {
  if (one.in === "extra")
    return sent([], {}, "/", { headers: { [one.name]: one.value } });
  if (one.in === "bearer") {
    const config = {
      ...bare,
      schemes: { [one.name]: { send: bearer } },
      security: [[one.name]],
    };
    const credentials = { [one.name]: one.value };
    return sent([], {}, "/", { config, credentials });
  }
  const style = one.in === "cookie" ? "form" : "simple";
  return sent([param({ ...one, style })], { [one.name]: one.value });
}

async function refused(work: () => unknown): Promise<void> {
  await assert.rejects(async () => work(), RequestValidationError);
}

function revive(value: Case): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  if (value.$bytes) return Buffer.from(value.$bytes, "base64");
  if (value.$file) {
    const { name, base64, contentType } = value.$file;
    const bytes = new Uint8Array(Buffer.from(base64, "base64"));
    return { fileName: name, content: bytes, contentType };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, revive(item)]),
  );
}

function bodyOf(one: Case, mediaType: string, encode: Body["encode"]): Body {
  const rules: [string, FieldEncoding][] = Object.entries(
    one.encoding ?? {},
  ).map(([name, how]: [string, Case]) => [
    name,
    { ...how, encode: styles[how.style] },
  ]);
  const codec: Codec = "any";
  return { mediaType, codec, encode, encoding: Object.fromEntries(rules) };
}

/** A multipart body goes the whole way of a request, as all do. */
async function multipartCase(one: Case): Promise<unknown> {
  const body = bodyOf(one, "multipart/form-data", multipart);
  const operation: Operation<never, unknown> = {
    id: "o",
    method: "POST",
    path: "/",
    body,
    replies: [],
  };
  const { _setup } = new Client(bare);
  const made = await draft(_setup, operation, revive(one.fields), {});
  const bytes = await new Response(made.payload!.body).arrayBuffer();
  return parts(made.headers.get("content-type")!, Buffer.from(bytes));
}

function schemes(one: Case): { [name: string]: Scheme } {
  const entries = Object.entries(one.schemes).map(([name, scheme]: Case) => {
    const { type, scheme: word, in: place, name: wire } = scheme;
    const parts = (scheme.parts ?? []).map(([key, wire, env]: Case) => ({
      key,
      wire,
      env,
    }));
    const env = scheme.parts ? fromParts : scheme.env;
    if (type === "custom") return [name, { send: custom, parts, env }];
    if (type === "apiKey")
      return [name, { send: apiKey, in: place, name: wire, env }];
    if (word === "Basic") return [name, { send: basic, parts, env }];
    const prefix = word ?? "Bearer";
    return [
      name,
      {
        send: bearer,
        env,
        ...(prefix === "Bearer" ? {} : { prefix }),
      },
    ];
  });
  return Object.fromEntries(entries);
}

const sections: Record<string, (one: Case) => unknown> = {
  parameters: async (one) => assert.equal(await sentParameter(one), one.expect),
  shared_parameter: async (one) => {
    const shared = { in: "query", name: "p", style: "form", client: "held" };
    const values = "given" in one ? { p: one.given } : {};
    const options = { options: { held: one.held } };
    const { query } = await sent([param(shared)], values, "/p", options);
    assert.equal(query, one.expect);
  },
  path_refused: (one) => refused(() => pathCase(one)),
  path_accepted: async (one) =>
    assert.equal((await pathCase(one)).path, one.expect),
  header_refused: (one) => refused(() => headerCase(one)),
  header_accepted: async (one) =>
    assert.equal((await headerCase(one)).headers.get(one.name), one.expect),
  retry_delay: (one) => {
    const { backoff, retry, random, expect } = one;
    assert.equal(retryDelay(backoff, retry, random), expect);
  },
  retry_after: (one) => {
    const headers = { get: (name: string) => one.headers[name] ?? null };
    const wait = retryAfter(headers as unknown as Headers, one.now);
    assert.equal(wait ?? null, one.expect);
  },
  status_match: (one) =>
    assert.equal(statusMatches(one.patterns, one.status), one.expect),
  retried_by_default: (one) =>
    assert.equal(statusMatches(defaultRetryCodes, one.status), one.expect),
  connection_retry: (one) => {
    const headers = new Headers();
    if (one.idempotencyKey) headers.set("Idempotency-Key", "k");
    const code = one.opened ? "ECONNRESET" : "ECONNREFUSED";
    const resend = mayResend(one.method, headers, { cause: { code } });
    assert.equal(one.retryConnectionErrors && resend, one.expect);
  },
  media_match: (one) =>
    assert.equal(mediaMatches(one.declared, one.received), one.expect),
  multipart: async (one) =>
    assert.deepEqual(await multipartCase(one), one.parts),
  multipart_refused: (one) => refused(() => multipartCase(one)),
  lines: (one) => {
    const body = bodyOf(one, "application/jsonl", encoding.lines);
    assert.equal(encoding.lines(one.values, body).body, one.expect);
  },
  kinds: async (one) => {
    const encoders: Record<string, Body["encode"]> = {
      binary: encoding.binary,
      json: encoding.json,
      multipart,
      text: encoding.text,
    };
    const encode = encoders[one.kind]!;
    const value = one.value ?? new TextEncoder().encode(one.bytes);
    const sent = encode(value, bodyOf(one, one.mediaType, encode), {});
    const text = await new Response(sent.body).text();
    if (one.expect !== null) assert.equal(text, one.expect);
    assert.ok(sent.type.startsWith(one.sentAs ?? one.mediaType), sent.type);
  },
  exact: ({ type, wire, expect = wire }) => {
    const codec = exactTypes[type] ?? type;
    const parse = /decimal|price/.test(type) ? parseDecimals : parseExact;
    const read = (): unknown => decode(codec, parse(wire));
    if (expect === null) return assert.throws(read);
    assert.equal(encoding.toJSON(encode(codec, read())), expect);
  },
  urlencoded: (one) => {
    const type = "application/x-www-form-urlencoded";
    const body = bodyOf(one, type, encoding.urlencoded);
    assert.equal(encoding.urlencoded(one.fields, body).body, one.expect);
  },
  server_url: async (one) => {
    const { url, variables, choices = {}, given, path } = one;
    const check = oneOf(Object.entries(choices));
    const config = { ...bare, servers: [{ url, variables, check }] };
    const operation = { id: "o", method: "GET", path, replies: [] };
    const setup = new Client(config, {}, {}, given)._setup;
    const made = draft(setup, operation, {}, {});
    if (one.expect !== null) return assert.equal((await made).url, one.expect);
    await assert.rejects(made, (error: Error) => {
      assert.ok(error instanceof RequestValidationError);
      for (const text of Object.values(given))
        assert.ok(!text || !error.message.includes(text as string));
      return true;
    });
  },
  server_choice: async (one) => {
    const listed = (servers: { url: string }[] = []) =>
      servers.map((server) => ({ variables: {}, ...server }));
    const config = { ...bare, servers: listed(one.servers) };
    const options = { serverIdx: one.which, serverURL: one.client };
    const operation = {
      id: "o",
      method: "GET",
      path: "/x",
      replies: [],
      ...(one.operation && { servers: listed(one.operation) }),
    };
    const setup = new Client(config, options, {}, one.given)._setup;
    const made = draft(setup, operation, {}, { serverURL: one.call });
    if (one.expect === null) await assert.rejects(made);
    else assert.equal((await made).url, one.expect);
  },
  security: async (one) => {
    const config = { ...bare, schemes: schemes(one), security: one.security };
    const { credentials, env = {}, expect, server: serverURL, allowHTTP } = one;
    Object.assign(process.env, env);
    const options = { serverURL, allowHTTP };
    const sending = sent([], {}, "/", { config, credentials, options });
    if (expect === null) return refused(() => sending);
    const made = await sending;
    for (const name of Object.keys(env)) delete process.env[name];
    assert.equal(made.query, expect.query);
    assert.equal(made.headers.get("cookie"), expect.cookie);
    for (const name of ["accept", "user-agent", "cookie"])
      made.headers.delete(name);
    assert.deepEqual(
      Object.fromEntries(made.headers.entries()),
      expect.headers,
    );
  },
  webhook: async (one) => {
    const { body, expect, secrets, tolerance } = one;
    const now = new Date(one.now * 1000);
    const plain: Case = one.headers;
    const listed = Object.entries(plain).map(([name, text]) => [name, [text]]);
    const forms = [plain, Object.fromEntries(listed)];
    // The platform's headers hold no other letters.
    if (/^[ -~]*$/.test(Object.values(plain).join("")))
      forms.push(new Headers(plain));
    const bodies = [body, new TextEncoder().encode(body)];
    const keys = secrets.length === 1 ? [secrets, secrets[0]] : [secrets];
    for (const headers of forms)
      for (const text of bodies)
        for (const key of keys) {
          const options = { now, tolerance };
          const work = webhooks.verify(text, headers, key, options);
          if (expect === null) await work;
          else
            await assert.rejects(work, (error: Error) => {
              assert.ok(error instanceof webhooks.WebhookVerificationError);
              assert.equal(error.cause, undefined);
              return (assert.equal(error.message, expect), true);
            });
        }
  },
  webhook_sign: async ({ id, timestamp, body, secret, expect }) =>
    assert.equal(await webhooks.sign(id, timestamp, body, secret), expect),
  error_message: (one) => {
    const [text, count] = one.bodyRepeat ?? [one.body, 1];
    const response = new Response(null, {
      status: one.status,
      headers: one.contentType ? { "content-type": one.contentType } : {},
    });
    const error = new APIError({ response, body: text.repeat(count) });
    if (one.expectLength) assert.equal(error.message.length, one.expectLength);
    else assert.equal(error.message, one.expect);
  },
  redact: (one) => {
    const lines: string[] = [];
    const log = (line = ""): void => void lines.push(line);
    const headers = new Headers(one.headers);
    const logger = { group: log, groupEnd() {}, log };
    logMessage(logger, schemes(one), `> GET ${one.url}`, headers);
    const text = lines.join("\n");
    for (const shown of one.shown) assert.ok(text.includes(shown), text);
    for (const hidden of one.hidden) assert.ok(!text.includes(hidden), text);
  },
};

const table: Record<string, Case[]> = JSON.parse(
  readFileSync(new URL("../cases.json", import.meta.url), "utf8"),
);

for (const [section, cases] of Object.entries(table)) {
  if (section === "about") continue;
  test(`cases: ${section}`, async (t) => {
    const check = sections[section];
    assert.ok(check, `no driver for section ${section}`);
    assert.ok(cases.length > 0);
    for (const one of cases)
      await t.test(JSON.stringify(one).slice(0, 120), () => check(one) as void);
  });
}
