/** Runs a call: sends it, tries again when told to, and never throws. */

import type { Client, RequestOptions, Setup } from "./client.js";
import { deadlineOf } from "./deadline.js";
import { isSet } from "./env.js";
import {
  NoResponseError,
  RequestAbortedError,
  RequestValidationError,
  SDKError,
} from "./errors.js";
import type { BeforeRequest } from "./hooks.js";
import { logMessage, shown } from "./logger.js";
import type { Operation } from "./operation.js";
import { redirect } from "./redirect.js";
import { draft } from "./request.js";
import type { Draft } from "./request.js";
import { Answer, connectionError, receive } from "./response.js";
import { APIPromise } from "./result.js";
import type { HTTPMeta, Result } from "./result.js";
import {
  defaultBackoff,
  defaultRetryCodes,
  mayResend,
  retryAfter,
  retryDelay,
  statusMatches,
} from "./retry.js";

/** Calls an operation. Whatever goes wrong is in the result. */
export function invoke<Input, Output, Failure = SDKError>(
  client: Client,
  operation: Operation<Input, Output>,
  input: Input,
  options: RequestOptions = {},
): APIPromise<Result<Output, Failure>> {
  const meta: HTTPMeta = {};
  const work = run(client._setup, operation, input, options, meta).then(
    (value): Result<Output, Failure> => ({ ok: true, value: value as Output }),
    (error): Result<Output, Failure> => ({
      ok: false,
      error: asSDKError(error) as Failure,
    }),
  );
  return new APIPromise(work.then((result) => [result, meta]));
}

function asSDKError(cause: unknown): SDKError {
  if (cause instanceof SDKError) return cause;
  // Something of the caller's failed: a credential function, a logger.
  const { message } = Object(cause) as Error;
  return new SDKError(`Call failed: ${message}`, { cause });
}

async function run(
  setup: Setup,
  operation: Operation<never, unknown>,
  input: unknown,
  options: RequestOptions,
  meta: HTTPMeta,
): Promise<unknown> {
  const { timeoutMs, retries, retryCodes, fetchOptions } = options;
  // With options of ours among it, which say nothing to the platform.
  const init = { ...fetchOptions, ...options };
  const made = await draft(setup, operation, input, options);
  const { config, options: defaults } = setup;
  const limits = [timeoutMs, defaults.timeoutMs, operation.timeoutMs];
  const ms = limits.find((limit) => limit! > 0) ?? config.timeoutMs;
  const { method } = operation;
  const documented = operation.retries ? operation : config;
  const policy = retries ?? defaults.retryConfig ?? documented.retries;
  const { finish = (answer: Answer): unknown => receive(operation, answer) } =
    setup;
  let { renew } = made;
  const attempt = async (): Promise<Answer> => {
    const answer = await send(setup, operation, made, init, ms, meta);
    if (answer.response.status === 401 && renew && !made.payload?.once) {
      // A token kept from earlier calls may have ended before its time.
      answer.discard();
      await renew();
      renew = undefined;
      return attempt();
    }
    const again = (other: RequestOptions): Promise<unknown> =>
      run(setup, operation, input, other, meta);
    answer.call = { method, made, policy, options, again };
    const get = (): string => answer.body;
    Object.defineProperty(meta, "body", { configurable: true, get });
    return answer;
  };
  if (!policy || policy.strategy === "none") return finish(await attempt());
  const codes =
    retryCodes ??
    operation.retryCodes ??
    documented.retryCodes ??
    defaultRetryCodes;
  const backoff = policy.backoff ?? defaultBackoff;
  const counted = policy.strategy !== "backoff";
  const most = policy.maxRetries ?? (counted ? 2 : Infinity);
  const started = performance.now();
  for (let retry = 0; ; retry++) {
    let answer: Answer | undefined;
    let asked: number | undefined;
    // Gives the outcome up: as it came, or as what the last answer stands for.
    let settle = (): unknown => finish(answer!);
    try {
      answer = await attempt();
      const { headers, status } = answer.response;
      if (!statusMatches(codes, status)) return await settle();
      asked = retryAfter(headers, Date.now());
    } catch (error) {
      settle = () => {
        throw error;
      };
      if (
        !policy.retryConnectionErrors ||
        !(error instanceof NoResponseError) ||
        !mayResend(method, made.headers, error, operation.key?.header)
      )
        return settle();
    }
    const wait = asked ?? retryDelay(backoff, retry, Math.random());
    const elapsed = performance.now() - started + wait;
    if (retry >= most || (!counted && elapsed > backoff.maxElapsedTime))
      return settle();
    if (made.payload?.once) {
      try {
        return await settle();
      } catch (error) {
        (error as Error).message +=
          ". Not sent again: the body can be read only once";
        throw error;
      }
    }
    answer?.discard();
    await sleep(wait, init.signal);
  }
}

/** Waits. Raises RequestAbortedError when the caller aborts, or has aborted. */
async function sleep(
  ms: number,
  signal: AbortSignal | null | undefined,
): Promise<void> {
  const deadline = deadlineOf(ms, signal);
  try {
    await deadline.race(new Promise(() => {}));
  } catch (error) {
    if (error instanceof RequestAbortedError) throw error;
  } finally {
    deadline.end();
  }
}

/** Sends a request once, and to where that leads. The answer keeps the deadline running. */
async function send(
  { config, options, hooks }: Setup,
  operation: Operation<never, unknown>,
  made: Draft,
  init: RequestInit,
  ms: number,
  meta: HTTPMeta,
): Promise<Answer> {
  const { id, method } = operation;
  const deadline = deadlineOf(ms, init.signal);
  const { debugLogger, httpClient, maxResponseBytes = 100 * 2 ** 20 } = options;
  const logger = debugLogger ?? (isSet(config.debugEnv) ? console : undefined);
  const log = (title: string, headers: Headers): void => {
    if (logger) logMessage(logger, config.schemes, title, headers);
  };
  const { signal } = deadline;
  let { url } = made;
  const answered = (response: Response, refused?: string): Answer =>
    new Answer(response, deadline, maxResponseBytes, refused);
  const sent = async (before?: BeforeRequest): Promise<Answer> => {
    for (let followed = 0; ; followed++) {
      const request = toRequest(
        operation,
        { ...made, url },
        { ...init, signal },
        httpClient !== undefined,
      );
      meta.request = request;
      log(`> ${method} ${request.url}`, request.headers);
      const changed = before ? await before(request) : request;
      const response = await deadline.race(
        httpClient ? httpClient.request(changed) : fetch(changed),
      );
      // Who prints a response shall see no secret in its URL.
      const value = shown(response.url, config.schemes);
      Object.defineProperty(response, "url", { configurable: true, value });
      meta.response = response;
      log(`< ${response.status} ${request.url}`, response.headers);
      const next = redirect(method, request.url, response, followed);
      if (!(next instanceof URL)) return answered(response, next);
      response.body?.cancel().catch(() => {});
      url = next.href;
    }
  };
  try {
    return await (hooks
      ? hooks.around(id, made, sent, answered, options)
      : sent());
  } catch (error) {
    deadline.end();
    throw connectionError(error);
  }
}

function toRequest(
  { method, makeRequest }: Operation<never, unknown>,
  { url, headers, payload }: Draft,
  init: RequestInit,
  hasClient: boolean,
): Request {
  try {
    const whole = {
      ...init,
      method,
      headers,
      // Followed redirects would take credentials to wherever they point.
      redirect: "manual",
      ...(payload && { body: payload.body }),
      ...(payload?.once && { duplex: "half" }),
    } as const;
    return makeRequest
      ? makeRequest(url, whole, hasClient)
      : new Request(url, whole);
  } catch {
    // Without the cause: it may show the URL, which may hold a secret.
    throw new RequestValidationError(
      `The platform cannot send this ${method}; an own httpClient may`,
    );
  }
}
