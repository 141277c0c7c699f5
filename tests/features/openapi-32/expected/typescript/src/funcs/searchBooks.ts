import type { ThreeTwoCore } from "../core.js";
import type { ThreeTwoError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, void> = {
  id: "searchBooks",
  method: "M-Search",
  path: "/books",
  replies: [
    { status: "204" },
  ],
};

/** searchBooks */
export function searchBooks(
  client: ThreeTwoCore,
  options?: RequestOptions,
): APIPromise<Result<void, ThreeTwoError>> {
  return invoke(client, operation, undefined, options);
}
