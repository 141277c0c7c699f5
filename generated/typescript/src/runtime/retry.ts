/** When to try again, and how long to wait before. */

/** Waits grow from `initialInterval` by `exponent`; all times in milliseconds. */
export interface Backoff {
  readonly initialInterval: number;
  readonly maxInterval: number;
  readonly exponent: number;
  readonly maxElapsedTime: number;
  /** Upper end of the random part of a wait; default 1000. */
  readonly jitterMs?: number | undefined;
}

export type RetryConfig =
  | { readonly strategy: "none" }
  | {
      /** "attempt-count-backoff" looks at `maxRetries` alone, not at the time that has passed. */
      readonly strategy: "backoff" | "attempt-count-backoff";
      /** Default: from 500 ms by 1.5 up to 60 s, for an hour. */
      readonly backoff?: Backoff | undefined;
      /** How often at most; default: 2 for "attempt-count-backoff", else any number. */
      readonly maxRetries?: number | undefined;
      /** Try again after errors of the connection and timeouts, too, where that is safe. */
      readonly retryConnectionErrors?: boolean | undefined;
    };

export const defaultBackoff: Backoff = {
  initialInterval: 500,
  maxInterval: 60_000,
  exponent: 1.5,
  maxElapsedTime: 3_600_000,
};

export const defaultRetryCodes: readonly string[] = [
  "429",
  "500",
  "502",
  "503",
  "504",
];

/** Milliseconds before retry number `retry`, from 0; `random` is in [0, 1). */
export function retryDelay(
  backoff: Backoff,
  retry: number,
  random: number,
): number {
  const { initialInterval, exponent, jitterMs = 1000, maxInterval } = backoff;
  // 0 * Infinity is no number.
  const grown = initialInterval * exponent ** retry || 0;
  return Math.min(grown + random * jitterMs, maxInterval);
}

/** Milliseconds the server asks to wait, 60 s at most; undefined when it does not say so clearly. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const after = headers.get("retry-after") ?? "";
  return (
    [
      decimal(headers.get("retry-after-ms") ?? ""),
      decimal(after) * 1000,
      // Without the weekday, Date.parse would take nearly anything.
      /^[a-z]+,? /i.test(after) ? Math.max(0, Date.parse(after) - now) : NaN,
    ]
      // Who asks for more than a year does not mean it.
      .filter((wait) => wait < 31_536_000_000)
      .map((wait) => Math.min(wait, 60_000))[0]
  );
}

function decimal(text: string): number {
  return /^\d+(\.\d+)?$/.test(text.trim()) ? +text : NaN;
}

/** Tells whether a status is among "503", "5XX", "default". */
export function statusMatches(
  patterns: readonly string[],
  status: number,
): boolean {
  const own = patternsOf(status);
  return patterns.some((pattern) => own.includes(pattern.toLowerCase()));
}

/** What stands for a status in small letters, the most exact first. */
export function patternsOf(status: number): string[] {
  return [`${status}`, `${status}`[0] + "xx", "default"];
}

/** Tells whether a request that met an error of the connection may be sent again. */
export function mayResend(
  method: string,
  headers: Headers,
  error: unknown,
  keyHeader = "idempotency-key",
): boolean {
  return (
    /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/.test(method) ||
    headers.has(keyHeader) ||
    // These codes tell that no byte can have reached the server.
    /REFUSED|NOTFOUND|AI_AGAIN|UNREACH|CONNECT_TIMEOUT/i.test(errorCode(error))
  );
}

/** The platform's code of an error, or of what caused it; empty where there is none. */
export function errorCode(error: unknown): string {
  const { code, cause } = Object(error) as {
    readonly code?: unknown;
    readonly cause?: unknown;
  };
  return typeof code === "string" ? code : cause ? errorCode(cause) : "";
}
