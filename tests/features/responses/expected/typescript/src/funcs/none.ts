import type { ResponsesCore } from "../core.js";
import type { ResponsesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "none",
  method: "DELETE",
  path: "/none",
  replies: [
    { status: "204" },
  ],
};

/** none */
export function none(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<void, ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
