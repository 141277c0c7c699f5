/** Finds the credentials of a call and places them in the request. */

import { base64 } from "./base64.js";
import type { RequestOptions, Setup } from "./client.js";
import { percent } from "./encoding.js";
import { env } from "./env.js";
import { RequestValidationError } from "./errors.js";
import type { Operation } from "./operation.js";

/** Name and password for HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A text, or what a credential consists of. */
export type Secret = string | object;

/** A credential, or a function asked for it on each call. Basic authentication takes "name:password", too. */
export type Credential<Value extends Secret = string | BasicCredential> =
  Value | (() => Value | Promise<Value>);

export interface Credentials {
  readonly [scheme: string]: Credential<Secret> | undefined;
}

/** One of the values that a credential consists of; `env` names its environment variable. */
export interface Part {
  readonly key: string;
  readonly wire: string;
  readonly env?: string | undefined;
  readonly required?: boolean | undefined;
}

/** How one kind of credential is sent. */
export interface Scheme {
  /** {@link bearer}, {@link basic}, {@link apiKey}, {@link custom} or one that has tokens given out. */
  readonly send: (
    value: Secret,
    places: Places,
    scheme: Scheme,
    context: Context,
  ) => (() => void) | void | Promise<(() => void) | void>;
  /** The environment variable, or {@link fromParts}. */
  readonly env?: string | typeof fromParts | undefined;
  /** What goes before the credential, where that is not "Bearer". */
  readonly prefix?: string | undefined;
  /** Place and name of an API key. */
  readonly in?: "header" | "query" | "cookie" | undefined;
  readonly name?: string | undefined;
  /** What the credential consists of, where that is not one text. */
  readonly parts?: readonly Part[] | undefined;
  /** Where tokens are given out, and how; `basic`: the client proves itself with a header. */
  readonly token?:
    | {
        readonly url: string;
        readonly grant: string;
        readonly basic?: boolean | undefined;
      }
    | undefined;
}

/** What a request is made of besides path and body. */
export interface Places {
  readonly query: string[];
  readonly cookie: string[];
  /** The credentials that were placed. */
  readonly used: { [scheme: string]: Secret };
  readonly scopes: string[];
  /** Raises RequestValidationError for text that a header cannot hold. */
  readonly header: (name: string, value: string) => void;
}

/** The call that a credential is for. */
export interface Context {
  readonly setup: Setup;
  /** Name of the scheme. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** URL of the server. */
  readonly base: string;
  readonly operation: Operation<never, unknown>;
  readonly options: RequestOptions;
}

/**
 * Places the first alternative that is complete; without one the request goes out bare.
 * Gives a function that forgets the tokens that were kept from earlier calls, if any were.
 */
export async function authenticate(
  setup: Setup,
  operation: Operation<never, unknown>,
  places: Places,
  base: string,
  options: RequestOptions,
): Promise<(() => void) | undefined> {
  const { config, credentials } = setup;
  for (const needs of operation.security ?? config.security) {
    const found: (() => ReturnType<Scheme["send"]>)[] = [];
    for (const need of needs) {
      const [name = "", ...scopes] = need.split(" ");
      const scheme = config.schemes[name]!;
      const { env: variable } = scheme;
      const given = credentials[name];
      const own =
        typeof given === "function"
          ? await asked(name, given as () => Secret | Promise<Secret>)
          : given;
      const value =
        typeof variable === "function"
          ? variable(scheme, own, name)
          : own || env(variable);
      if (!value) break;
      const context = { setup, name, scopes, base, operation, options };
      found.push(() => {
        guard(name, base, setup);
        places.used[name] = value;
        places.scopes.push(...scopes);
        return scheme.send(value, places, scheme, context);
      });
    }
    if (!needs.length || found.length < needs.length) continue;
    let renew: (() => void) | undefined;
    for (const send of found) renew = (await send()) ?? renew;
    return renew;
  }
  return undefined;
}

/** Raises RequestValidationError where others could read a credential on its way to a URL. */
export function guard(name: string, url: string, { options }: Setup): void {
  // The same text as in other languages.
  const isOpen =
    /^http:\/\/(?!(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1])([:/?]|$))/i;
  if (isOpen.test(url) && !options.allowHTTP)
    throw new RequestValidationError(
      `${name}: not sent over http://; use https://, or set allowHTTP`,
    );
}

async function asked<Value>(
  name: string,
  credential: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await credential();
  } catch (cause) {
    throw new RequestValidationError(
      `${name}: the function that gives the credential failed`,
      { cause },
    );
  }
}

/** A credential of several parts, given or from the environment, where the first part decides. */
export function fromParts(
  { parts = [], token }: Scheme,
  given: Secret | undefined,
  name: string,
): Secret | undefined {
  if (typeof given === "string" && given) return given;
  const known = parts.map(({ key }) => key);
  if (token) known.push("scopes", "tokenUrl");
  // What would be left out silently is more likely a slip.
  for (const key of Object.keys(given || {}))
    if (!known.includes(key))
      throw new RequestValidationError(
        `${name}: there is no "${key}": one of ${known.join(", ")}`,
      );
  if (Object.values(given || {}).some(Boolean)) return given;
  const found = parts.map(({ key, env: variable }) => [key, env(variable)]);
  return found[0]?.[1] ? (Object.fromEntries(found) as object) : undefined;
}

/** Sends nothing: a hook knows what to do with the credential. */
export function custom(): void {}

/** Sends a token behind the word for its scheme, unless it has that word already. */
export function bearer(
  value: Secret,
  { header }: Places,
  { prefix = "Bearer" }: Scheme,
): void {
  const text = `${value}`;
  const said = text.toLowerCase().startsWith(`${prefix} `.toLowerCase());
  header("Authorization", said ? text : `${prefix} ${text}`);
}

/** Sends name and password. */
export function basic(value: Secret, { header }: Places): void {
  const { username, password = "" } = value as BasicCredential;
  const text = typeof value === "string" ? value : `${username}:${password}`;
  header("Authorization", `Basic ${base64(new TextEncoder().encode(text))}`);
}

/** Sends an API key in the scheme's place. */
export function apiKey(
  value: Secret,
  places: Places,
  { in: place, name = "" }: Scheme,
): void {
  if (place === "query" || place === "cookie")
    places[place].push(`${percent(name)}=${percent(`${value}`)}`);
  else places.header(name, `${value}`);
}
