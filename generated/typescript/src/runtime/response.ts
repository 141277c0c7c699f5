/** Reads answers: finds the documented reply, bounds and decodes its body. */

import { decode } from "./codec.js";
import type { RequestOptions } from "./client.js";
import type { Codec } from "./codec.js";
import type { Deadline } from "./deadline.js";
import {
  APIError,
  ConnectionError,
  RequestTimeoutError,
  ResponseTooLargeError,
  ResponseValidationError,
  SDKError,
  UnexpectedRedirectError,
} from "./errors.js";
import type { Operation, Reply } from "./operation.js";
import type { Draft } from "./request.js";
import { errorCode, patternsOf } from "./retry.js";
import type { RetryConfig } from "./retry.js";

/** The call of an answer, for a stream that goes on where it broke. */
export interface Call {
  readonly method: string;
  readonly made: Draft;
  readonly policy: RetryConfig | undefined;
  readonly options: RequestOptions;
  /** Makes the call another time. */
  readonly again: (options: RequestOptions) => Promise<unknown>;
}

/** A response whose body is still to come. Whoever reads it, ends the deadline. */
export class Answer {
  declare readonly response: Response;
  declare readonly deadline: Deadline;
  /** Why the response was not followed to where it points. */
  declare readonly redirect: string | undefined;
  readonly #limit: number;
  #text: Promise<string> | undefined;
  /** What was read of the body's text. */
  body = "";
  declare call: Call | undefined;

  constructor(
    response: Response,
    deadline: Deadline,
    limit: number,
    redirect?: string | undefined,
  ) {
    this.response = response;
    this.redirect = redirect;
    this.deadline = deadline;
    this.#limit = limit;
  }

  /** Reads the body. Raises ResponseValidationError where it is compressed more than once. */
  reader(): ReadableStreamDefaultReader<Uint8Array> | undefined {
    const { body, headers } = this.response;
    // A few bytes that were compressed twice may stand for gigabytes.
    if (!headers.get("content-encoding")?.includes(","))
      return body?.getReader();
    this.discard();
    throw this.misfit("more than one content coding");
  }

  /** The body as UTF-8; read once, whoever asks. */
  text(): Promise<string> {
    return (this.#text ??= this.#read());
  }

  async #read(): Promise<string> {
    const { deadline } = this;
    const reader = this.reader();
    const decoder = new TextDecoder();
    let size = 0;
    try {
      while (reader) {
        const { done, value } = await deadline.race(reader.read());
        this.body += decoder.decode(value, { stream: !done });
        if (done) break;
        size += value.length;
        if (size > this.#limit)
          throw this.misfit(
            `over ${this.#limit} bytes`,
            undefined,
            ResponseTooLargeError,
          );
      }
      return this.body;
    } catch (error) {
      reader?.cancel().catch(() => {});
      throw connectionError(error, this);
    } finally {
      deadline.end();
    }
  }

  /** Throws the body away. */
  discard(): void {
    this.deadline.end();
    this.response.body?.cancel().catch(() => {});
  }

  /** The error of an answer that breaks the document's promise. */
  misfit(
    reason: string,
    cause?: unknown,
    Kind: typeof ResponseValidationError = ResponseValidationError,
  ): ResponseValidationError {
    const message = `Unexpected response: ${reason}`;
    return new Kind(message, { ...this, cause });
  }
}

/** Decodes JSON. */
export async function json(answer: Answer, codec: Codec): Promise<unknown> {
  const text = await answer.text();
  try {
    return decode(codec, JSON.parse(text));
  } catch (error) {
    throw answer.misfit((error as Error).message, error);
  }
}

/** Decodes JSON, or takes plain text where the server says that it sends that. */
export function jsonOrText(answer: Answer, codec: Codec): Promise<unknown> {
  const isJSON = /[/+]json\b/i.test(contentType(answer.response));
  return isJSON ? json(answer, codec) : answer.text();
}

/** The body as text. */
export function text(answer: Answer): Promise<string> {
  return answer.text();
}

/** The body as a stream; the time limit holds for each read of its own. */
export function binary(answer: Answer): ReadableStream<Uint8Array> {
  const { deadline } = answer;
  const reader = answer.reader();
  deadline.pause();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          deadline.start();
          const chunk = reader && (await deadline.race(reader.read()));
          deadline.pause();
          if (chunk?.value) return controller.enqueue(chunk.value);
          controller.close();
        } catch (error) {
          reader?.cancel().catch(() => {});
          controller.error(connectionError(error, answer));
        }
        deadline.end();
      },
      async cancel(reason) {
        deadline.end();
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The value of an answer. Raises the error it stands for. */
export async function receive(
  operation: Operation<never, unknown>,
  answer: Answer,
): Promise<unknown> {
  const { response } = answer;
  if (!response.ok) throw await failure(operation, answer);
  const reply = pick(operation.replies, response);
  if (!reply) {
    await answer.text();
    throw answer.misfit(
      `Status ${response.status}, Content-Type ${contentType(response)}`,
    );
  }
  if (reply.decode) return reply.decode(answer, reply.codec ?? "any");
  return answer.discard();
}

/** The error of an answer outside of 2xx; whatever is wrong with its body, the status is told. */
async function failure(
  operation: Operation<never, unknown>,
  answer: Answer,
): Promise<SDKError> {
  const { redirect, response } = answer;
  try {
    await answer.text();
    const reply = pick(operation.errors ?? [], response);
    if (reply) {
      const data = await reply.decode(answer, reply.codec);
      return new reply.error(data as never, answer);
    }
  } catch {
    // Told as an error without a model.
  }
  return redirect
    ? new UnexpectedRedirectError(redirect, answer)
    : new APIError(answer);
}

function contentType(response: Response): string {
  return response.headers.get("content-type") ?? "";
}

/** The reply documented for a status, exact before range before default, and for a media type. */
function pick<R extends Reply>(
  replies: readonly R[],
  response: Response,
): R | undefined {
  for (const pattern of patternsOf(response.status)) {
    const group = replies.filter(
      (reply) => reply.status.toLowerCase() === pattern,
    );
    if (group.length)
      return group.find(
        ({ mediaType }) =>
          !mediaType || mediaMatches(mediaType, contentType(response)),
      );
  }
  return undefined;
}

/** Tells whether a Content-Type is of a declared media type, which may be "text/*". */
export function mediaMatches(declared: string, received: string): boolean {
  const [want, got] = [declared, received].map((type) =>
    type.replace(/\s*;.*/, "").toLowerCase(),
  ) as [string, string];
  return (
    got === want ||
    (want.endsWith("/*") && got.startsWith(want.replace(/\*.*/, "")))
  );
}

/** The SDK's error for what a fetch function throws, or what reads the body of an answer. */
export function connectionError(error: unknown, answer?: Answer): SDKError {
  if (error instanceof SDKError) return error;
  const code = errorCode(error);
  // Of zlib: the body is not compressed as it says.
  if (answer && /^Z_/.test(code)) return answer.misfit(code, error);
  const source = { cause: error };
  return /TIMED?OUT/.test(code)
    ? new RequestTimeoutError("Connection timed out", source)
    : new ConnectionError("Connection failed", source);
}
