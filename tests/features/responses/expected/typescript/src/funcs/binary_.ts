import type { ResponsesCore } from "../core.js";
import type { ResponsesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { file } from "../runtime/codecs.js";
import type { Operation } from "../runtime/operation.js";
import { binary } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, ReadableStream<Uint8Array>> = {
  id: "binary",
  method: "GET",
  path: "/binary",
  replies: [
    { status: "2XX", mediaType: "image/png", codec: file, decode: binary },
  ],
};

/** binary */
export function binary_(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<ReadableStream<Uint8Array>, ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
