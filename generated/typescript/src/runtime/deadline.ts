/** Bounds an attempt: by time, and by the caller's signal. */

import { RequestAbortedError, RequestTimeoutError } from "./errors.js";

/** Runs until `end` is called; `signal` is aborted when it is over before that. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The outcome of work, or the error that came first, even of work that heeds no signal. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
  /** Lets the full time run again. */
  readonly start: () => void;
  /** Stops the clock, not the watch over the caller's signal. */
  readonly pause: () => void;
  /** Work is done: nothing is bounded any more. */
  readonly end: () => void;
}

/** Starts a deadline of `ms` milliseconds. */
export function deadlineOf(
  ms: number,
  outer: AbortSignal | null | undefined,
): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const over = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason);
  });
  // Heard only by who races; it is no error when nobody does.
  over.catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (): void => clearTimeout(timer);
  const expire = (): void =>
    controller.abort(new RequestTimeoutError(`No answer within ${ms} ms`));
  const start = (): void => {
    pause();
    // A longer time than a timer can run would be over at once.
    timer = setTimeout(expire, Math.min(ms, 2 ** 31 - 1));
  };
  const aborted = (): void => {
    const cause = outer?.reason;
    controller.abort(
      new RequestAbortedError("Aborted by the caller", { cause }),
    );
  };
  outer?.addEventListener("abort", aborted);
  if (outer?.aborted) aborted();
  start();
  return {
    signal,
    race: (work) => Promise.race([over, work]),
    start,
    pause,
    end: () => {
      pause();
      outer?.removeEventListener("abort", aborted);
    },
  };
}
