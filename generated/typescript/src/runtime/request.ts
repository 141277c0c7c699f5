/** Makes the request of a call: URL, headers and body, checked before anything is sent. */

import { chooseServer } from "./client.js";
import type { AcceptOptions, Setup } from "./client.js";
import { encode } from "./codec.js";
import type { Dict } from "./codec.js";
import { controls } from "./encoding.js";
import { RequestValidationError } from "./errors.js";
import type { Operation, Payload } from "./operation.js";
import { authenticate } from "./security.js";
import type { Places } from "./security.js";

/** What it takes to send a request, again and again unless its payload is used up. */
export interface Draft {
  readonly url: string;
  readonly headers: Headers;
  readonly payload: Payload | undefined;
  /** Has new tokens in place of those kept from earlier calls; absent when there are none. */
  readonly renew: (() => Promise<void>) | undefined;
  readonly places: Places;
  /** The server, with its variables filled in. */
  readonly base: string;
}

/** Raises RequestValidationError for input that does not fit or cannot be sent. */
export async function draft(
  setup: Setup,
  operation: Operation<never, unknown>,
  input: unknown,
  options: AcceptOptions,
): Promise<Draft> {
  const { config, options: defaults, variables } = setup;
  const { body, key, placeParams, servers = config.servers } = operation;
  const headers = new Headers();
  const places: Places = {
    query: [],
    cookie: [],
    used: {},
    scopes: [],
    header(name, value) {
      // The platform's own check is laxer, and shows the value.
      if (controls.test(value))
        throw refused(`Header ${name}`, "it has control characters");
      guarded(`Header ${name}`, () => headers.set(name, value));
    },
  };
  // Browsers name themselves, and would ask the server for leave first.
  if (!("document" in globalThis))
    places.header("User-Agent", defaults.userAgent ?? config.userAgent);
  places.header("Accept", options.acceptHeaderOverride || accepted(operation));
  const path = placeParams
    ? placeParams(operation, Object(input) as Dict, defaults as Dict, places)
    : operation.path;
  if (key && !headers.has(key.header)) places.header(key.header, key.make());
  const value =
    body?.key === undefined ? input : (Object(input) as Dict)[body.key];
  const payload =
    body && (value !== undefined || body.required)
      ? guarded("Body", () =>
          body.encode(encode(body.codec, value), body, options),
        )
      : undefined;
  if (payload) places.header("Content-Type", payload.type);
  const server = chooseServer(
    servers,
    operation.servers ? 0 : (defaults.serverIdx ?? 0),
    variables,
    options.serverURL ?? defaults.serverURL,
  );
  // What a URL would be refused for later, with all of it in the message.
  if (!/^https?:\/\/[^/\\@?#\0- ]+(\/[^\\?#\0- ]*)?$/.test(server))
    throw refused("Server URL", "http(s)://host/path is expected");
  // Doubled where a variable begins or ends with a slash.
  const base = server.replace(/([^:])\/+(?=\/|$)/g, "$1");
  const sign = async (into: Places): Promise<(() => void) | undefined> => {
    const forget = await authenticate(setup, operation, into, base, options);
    const { cookie, header } = into;
    if (cookie.length) header("Cookie", cookie.join("; "));
    for (const given of [options.fetchOptions?.headers, options.headers])
      for (const [name, text] of headerPairs(given)) header(name, text);
    if (payload?.keepsType) header("Content-Type", payload.type);
    return forget;
  };
  const before = { ...places, cookie: [...places.cookie], query: [] };
  const forget = await sign(places);
  const renew =
    forget &&
    (async () => {
      forget();
      await sign(before);
    });
  const start = path.includes("?") ? "&" : "?";
  const search = places.query.length ? start + places.query.join("&") : "";
  const url = base + path + search;
  return { url, headers, payload, renew, places, base };
}

/** Names and values of headers, in any of their forms. */
export function headerPairs(
  given: HeadersInit = {},
): Iterable<[string, string]> {
  return Symbol.iterator in given
    ? (given as Iterable<[string, string]>)
    : Object.entries(given);
}

/** The error of input that cannot be sent. */
export function refused(
  subject: string,
  reason: string,
  cause?: unknown,
): RequestValidationError {
  return new RequestValidationError(`${subject} cannot be sent: ${reason}`, {
    cause,
  });
}

/** Runs an encoder; what it throws becomes the SDK's error, with a name to look for. */
export function guarded<T>(subject: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw refused(subject, (error as Error).message, error);
  }
}

function accepted({ replies }: Operation<never, unknown>): string {
  const types = replies.flatMap(({ mediaType }) => mediaType ?? []);
  return [...new Set(types)].join(", ") || "*/*";
}
