import type { ResponsesCore } from "../core.js";
import { type Done, Done$ } from "../models/components/done.js";
import type { ResponsesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, Done | undefined> = {
  id: "perhaps",
  method: "GET",
  path: "/perhaps",
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Done$, decode: json },
    { status: "204" },
  ],
};

/** perhaps */
export function perhaps(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<Done | undefined, ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
