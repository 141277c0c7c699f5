import type { RetriesCore } from "../core.js";
import type { RetriesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "counted",
  method: "GET",
  path: "/counted",
  replies: [
    { status: "204" },
  ],
  retries: {
    strategy: "attempt-count-backoff",
    backoff: { initialInterval: 500, maxInterval: 60000, exponent: 1.5, maxElapsedTime: 3600000 },
    maxRetries: 0,
  },
  retryCodes: ["503"],
};

/** counted */
export function counted(
  client: RetriesCore,
  options?: RequestOptions,
): APIPromise<Result<void, RetriesError>> {
  return invoke(client, operation, undefined, options);
}
