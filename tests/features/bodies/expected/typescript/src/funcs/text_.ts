import type { BodiesCore } from "../core.js";
import type { BodiesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { text as textBody } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<string, void> = {
  id: "text",
  method: "POST",
  path: "/text",
  body: {
    mediaType: "text/plain",
    codec: "string",
    encode: textBody,
    required: true,
  },
  replies: [
    { status: "204" },
  ],
};

/** text */
export function text_(
  client: BodiesCore,
  request: string,
  options?: RequestOptions,
): APIPromise<Result<void, BodiesError>> {
  return invoke(client, operation, request, options);
}
