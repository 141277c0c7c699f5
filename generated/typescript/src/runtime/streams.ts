/** Event streams and lines of JSON: typed values as they come, and a connection to close. */

import type { Codec } from "./codec.js";
import { deadlineOf } from "./deadline.js";
import { controls } from "./encoding.js";
import { NoResponseError, RequestAbortedError, SDKError } from "./errors.js";
import { Events, JSONLines, TooLong } from "./framing.js";
import type { Event, Reader } from "./framing.js";
import { item } from "./items.js";
import type { Items } from "./items.js";
import { binary } from "./response.js";
import type { Answer } from "./response.js";
import { mayResend } from "./retry.js";

/**
 * The events of a stream, or the values of lines of JSON, one by one.
 *
 * It owns its connection: leaving the loop over it closes that, and so does `close`. Where the
 * connection breaks, and the server gave the last event an id, the rest is asked for, if the
 * call may be repeated.
 */
export class EventStream<Item> implements AsyncIterable<Item> {
  #answer: Answer;
  #pieces: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #codec: Codec;
  readonly #items: Items;
  readonly #reader: Reader;
  readonly #values: AsyncGenerator<Item, void, undefined>;
  readonly #closed = new AbortController();
  #hasBegun = false;
  #hasId = false;

  constructor(answer: Answer, codec: Codec, items: Items, reader: Reader) {
    this.#answer = answer;
    this.#codec = codec;
    this.#items = items;
    this.#reader = reader;
    this.#pieces = binary(answer).getReader();
    this.#values = this.#run();
  }

  /** The response, for its status and headers. */
  get response(): Response {
    return this.#answer.response;
  }

  /** The last id that the server gave; empty where it gave none. */
  get lastEventId(): string {
    return this.#reader.lastId;
  }

  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined> {
    return this.#values;
  }

  /** Closes the connection; nothing more comes. */
  close(): void {
    this.#closed.abort();
    this.#pieces?.cancel().catch(() => {});
    this.#answer.deadline.end();
  }

  /** The values as a stream, for what takes one. */
  toReadableStream(): ReadableStream<Item> {
    const values = this.#values;
    return new ReadableStream<Item>({
      async pull(controller) {
        const { done, value } = await values.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => this.close(),
    });
  }

  async *#run(): AsyncGenerator<Item, void, undefined> {
    let tries = 0;
    try {
      while (!this.#closed.signal.aborted)
        try {
          if (!this.#pieces) {
            await this.#connect();
            continue;
          }
          const { done, value } = await this.#pieces.read();
          if (this.#closed.signal.aborted) return;
          for (const event of this.#events(done ? undefined : value)) {
            if (event.data !== undefined && event.data === this.#items.sentinel)
              return;
            if (event.data === undefined && !this.#items.bare) continue;
            const found = this.#item(event);
            [this.#hasBegun, this.#hasId, tries] = [true, !!event.id, 0];
            yield found;
            if (this.#closed.signal.aborted) return;
          }
          if (done) return;
        } catch (error) {
          if (++tries > 5 || !this.#mayResume(error)) throw error;
          this.#pieces = undefined;
        }
    } finally {
      this.close();
    }
  }

  *#events(chunk: Uint8Array | undefined): Generator<Event, void, undefined> {
    try {
      yield* chunk ? this.#reader.feed(chunk) : this.#reader.end();
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      throw this.#answer.misfit(error.message, error);
    }
  }

  #item(event: Event): Item {
    try {
      return item(this.#items, this.#codec, event) as Item;
    } catch (error) {
      this.#answer.body = event.data ?? "";
      throw this.#answer.misfit((error as Error).message, error);
    }
  }

  /** Whether what is missing can be asked for, with nothing lost and nothing doubled. */
  #mayResume(error: unknown): boolean {
    const { call } = this.#answer;
    if (
      !call ||
      call.made.payload?.once ||
      !(error instanceof NoResponseError) ||
      error instanceof RequestAbortedError
    )
      return false;
    const { method, policy } = call;
    const isAsked =
      policy?.strategy === "backoff" && policy.retryConnectionErrors;
    if (!isAsked && method !== "GET") return false;
    return this.#hasBegun
      ? this.#hasId && !controls.test(this.lastEventId)
      : mayResend(method, call.made.headers, undefined);
  }

  /** Another connection, after the wait that the server asked for. */
  async #connect(): Promise<void> {
    const { again, options } = this.#answer.call!;
    const signal = options.signal ?? options.fetchOptions?.signal;
    await this.#wait(Math.min(this.#reader.retry ?? 1000, 60_000), signal);
    if (this.#closed.signal.aborted) return;
    const headers = new Headers(options.headers);
    // As UTF-8; each byte of a header stands for a character.
    const id = new TextEncoder().encode(this.lastEventId);
    if (id.length) headers.set("Last-Event-ID", String.fromCharCode(...id));
    let other: unknown = this;
    try {
      other = (await again({ ...options, headers })) ?? this;
    } catch (error) {
      // 204 is how a server says that there is no more.
      if (!(error instanceof SDKError) || error.statusCode !== 204) throw error;
    }
    if (other === this) return this.close();
    const next = Object(other) as object;
    if (!(#answer in next))
      throw this.#answer.misfit("the stream does not go on");
    this.#answer = next.#answer;
    this.#pieces = next.#pieces;
    this.#reader.restart();
    if (this.#closed.signal.aborted) this.close();
  }

  /** Waits, unless the stream is closed. Raises RequestAbortedError. */
  async #wait(
    ms: number,
    signal: AbortSignal | null | undefined,
  ): Promise<void> {
    const deadline = deadlineOf(ms, signal);
    const closed = new Promise<never>((_, reject) => {
      this.#closed.signal.onabort = () => reject(new NoResponseError(""));
    });
    try {
      await deadline.race(closed);
    } catch (error) {
      if (error instanceof RequestAbortedError) throw error;
    } finally {
      deadline.end();
    }
  }
}

/** Reads a body of server-sent events. */
export function readEvents(
  items: Items = {},
): (answer: Answer, codec: Codec) => EventStream<unknown> {
  return (answer, codec) => new EventStream(answer, codec, items, new Events());
}

/** Reads a body of lines of JSON. */
export function readLines(
  items: Items = {},
): (answer: Answer, codec: Codec) => EventStream<unknown> {
  return (answer, codec) =>
    new EventStream(answer, codec, items, new JSONLines(false));
}

/** Reads a body of JSON texts that begin with a record separator each. */
export function readSequence(
  items: Items = {},
): (answer: Answer, codec: Codec) => EventStream<unknown> {
  return (answer, codec) =>
    new EventStream(answer, codec, items, new JSONLines(true));
}
