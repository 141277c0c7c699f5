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
import { errorCode } from "./retry.js";
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
  readonly response: Response;
  readonly deadline: Deadline;
  /** Why the response was not followed to where it points. */
  readonly redirect: string | undefined;
  readonly #limit: number;
  #text: Promise<string> | undefined;
  /** What was read of the body's text. */
  body = "";
  call: Call | undefined;

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
    throw this.misfit("the body has more than one content coding");
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
            `over ${this.#limit} bytes long`,
            undefined,
            ResponseTooLargeError,
          );
      }
      return this.body;
    } catch (error) {
      reader?.cancel().catch(() => {});
      throw this.broken(error);
    } finally {
      deadline.end();
    }
  }

  /** Throws the body away. */
  discard(): void {
    this.deadline.end();
    this.response.body?.cancel().catch(() => {});
  }

  /** The error of a body that cannot be read; zlib says what is not compressed as it says. */
  broken(error: unknown): SDKError {
    return /^Z_/.test(errorCode(error))
      ? this.misfit("it cannot be decompressed", error)
      : connectionError(error);
  }

  /** The error of an answer that breaks the document's promise. */
  misfit(
    reason: string,
    cause?: unknown,
    Kind: typeof ResponseValidationError = ResponseValidationError,
  ): ResponseValidationError {
    const { body, response } = this;
    const message = `Response is not what was expected: ${reason}`;
    return new Kind(message, { response, body, cause });
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
          controller.error(answer.broken(error));
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
  const { response } = answer;
  try {
    const body = await answer.text();
    const reply = pick(operation.errors ?? [], response);
    if (reply) {
      const data = await reply.decode(answer, reply.codec);
      return new reply.error(data as never, { response, body });
    }
  } catch {
    // Told as an error without a model.
  }
  const { body, redirect } = answer;
  return redirect
    ? new UnexpectedRedirectError(redirect, { response, body })
    : new APIError({ response, body });
}

function contentType(response: Response): string {
  return response.headers.get("content-type") ?? "";
}

/** The reply documented for a status, exact before range before default, and for a media type. */
function pick<R extends Reply>(
  replies: readonly R[],
  response: Response,
): R | undefined {
  const status = `${response.status}`;
  for (const pattern of [status, `${status[0]}XX`, "default"]) {
    const group = replies.filter((reply) => reply.status === pattern);
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
    want === "*/*" ||
    got === want ||
    (want.endsWith("/*") && got.startsWith(want.slice(0, -1)))
  );
}

/** The SDK's error for what a fetch function throws. */
export function connectionError(error: unknown): SDKError {
  if (error instanceof SDKError) return error;
  const source = { cause: error };
  return /TIMED?OUT/.test(errorCode(error))
    ? new RequestTimeoutError("Connection timed out", source)
    : new ConnectionError("Connection failed", source);
}
