import type { SecurityCore } from "../core.js";
import type { SecurityError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "scoped",
  method: "GET",
  path: "/f",
  replies: [
    { status: "204" },
  ],
  security: [["oauth read write"]],
};

/** scoped */
export function scoped(
  client: SecurityCore,
  options?: RequestOptions,
): APIPromise<Result<void, SecurityError>> {
  return invoke(client, operation, undefined, options);
}
