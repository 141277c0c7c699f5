/** The client: what all calls share. It sends nothing itself, functions take it as an argument. */

import type { SDKHooks } from "./hooks.js";
import type { HTTPClient } from "./http.js";
import type { Logger } from "./logger.js";
import type { Configuration, Server } from "./operation.js";
import type { Answer } from "./response.js";
import type { RetryConfig } from "./retry.js";
import type { Credentials } from "./security.js";

/** Options that every client takes. */
export interface ClientOptions {
  /** Which of the document's servers: its number from 0, or its name. */
  readonly serverIdx?: number | string | undefined;
  /** Replaces the server. */
  readonly serverURL?: string | undefined;
  /** Values for the variables of the server's URL. */
  readonly urlParams?: Variables | undefined;
  readonly httpClient?: Pick<HTTPClient, "request"> | undefined;
  /** Replaces the user agent. */
  readonly userAgent?: string | undefined;
  /** Default for all operations; without it nothing is retried. */
  readonly retryConfig?: RetryConfig | undefined;
  /** Milliseconds one attempt may take. */
  readonly timeoutMs?: number | undefined;
  readonly debugLogger?: Logger | undefined;
  /** Send credentials by http to other machines, too, where others can read them. */
  readonly allowHTTP?: boolean | undefined;
  /** Longest body that is read whole, in bytes after decompression; default 100 MiB. */
  readonly maxResponseBytes?: number | undefined;
}

/** Options of one call, over those of the client. */
export interface RequestOptions extends Omit<
  RequestInit,
  "method" | "body" | "redirect"
> {
  /** Milliseconds one attempt may take. */
  timeoutMs?: number | undefined;
  retries?: RetryConfig | undefined;
  /** Statuses to retry, such as "429" or "5XX". */
  retryCodes?: readonly string[] | undefined;
  /** Replaces the server for this call. */
  serverURL?: string | undefined;
  /** @deprecated Give its fields directly. */
  fetchOptions?: Omit<RequestInit, "method" | "body" | "redirect"> | undefined;
}

/** Options of a call that may choose what it is answered with; a header of its own goes before. */
export interface AcceptOptions extends RequestOptions {
  acceptHeaderOverride?: string | undefined;
}

/** What a client was made of. */
export interface Setup {
  readonly config: Configuration;
  readonly options: ClientOptions;
  readonly credentials: Credentials;
  readonly variables: Variables;
  readonly hooks: SDKHooks | undefined;
  /** Makes the outcome of an answer, in place of what reads it. */
  readonly finish?: ((answer: Answer) => unknown) | undefined;
}

/** Values of server variables. */
export interface Variables {
  readonly [name: string]: string | undefined;
}

/** Base of the clients of a document. */
export class Client {
  // Private, so that a printed client shows no credentials.
  readonly #setup: Setup;

  constructor(
    config: Configuration,
    options: ClientOptions = {},
    credentials: Credentials = {},
    variables: Variables = {},
    hooks?: SDKHooks | undefined,
  ) {
    this.#setup = {
      config,
      options: hooks ? hooks.init(options) : options,
      credentials,
      variables,
      hooks,
    };
  }

  /** @internal Settings, for the runtime's functions. */
  get _setup(): Setup {
    return this.#setup;
  }
}

/** Base of the groups of operations. */
export class Group<C extends Client = Client> {
  protected readonly client: C;

  constructor(client: C) {
    this.client = client;
  }
}

/** The URL of a server, given or of a list, its variables filled in. */
export function chooseServer(
  servers: readonly Server[],
  which: number | string,
  variables: Variables,
  given?: string | undefined,
): string {
  const {
    url = given ?? "",
    variables: defaults = {},
    check,
  } = servers.find(
    ({ name }, index) =>
      given === undefined && (which === index || which === name),
  ) ?? {};
  check?.(variables);
  return url.replace(
    /\{([^{}]*)\}/g,
    (all, name: string) => variables[name] ?? defaults[name] ?? all,
  );
}
