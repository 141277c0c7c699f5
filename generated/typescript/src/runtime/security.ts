/** Finds the credentials of a call and places them in the request. */

import { base64 } from "./base64.js";
import { percent } from "./encoding.js";
import { env } from "./env.js";
import { RequestValidationError } from "./errors.js";

/** Name and password for HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

type CredentialValue = string | BasicCredential;

/** A credential, or a function asked for it on each call. Basic authentication takes "name:password", too. */
export type Credential =
  CredentialValue | (() => CredentialValue | Promise<CredentialValue>);

export interface Credentials {
  readonly [scheme: string]: Credential | undefined;
}

/** How one kind of credential is sent; `env` names its environment variable. */
export interface Scheme {
  /** {@link bearer}, {@link basic} or {@link apiKey}. */
  readonly send: (
    value: CredentialValue,
    places: Places,
    scheme: Scheme,
  ) => void;
  readonly env?: string | undefined;
  /** What goes before the credential, where that is not "Bearer". */
  readonly prefix?: string | undefined;
  /** Place and name of an API key. */
  readonly in?: "header" | "query" | "cookie" | undefined;
  readonly name?: string | undefined;
}

/** What a request is made of besides path and body. */
export interface Places {
  readonly query: string[];
  readonly cookie: string[];
  /** Raises RequestValidationError for text that a header cannot hold. */
  readonly header: (name: string, value: string) => void;
}

/** Places the first alternative that is complete; without one the request goes out bare. */
export async function authenticate(
  schemes: { readonly [name: string]: Scheme },
  credentials: Credentials,
  alternatives: readonly (readonly string[])[],
  places: Places,
): Promise<void> {
  for (const names of alternatives) {
    const found: (() => void)[] = [];
    for (const name of names) {
      const scheme = schemes[name]!;
      const given = credentials[name];
      const value =
        (typeof given === "function" ? await asked(name, given) : given) ||
        env(scheme.env);
      if (value) found.push(() => scheme.send(value, places, scheme));
    }
    if (names.length && found.length === names.length)
      return found.forEach((send) => send());
  }
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

/** Sends a token behind the word for its scheme, unless it has that word already. */
export function bearer(
  value: CredentialValue,
  { header }: Places,
  { prefix = "Bearer" }: Scheme,
): void {
  const text = `${value}`;
  const said = text.toLowerCase().startsWith(`${prefix} `.toLowerCase());
  header("Authorization", said ? text : `${prefix} ${text}`);
}

/** Sends name and password. */
export function basic(value: CredentialValue, { header }: Places): void {
  const text =
    typeof value === "string" ? value : `${value.username}:${value.password}`;
  header("Authorization", `Basic ${base64(new TextEncoder().encode(text))}`);
}

/** Sends an API key in the scheme's place. */
export function apiKey(
  value: CredentialValue,
  places: Places,
  { in: place, name = "" }: Scheme,
): void {
  if (place === "query" || place === "cookie")
    places[place].push(`${percent(name)}=${percent(`${value}`)}`);
  else places.header(name, `${value}`);
}
