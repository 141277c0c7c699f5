/** Results that are returned instead of thrown. */

/** What a call came to. */
export type Result<Value, Failure = Error> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** The HTTP side of a call; parts it did not get to are undefined. */
export interface HTTPMeta {
  request?: Request | undefined;
  response?: Response | undefined;
  /** What was read of the response's body as text; what a stream brings is not kept. */
  readonly body?: string | undefined;
}

/** A promise of a result that can also show the request and the response. Never rejects. */
export class APIPromise<
  R extends Result<unknown, unknown>,
> implements PromiseLike<R> {
  readonly #work: Promise<readonly [R, HTTPMeta]>;

  constructor(work: Promise<readonly [R, HTTPMeta]>) {
    this.#work = work;
  }

  /** The result together with the request and the response. */
  $inspect(): Promise<readonly [R, HTTPMeta]> {
    return this.#work;
  }

  then<A = R, B = never>(
    fulfilled?: ((result: R) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#work.then(([result]) => result).then(fulfilled, rejected);
  }
}

/** The value of a result. Raises the error of a failed one. */
export async function unwrap<Value>(
  promise: PromiseLike<Result<Value, unknown>>,
): Promise<Value> {
  const result = await promise;
  if (!result.ok) throw result.error;
  return result.value;
}
