/** Tokens of OAuth2: fetched with a client's own credentials, kept, and fetched anew. */

import { base64 } from "./base64.js";
import type { Setup } from "./client.js";
import { deadlineOf } from "./deadline.js";
import {
  APIError,
  NoResponseError,
  RequestValidationError,
  ResponseValidationError,
} from "./errors.js";
import type { SDKError } from "./errors.js";
import { Answer, connectionError } from "./response.js";
import {
  defaultBackoff,
  defaultRetryCodes,
  retryAfter,
  retryDelay,
  statusMatches,
} from "./retry.js";
import type { RetryConfig } from "./retry.js";
import { bearer, guard } from "./security.js";
import type { Context, Places, Scheme, Secret } from "./security.js";

interface Token {
  readonly value: string;
  /** When it should no longer be used, on the clock of `performance`. */
  readonly end: number;
}

interface Entry {
  /** The token, or what others wait for. */
  work: Promise<Token>;
  /** Set once it is there. */
  token?: Token;
}

interface TokenRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly secrets: readonly string[];
}

const isSecret = /secret|password|token|assertion|key/i;
const kept = new WeakMap<Setup, Map<string, Entry>>();

/** Sends a token that is asked for with the credential's parts; a text is a token already. */
export async function oauth(
  value: Secret,
  places: Places,
  scheme: Scheme,
  context: Context,
): Promise<(() => void) | void> {
  if (typeof value === "string") return bearer(value, places, scheme);
  const { setup } = context;
  const request = tokenRequest(value, scheme, context);
  const entries = kept.get(setup) ?? new Map<string, Entry>();
  kept.set(setup, entries);
  const key = [request.url, request.body, request.headers["Authorization"]];
  const place = JSON.stringify(key);
  let entry = entries.get(place);
  const isKept = entry?.token !== undefined;
  if (!entry || (entry.token && entry.token.end <= performance.now())) {
    const made: Entry = { work: fetchToken(context, request) };
    entry = made;
    entries.set(place, made);
    // Whoever waits hears of a failure; who comes later tries again.
    made.work.then(
      (token) => (made.token = token),
      () => entries.get(place) === made && entries.delete(place),
    );
  }
  const { work } = entry;
  bearer((await work).value, places, scheme);
  if (!isKept || entries.get(place)?.work !== work) return;
  return () => {
    if (entries.get(place)?.work === work) entries.delete(place);
  };
}

function tokenRequest(
  value: object,
  { parts = [], token = { url: "", grant: "" } }: Scheme,
  { setup, name, scopes, base }: Context,
): TokenRequest {
  const given = value as { readonly [key: string]: unknown };
  const fields = new URLSearchParams({ grant_type: token.grant });
  for (const { key, wire, required } of parts) {
    if (given[key]) fields.set(wire, `${given[key]}`);
    else if (required)
      throw new RequestValidationError(`${name}: ${key} is missing`);
  }
  const wanted = [given["scopes"] ?? scopes].flat().join(" ");
  if (wanted) fields.set("scope", wanted);
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  if (!("document" in globalThis))
    headers["User-Agent"] = setup.options.userAgent ?? setup.config.userAgent;
  if (token.basic && fields.has("client_id")) {
    const pair = ["client_id", "client_secret"].map((key) => {
      const text = formed(fields.get(key) ?? "");
      fields.delete(key);
      return text;
    });
    const bytes = new TextEncoder().encode(pair.join(":"));
    headers["Authorization"] = `Basic ${base64(bytes)}`;
  }
  // As they are, and as they are sent.
  const secrets = parts.flatMap(({ key, wire }) => {
    const text = `${given[key] || ""}`;
    if (!text || !isSecret.test(wire)) return [];
    return [text, formed(text), encodeURIComponent(text)];
  });
  const proof = headers["Authorization"]?.slice(6);
  if (proof) secrets.push(proof);
  const url = resolved(`${given["tokenUrl"] ?? token.url}`, base);
  if (!url)
    // Without the URL: it may hold a password.
    throw new RequestValidationError(
      `${name}: tokenUrl: http(s)://host/path is expected`,
    );
  guard(name, url, setup);
  return { url, headers, body: `${fields}`, secrets };
}

/** Text as a form has it, with "+" for a space. */
function formed(text: string): string {
  return `${new URLSearchParams({ text })}`.slice(5);
}

function resolved(given: string, base: string): string | undefined {
  try {
    const { protocol, username, password, href } = new URL(given, `${base}/`);
    const isPlain = /^https?:$/.test(protocol) && !username && !password;
    return isPlain ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks for a token, for all who wait: no signal of one caller ends it.
 * Asks again where the call would; no harm comes of two tokens.
 */
async function fetchToken(
  { setup, name, operation, options }: Context,
  request: TokenRequest,
): Promise<Token> {
  const { config } = setup;
  const documented = operation.retries ? operation : config;
  const policy =
    options.retries ?? setup.options.retryConfig ?? documented.retries;
  const codes =
    options.retryCodes ??
    operation.retryCodes ??
    documented.retryCodes ??
    defaultRetryCodes;
  if (!policy || policy.strategy === "none") return ask(setup, name, request);
  const pause = pauses(policy);
  for (;;) {
    try {
      return await ask(setup, name, request);
    } catch (error) {
      const { headers, statusCode } = error as SDKError;
      const isPassing =
        error instanceof APIError
          ? statusMatches(codes, statusCode)
          : error instanceof NoResponseError && policy.retryConnectionErrors;
      const wait = isPassing
        ? pause(retryAfter(headers, Date.now()))
        : undefined;
      if (wait === undefined) throw error;
      // A longer time than a timer can run would be over at once.
      const ms = Math.min(wait, 2 ** 31 - 1);
      await new Promise((done) => setTimeout(done, ms));
    }
  }
}

/**
 * Tells how long to wait before each next try, in milliseconds; undefined once it is enough.
 * The loop of all calls has this in itself, as that is shorter where there are no tokens.
 */
function pauses({
  strategy,
  backoff = defaultBackoff,
  maxRetries,
}: Exclude<RetryConfig, { readonly strategy: "none" }>): (
  asked: number | undefined,
) => number | undefined {
  const counted = strategy !== "backoff";
  const most = maxRetries ?? (counted ? 2 : Infinity);
  const started = performance.now();
  let retry = 0;
  return (asked) => {
    const wait = asked ?? retryDelay(backoff, retry, Math.random());
    const elapsed = performance.now() - started + wait;
    const isOver = !counted && elapsed > backoff.maxElapsedTime;
    return isOver || retry++ >= most ? undefined : wait;
  };
}

async function ask(
  { config, options }: Setup,
  name: string,
  { url, headers, body, secrets }: TokenRequest,
): Promise<Token> {
  const deadline = deadlineOf(options.timeoutMs ?? config.timeoutMs, undefined);
  const { httpClient } = options;
  const request = new Request(url, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    signal: deadline.signal,
  });
  try {
    const response = await deadline.race(
      httpClient ? httpClient.request(request) : fetch(request),
    );
    return await read(name, new Answer(response, deadline, 2 ** 20), secrets);
  } catch (error) {
    const failure = connectionError(error);
    if (!failure.message.startsWith(name))
      failure.message = `${name}: asking for a token failed: ${failure.message}`;
    throw failure;
  } finally {
    deadline.end();
  }
}

async function read(
  name: string,
  answer: Answer,
  secrets: readonly string[],
): Promise<Token> {
  const { response } = answer;
  const body = parsed(await answer.text());
  const said = `${name}: the token endpoint`;
  if (!response.ok) {
    const failure = new APIError({ response });
    const reasons = [body["error"], body["error_description"]].filter(
      (reason) => typeof reason === "string",
    );
    failure.message = [`${said} says ${response.status}`, ...reasons]
      .map((text) => shown(text as string, secrets))
      .join(": ");
    throw failure;
  }
  const { access_token: value, token_type: type = "Bearer" } = body;
  if (typeof value !== "string" || !value)
    throw new ResponseValidationError(`${said} gave no access_token`, {
      response,
    });
  if (`${type}`.toLowerCase() !== "bearer")
    throw new ResponseValidationError(
      `${said} gave a token that is no bearer token`,
      { response },
    );
  // Without a word about it, a token lives until it is refused.
  const lives = Number(body["expires_in"] ?? NaN);
  const ms = Number.isNaN(lives) ? 1e12 : Math.max(0, lives) * 1000;
  // Half of a short life is better than none at all.
  const end = performance.now() + ms - Math.min(60_000, ms / 2);
  return { value, end };
}

function parsed(text: string): { readonly [key: string]: unknown } {
  try {
    return Object(JSON.parse(text)) as { readonly [key: string]: unknown };
  } catch {
    return {};
  }
}

function shown(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce(
    (all, secret) => all.replaceAll(secret, "***"),
    text,
  );
  return hidden.slice(0, 500).replace(/[\p{C}\p{Z}]/gu, " ");
}
