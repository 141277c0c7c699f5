/** Reads exchanges.json: cases spelled out, their servers, and what a case makes of the runtime. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "@orq-ai/node/runtime/client.js";
import type {
  AcceptOptions,
  RequestOptions,
} from "@orq-ai/node/runtime/client.js";
import * as encoding from "@orq-ai/node/runtime/encoding.js";
import { oauth } from "@orq-ai/node/runtime/oauth.js";
import { newKey } from "@orq-ai/node/runtime/keys.js";
import type {
  Body,
  Configuration,
  Operation,
  Param,
  Reply,
} from "@orq-ai/node/runtime/operation.js";
import { byLink } from "@orq-ai/node/runtime/links.js";
import type { PageInput, PageRule } from "@orq-ai/node/runtime/paging.js";
import { placeParams } from "@orq-ai/node/runtime/params.js";
import { binary, json, jsonOrText } from "@orq-ai/node/runtime/response.js";
import {
  apiKey,
  basic,
  bearer,
  fromParts,
} from "@orq-ai/node/runtime/security.js";
import type { Scheme } from "@orq-ai/node/runtime/security.js";
import {
  readEvents,
  readLines,
  readSequence,
} from "@orq-ai/node/runtime/streams.js";
import { byCursor, byOffset, byPage } from "@orq-ai/node/runtime/turns.js";

// The table is data of another language's making; each section knows its own fields.
export type Case = any;

const here = new URL("../", import.meta.url);
export const table: Case = JSON.parse(
  readFileSync(new URL("exchanges.json", here), "utf8"),
);

function fill(value: Case, names: Record<string, unknown>): Case {
  if (Array.isArray(value)) return value.map((item) => fill(item, names));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, fill(item, names)]),
    );
  if (typeof value !== "string") return value;
  let filled = value;
  for (const [name, text] of Object.entries(names)) {
    if (filled === `$${name}`) return text;
    filled = filled.replaceAll(`$${name}`, `${text}`);
  }
  return filled;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Every case, with `each` spelled out. */
export function cases(): Case[] {
  return table.cases.flatMap(({ each = {}, ...rest }: Case) => {
    let all: Record<string, unknown>[] = [{}];
    for (const [name, given] of Object.entries<Case>(each)) {
      const values: unknown[] =
        typeof given === "number" ? [...Array(given).keys()] : given;
      all = all.flatMap((one) =>
        values.map((value) => ({ ...one, [name]: value })),
      );
    }
    return all.map((names) => ({
      ...fill(rest, names),
      about: [rest.about, ...Object.values(names).map(shown)].join(" "),
    }));
  });
}

/** The process of loopback.py. */
export class Loopback {
  static async start(): Promise<Loopback> {
    const python = process.env["PYTHON"] ?? "python3";
    const path = fileURLToPath(new URL("loopback.py", here));
    const child = spawn(python, [path], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [line] = await once(child.stdout, "data");
    return new Loopback(`${line}`.trim(), () => {
      child.stdin.end();
      child.stdout.destroy();
      child.unref();
    });
  }

  readonly #url: string;
  readonly close: () => void;

  constructor(url: string, close: () => void) {
    this.#url = url;
    this.close = close;
  }

  /** One request to the control port. */
  async ask(method: string, path: string, data?: unknown): Promise<Case> {
    const response = await fetch(`${this.#url}/${path}`, {
      method,
      ...(data !== undefined && { body: JSON.stringify(data) }),
    });
    return response.json();
  }

  /** What was seen, once no exchange is unfinished; at most a second is waited for that. */
  async settled(id: string): Promise<Case> {
    const end = performance.now() + 1000;
    for (;;) {
      const seen = await this.ask("GET", id);
      if (!seen.busy || performance.now() > end) return seen;
      await wait(10);
    }
  }
}

function stream(data: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(data));
      controller.close();
    },
  });
}

/** The body of the operation, and its value. */
function body(given: Case): [Body | undefined, unknown] {
  if (!given) return [undefined, undefined];
  const [kind, value] = Object.entries<Case>(given)[0]!;
  const made = (mediaType: string, encode: Body["encode"]): Body => ({
    mediaType,
    key: "body",
    codec: "any",
    encode,
    required: true,
  });
  if (kind === "json") return [made("application/json", encoding.json), value];
  if (kind === "text") return [made("text/plain", encoding.text), value];
  return [
    made("application/octet-stream", encoding.binary),
    kind === "bytes" ? new TextEncoder().encode(value) : stream(value),
  ];
}

const replies: Record<string, Reply> = {
  json: { status: "200", mediaType: "*/*", codec: "any", decode: json },
  text: {
    status: "200",
    mediaType: "*/*",
    codec: "string",
    decode: jsonOrText,
  },
  object: {
    status: "200",
    mediaType: "*/*",
    codec: { map: "any" },
    decode: json,
  },
  none: { status: "200" },
  bytes: { status: "200", mediaType: "*/*", codec: "any", decode: binary },
};
const streams: Record<string, typeof readEvents> = {
  events: readEvents,
  lines: readLines,
  sequence: readSequence,
};

function replyOf(given: Case): Reply {
  if (typeof given === "string") return replies[given]!;
  const { framing, ...items } = given;
  const decode = streams[framing]!({ data: "either", ...items });
  return { status: "200", mediaType: "*/*", codec: "any", decode };
}
const encoders = { path: encoding.simple, header: encoding.simple };

/** The operation of a case, and its input. */
export function operation(
  given: Case = {},
): [Operation<unknown, unknown>, unknown] {
  const input: Record<string, unknown> = {};
  const params = (given.params ?? []).map((one: Case, index: number): Param => {
    input[`p${index}`] = one.value;
    const place: keyof typeof encoders = one.in;
    return {
      key: `p${index}`,
      in: one.in,
      name: one.name,
      codec: "any",
      encode: encoders[place] ?? encoding.form,
    };
  });
  const [sent, value] = body(given.body);
  if (sent) input["body"] = value;
  const { method = "GET", path = "/a", reply = "json", security = [] } = given;
  const { retries, retryCodes, timeoutMs, keyHeader: header } = given;
  return [
    {
      id: "x",
      method,
      path,
      params,
      placeParams,
      body: sent,
      replies: [replyOf(reply)],
      security,
      retries,
      retryCodes,
      timeoutMs,
      key: header && { header, make: newKey },
    },
    input,
  ];
}

const follow: Case = { cursor: byCursor, page: byPage, offset: byOffset };

/** The paging of an operation; an input is the number of a parameter, or a field of the body. */
export function paging({
  kind,
  input,
  limit,
  ...paths
}: Case): PageRule<unknown> {
  const of = ({ at, ...rest }: Case): PageInput => ({
    ...rest,
    at: typeof at === "number" ? [`p${at}`] : ["body", at],
  });
  return {
    ...paths,
    follow: follow[kind] ?? byLink,
    items: paths.results,
    ...(input && { input: of(input) }),
    ...(limit && { limit: of(limit) }),
  };
}

const token: Scheme = {
  send: oauth,
  env: fromParts,
  parts: ["client_id", "client_secret"].map((key) => ({ key, wire: key })),
  token: { url: "/token", grant: "client_credentials" },
};

/** The client of a case. */
export function client(
  { client: given = {}, document = {} }: Case,
  origin: string,
): Client {
  const senders = { basic, bearer, apiKey } as Record<string, Scheme["send"]>;
  const schemes = Object.entries<Case>(table.schemes);
  const config: Configuration = {
    name: "t",
    version: "1",
    documentVersion: "1",
    userAgent: "t",
    servers: [{ url: origin, variables: {} }],
    schemes: Object.fromEntries(
      schemes.map(([name, { kind, secret: _, ...rest }]) => [
        name,
        kind === "oauth" ? token : { send: senders[kind]!, ...rest },
      ]),
    ),
    security: [],
    timeoutMs: 5000,
    ...document,
  };
  const { maxResponseBytes = 2 ** 20, retries, timeoutMs, serverURL } = given;
  return new Client(
    config,
    { maxResponseBytes, retryConfig: retries, timeoutMs, serverURL },
    Object.fromEntries(
      schemes.map(([name, { kind, secret }]) => {
        const [client_id, client_secret] = secret.split(":");
        return [name, kind === "oauth" ? { client_id, client_secret } : secret];
      }),
    ),
  );
}

/** The options of the call of a case. */
export function callOptions({
  abortAfterMs,
  accept: acceptHeaderOverride,
  ...rest
}: Case = {}): RequestOptions {
  const given: AcceptOptions = { ...rest, acceptHeaderOverride };
  return abortAfterMs === undefined
    ? given
    : { ...given, signal: AbortSignal.timeout(abortAfterMs) };
}
