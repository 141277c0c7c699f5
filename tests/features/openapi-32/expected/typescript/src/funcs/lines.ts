import type { ThreeTwoCore } from "../core.js";
import { type Book, Book$ } from "../models/components/book.js";
import type { ThreeTwoError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { type EventStream, readLines } from "../runtime/streams.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, EventStream<Book>> = {
  id: "lines",
  method: "GET",
  path: "/lines",
  replies: [
    { status: "200", mediaType: "application/jsonl", codec: () => Book$, decode: readLines({ data: "json" }) },
  ],
};

/** lines */
export function lines(
  client: ThreeTwoCore,
  options?: RequestOptions,
): APIPromise<Result<EventStream<Book>, ThreeTwoError>> {
  return invoke(client, operation, undefined, options);
}
