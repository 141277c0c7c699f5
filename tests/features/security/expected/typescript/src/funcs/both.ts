import type { SecurityCore } from "../core.js";
import type { SecurityError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "both",
  method: "GET",
  path: "/d",
  replies: [
    { status: "204" },
  ],
  security: [["headerKey", "queryKey"], ["cookieKey"]],
};

/** both */
export function both(
  client: SecurityCore,
  options?: RequestOptions,
): APIPromise<Result<void, SecurityError>> {
  return invoke(client, operation, undefined, options);
}
