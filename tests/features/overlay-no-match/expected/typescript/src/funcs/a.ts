import type { OverlaidCore } from "../core.js";
import type { OverlaidError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "a",
  method: "GET",
  path: "/a",
  replies: [
    { status: "204" },
  ],
};

/** After */
export function a(
  client: OverlaidCore,
  options?: RequestOptions,
): APIPromise<Result<void, OverlaidError>> {
  return invoke(client, operation, undefined, options);
}
