import type { RetriesCore } from "../core.js";
import type { RetriesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "off",
  method: "GET",
  path: "/off",
  replies: [
    { status: "204" },
  ],
  retries: {
    strategy: "none",
  },
};

/** off */
export function off(
  client: RetriesCore,
  options?: RequestOptions,
): APIPromise<Result<void, RetriesError>> {
  return invoke(client, operation, undefined, options);
}
