import type { GlobalsCore } from "../core.js";
import type { GlobalsError } from "../models/errors/index.js";
import type { GetRequest } from "../models/operations/getop.js";
import type { RequestOptions } from "../runtime/client.js";
import { form, simple } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<GetRequest, void> = {
  id: "get",
  method: "GET",
  path: "/pets/{id}",
  params: [
    { key: "id", in: "path", name: "id", codec: "string", explode: false, encode: simple, required: true },
    { key: "region", in: "query", name: "region", codec: "string", explode: true, encode: form, client: "region" },
    { key: "contactId", in: "header", name: "contactId", codec: "string", explode: false, encode: simple, client: "contactId" },
  ],
  placeParams,
  replies: [
    { status: "204" },
  ],
};

/** get */
export function petsGet(
  client: GlobalsCore,
  request: GetRequest,
  options?: RequestOptions,
): APIPromise<Result<void, GlobalsError>> {
  return invoke(client, operation, request, options);
}
