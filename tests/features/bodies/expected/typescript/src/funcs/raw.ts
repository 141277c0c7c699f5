import type { BodiesCore } from "../core.js";
import type { BodiesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { file } from "../runtime/codecs.js";
import { binary as binaryBody } from "../runtime/encoding.js";
import type { FileInput } from "../runtime/files.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<FileInput, void> = {
  id: "raw",
  method: "POST",
  path: "/raw",
  body: {
    mediaType: "application/octet-stream",
    codec: file,
    encode: binaryBody,
    required: true,
  },
  replies: [
    { status: "204" },
  ],
};

/** raw */
export function raw(
  client: BodiesCore,
  request: FileInput,
  options?: RequestOptions,
): APIPromise<Result<void, BodiesError>> {
  return invoke(client, operation, request, options);
}
