import type { ResponsesCore } from "../core.js";
import type { ResponsesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { text } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, string> = {
  id: "text",
  method: "GET",
  path: "/text",
  replies: [
    { status: "200", mediaType: "text/plain", codec: "string", decode: text },
  ],
};

/** text */
export function text_(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<string, ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
