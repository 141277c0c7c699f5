import type { BodiesCore } from "../core.js";
import { type P, P$ } from "../models/components/p.js";
import type { BodiesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<P | undefined, void> = {
  id: "json",
  method: "POST",
  path: "/json",
  body: {
    mediaType: "application/json",
    codec: () => P$,
    encode: jsonBody,
  },
  replies: [
    { status: "204" },
  ],
};

/** json */
export function json_(
  client: BodiesCore,
  request: P | undefined = undefined,
  options?: RequestOptions,
): APIPromise<Result<void, BodiesError>> {
  return invoke(client, operation, request, options);
}
