import type { SecurityCore } from "../core.js";
import type { SecurityError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "optional",
  method: "GET",
  path: "/e",
  replies: [
    { status: "204" },
  ],
  security: [["token"], []],
};

/** optional */
export function optional(
  client: SecurityCore,
  options?: RequestOptions,
): APIPromise<Result<void, SecurityError>> {
  return invoke(client, operation, undefined, options);
}
