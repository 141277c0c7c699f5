import type { BodiesCore } from "../core.js";
import { type P, P$ } from "../models/components/p.js";
import type { BodiesError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { spaceDelimited, urlencoded } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<P, void> = {
  id: "form",
  method: "POST",
  path: "/form",
  body: {
    mediaType: "application/x-www-form-urlencoded",
    codec: () => P$,
    encode: urlencoded,
    required: true,
    encoding: {
      "tags": { explode: false, encode: spaceDelimited, },
    },
  },
  replies: [
    { status: "204" },
  ],
};

/** form */
export function form_(
  client: BodiesCore,
  request: P,
  options?: RequestOptions,
): APIPromise<Result<void, BodiesError>> {
  return invoke(client, operation, request, options);
}
