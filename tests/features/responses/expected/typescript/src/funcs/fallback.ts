import type { ResponsesCore } from "../core.js";
import { type Done, Done$ } from "../models/components/done.js";
import type { ResponsesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, Done> = {
  id: "fallback",
  method: "GET",
  path: "/default",
  replies: [
    { status: "default", mediaType: "application/json", codec: () => Done$, decode: json },
  ],
};

/** fallback */
export function fallback(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<Done, ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
