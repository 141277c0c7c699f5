/** Webhooks: whether a request is from the API (Standard Webhooks), and what it says. */

import { base64, bytes } from "./base64.js";
import { decode } from "./codec.js";
import type { Codec } from "./codec.js";
import { ResponseValidationError, SDKError } from "./errors.js";
import { parseDecimals } from "./exact.js";

/** A webhook is not proven to come from the API, or comes too late; do not use it. */
export class WebhookVerificationError extends SDKError {
  override name = "WebhookVerificationError";
}

/** A kind of webhook; `T` is what its body says. */
export interface Payload<T> {
  readonly codec: Codec;
  /** Carries the type; never set. */
  readonly type?: T | undefined;
}

/** The body of a request as it was received; parsed and written again, it is another. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** `whsec_` and base64, as the API shows it, or the key itself as bytes. */
export type WebhookSecret = string | Uint8Array;

/** The headers of a request. */
export type WebhookHeaders =
  | Pick<Headers, "get">
  | { readonly [name: string]: string | readonly string[] | undefined };

export interface VerifyOptions {
  /** How far the time of sending may be from now, in seconds; default 300. */
  readonly tolerance?: number | undefined;
  /** Default: the clock. */
  readonly now?: Date | undefined;
}

/** The payload of a body, unverified. Raises ResponseValidationError. */
export function parse<T>({ codec }: Payload<T>, body: RawBody): T {
  try {
    const text = typeof body === "string" ? body : decoder.decode(body);
    return decode(codec, parseDecimals(text)) as T;
  } catch (cause) {
    const { message } = cause as Error;
    throw new ResponseValidationError(`Webhook validation failed: ${message}`, {
      cause,
    });
  }
}

/** The payload of a webhook that {@link verify} finds nothing wrong with. */
export async function unwrap<T>(
  payload: Payload<T>,
  body: RawBody,
  headers: WebhookHeaders,
  secret: WebhookSecret | readonly WebhookSecret[],
  options: VerifyOptions = {},
): Promise<T> {
  await verify(body, headers, secret, options);
  return parse(payload, body);
}

/**
 * Checks the signature of a webhook and when it was sent. Raises WebhookVerificationError.
 *
 * Give several secrets while one takes the place of another.
 */
export async function verify(
  body: RawBody,
  headers: WebhookHeaders,
  secret: WebhookSecret | readonly WebhookSecret[],
  { tolerance = 300, now = new Date() }: VerifyOptions = {},
): Promise<void> {
  const [id, timestamp, signatures] = signed(headers);
  const given = signatures.split(/\s+/);
  const secrets =
    typeof secret === "string" || secret instanceof Uint8Array
      ? [secret]
      : secret;
  if (!secrets.length) throw refused("a webhook secret is needed");
  let right = 0;
  // All are compared, so that the time it takes says nothing.
  for (const one of secrets) {
    const expected = await signature(id, timestamp, body, one);
    for (const other of given) right += same(expected, other);
  }
  if (!right) throw refused("no signature of the webhook is right");
  if (!/^\d{1,15}$/.test(timestamp))
    throw refused("the timestamp of the webhook is no time");
  const age = +now / 1000 - Number(timestamp);
  if (Math.abs(age) > tolerance)
    throw refused(
      `the webhook was sent too far in the ${age > 0 ? "past" : "future"}`,
    );
}

/** The signature of a webhook, as a sender writes it; for tests of your own. */
export function sign(
  id: string,
  timestamp: number,
  body: RawBody,
  secret: WebhookSecret,
): Promise<string> {
  return signature(id, `${timestamp}`, body, secret);
}

const parts = ["id", "timestamp", "signature"] as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

function refused(message: string): WebhookVerificationError {
  return new WebhookVerificationError(message);
}

/** Id, timestamp and signatures. */
function signed(headers: WebhookHeaders): [string, string, string] {
  const find = finder(headers);
  for (const family of ["webhook", "svix"]) {
    const [id, timestamp, signatures] = parts.map((p) =>
      find(`${family}-${p}`),
    );
    if (id && timestamp && signatures) return [id, timestamp, signatures];
  }
  const missing = parts.map((p) => `webhook-${p}`).filter((n) => !find(n));
  throw refused(`the webhook has no header ${missing.join(", ")}`);
}

function finder(
  headers: WebhookHeaders,
): (name: string) => string | null | undefined {
  if (typeof headers["get"] === "function")
    return (name) => (headers as Headers).get(name);
  const known = new Map(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(" ") : (value as string | undefined),
    ]),
  );
  return (name) => known.get(name);
}

async function signature(
  id: string,
  timestamp: string,
  body: RawBody,
  secret: WebhookSecret,
): Promise<string> {
  const { subtle } = crypto;
  const rule = { name: "HMAC", hash: "SHA-256" };
  const key = await subtle.importKey("raw", keyOf(secret), rule, false, [
    "sign",
  ]);
  const head = encoder.encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(
    await new Blob([head, raw(body)]).arrayBuffer(),
  );
  const digest = await subtle.sign("HMAC", key, content);
  return `v1,${base64(new Uint8Array(digest))}`;
}

function raw(body: RawBody): BlobPart {
  if (
    typeof body === "string" ||
    body instanceof Uint8Array ||
    body instanceof ArrayBuffer
  )
    return body as BlobPart;
  throw new TypeError("the body of a webhook is needed as it was received");
}

function keyOf(secret: WebhookSecret): BufferSource {
  const key = typeof secret === "string" ? decoded(secret) : secret;
  if (!key.length) throw refused("the webhook secret is empty");
  return key as BufferSource;
}

function decoded(secret: string): Uint8Array {
  const text = secret
    .trim()
    .replace(/^whsec_/, "")
    .replace(/=+$/, "");
  const key = /^[A-Za-z0-9+/]*$/.test(text) ? bytes(text) : undefined;
  // Not shown, and without a cause that may show it.
  if (!key)
    throw refused(
      "the webhook secret is not base64, with or without whsec_ before",
    );
  return key;
}

/** 1 for equal texts, in a time that depends on their lengths alone. */
function same(one: string, other: string): number {
  if (one.length !== other.length) return 0;
  let differing = 0;
  for (let index = 0; index < one.length; index++)
    differing |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return differing ? 0 : 1;
}
