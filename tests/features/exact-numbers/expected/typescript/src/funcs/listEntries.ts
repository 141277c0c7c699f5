import type { ExactNumbersCore } from "../core.js";
import { type Entry, Entry$ } from "../models/components/entry.js";
import type { ExactNumbersError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { parseExact } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { type EventStream, readLines } from "../runtime/streams.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, EventStream<Entry>> = {
  id: "listEntries",
  method: "GET",
  path: "/entries",
  replies: [
    { status: "200", mediaType: "application/jsonl", codec: () => Entry$, decode: readLines({ data: "json", parse: parseExact }) },
  ],
};

/** listEntries */
export function listEntries(
  client: ExactNumbersCore,
  options?: RequestOptions,
): APIPromise<Result<EventStream<Entry>, ExactNumbersError>> {
  return invoke(client, operation, undefined, options);
}
