import type { ThreeTwoCore } from "../core.js";
import type { ThreeTwoError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { file } from "../runtime/codecs.js";
import type { Operation } from "../runtime/operation.js";
import { binary } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, ReadableStream<Uint8Array>> = {
  id: "lines",
  method: "GET",
  path: "/lines",
  replies: [
    { status: "200", mediaType: "application/jsonl", codec: file, decode: binary },
  ],
};

/** lines */
export function lines(
  client: ThreeTwoCore,
  options?: RequestOptions,
): APIPromise<Result<ReadableStream<Uint8Array>, ThreeTwoError>> {
  return invoke(client, operation, undefined, options);
}
