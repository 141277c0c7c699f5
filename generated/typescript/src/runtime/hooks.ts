/** Hooks: functions of the user's around every attempt to send a request. */

import type { ClientOptions } from "./client.js";
import { NoResponseError, SDKError } from "./errors.js";
import type { Draft } from "./request.js";
import { type Answer, connectionError } from "./response.js";
import type { Secret } from "./security.js";

type Awaitable<T> = T | Promise<T>;

/** What a hook knows of the call. */
export class HookContext {
  readonly operationID: string;
  readonly baseURL: string;
  readonly oAuth2Scopes: readonly string[] | null;
  // Private, so that a printed context shows no credentials.
  readonly #source: { readonly [scheme: string]: any };
  readonly #options: ClientOptions;

  constructor(
    operationID: string,
    baseURL: string,
    scopes: readonly string[],
    source: { readonly [scheme: string]: Secret },
    options: ClientOptions,
  ) {
    this.operationID = operationID;
    this.baseURL = baseURL;
    this.oAuth2Scopes = scopes.length ? scopes : null;
    this.#source = source;
    this.#options = options;
  }

  /** The credentials by the names of their options. */
  get securitySource(): { readonly [scheme: string]: any } {
    return this.#source;
  }

  /** The options of the client. */
  get options(): ClientOptions {
    return this.#options;
  }
}

/** Runs when a client is made. */
export interface SDKInitHook {
  sdkInit: (options: ClientOptions) => ClientOptions;
}

/** Runs before a request is sent. */
export interface BeforeRequestHook {
  beforeRequest: (context: HookContext, request: Request) => Awaitable<Request>;
}

/** Runs when the status of an answer is a success. */
export interface AfterSuccessHook {
  afterSuccess: (
    context: HookContext,
    response: Response,
  ) => Awaitable<Response>;
}

/** @internal */
export type BeforeRequest = (request: Request) => Promise<Request>;

/** What an error hook gets and gives: a response to go on with, or the error of the call. */
export interface AfterErrorOutcome {
  readonly response: Response | null;
  readonly error: unknown;
}

/** Runs when the status of an answer is none, or when there is no answer. */
export interface AfterErrorHook {
  afterError: (
    context: HookContext,
    response: Response | null,
    error: unknown,
  ) => Awaitable<AfterErrorOutcome>;
}

/** Where hooks are registered. */
export interface Hooks {
  registerSDKInitHook: (hook: SDKInitHook) => void;
  registerBeforeRequestHook: (hook: BeforeRequestHook) => void;
  registerAfterSuccessHook: (hook: AfterSuccessHook) => void;
  registerAfterErrorHook: (hook: AfterErrorHook) => void;
}

/** The hooks of a client, in the order in which they run. */
export class SDKHooks implements Hooks {
  readonly #inits: SDKInitHook[] = [];
  readonly #befores: BeforeRequestHook[] = [];
  readonly #successes: AfterSuccessHook[] = [];
  readonly #errors: AfterErrorHook[] = [];

  registerSDKInitHook(hook: SDKInitHook): void {
    this.#inits.push(hook);
  }

  registerBeforeRequestHook(hook: BeforeRequestHook): void {
    this.#befores.push(hook);
  }

  registerAfterSuccessHook(hook: AfterSuccessHook): void {
    this.#successes.push(hook);
  }

  registerAfterErrorHook(hook: AfterErrorHook): void {
    this.#errors.push(hook);
  }

  /** @internal Options of a new client. */
  init(options: ClientOptions): ClientOptions {
    return this.#inits.reduce((all, hook) => hook.sdkInit(all), options);
  }

  /** @internal Runs the hooks of an attempt. Whatever one throws is the error of the call. */
  async around(
    operationID: string,
    { base, places: { used, scopes } }: Pick<Draft, "base" | "places">,
    send: (before: BeforeRequest) => Promise<Answer>,
    answered: (response: Response) => Answer,
    options: ClientOptions,
  ): Promise<Answer> {
    const context = new HookContext(operationID, base, scopes, used, options);
    let answer: Answer;
    try {
      answer = await send(async (first) => {
        let request = first;
        for (const hook of this.#befores)
          request = await own(() => hook.beforeRequest(context, request));
        return request;
      });
    } catch (cause) {
      const error = connectionError(cause);
      if (!(error instanceof NoResponseError)) throw error;
      return answered(await this.#failed(context, null, error));
    }
    const first = answer.response;
    let response = first;
    if (!first.ok) response = await this.#failed(context, first, null);
    else
      for (const hook of this.#successes)
        response = await own(() => hook.afterSuccess(context, response));
    return response === first ? answer : answered(response);
  }

  async #failed(
    context: HookContext,
    response: Response | null,
    error: unknown,
  ): Promise<Response> {
    let outcome: AfterErrorOutcome = { response, error };
    for (const hook of this.#errors)
      outcome = await own(() =>
        hook.afterError(context, outcome.response, outcome.error),
      );
    if (outcome.error != null) throw asOwn(outcome.error);
    if (outcome.response) return outcome.response;
    throw new NoResponseError("A hook gave neither a response nor an error");
  }
}

/** Runs a hook. */
async function own<T>(hook: () => Awaitable<T>): Promise<T> {
  try {
    return await hook();
  } catch (error) {
    throw asOwn(error);
  }
}

/** The error of the call for an error of a hook. */
function asOwn(cause: unknown): SDKError {
  if (cause instanceof SDKError) return cause;
  const { message } = Object(cause) as Error;
  return new SDKError(`A hook failed: ${message}`, { cause });
}
