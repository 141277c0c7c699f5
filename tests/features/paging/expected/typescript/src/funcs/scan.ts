import type { PagedCore } from "../core.js";
import type { PagedError } from "../models/errors/index.js";
import type { ScanRequest } from "../models/operations/scanop.js";
import type { RequestOptions } from "../runtime/client.js";
import { form } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { type Page, type PageRule, paged } from "../runtime/paging.js";
import { placeParams } from "../runtime/params.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { byOffset } from "../runtime/turns.js";

const operation: Operation<ScanRequest | undefined, Array<string>> = {
  id: "scan",
  method: "GET",
  path: "/rows",
  params: [
    { key: "at", in: "query", name: "at", codec: "integer", explode: true, encode: form },
    { key: "size", in: "query", name: "size", codec: "integer", explode: true, encode: form },
  ],
  placeParams,
  replies: [
    { status: "200", mediaType: "application/json", codec: { array: "string" }, decode: json },
  ],
};

const paging: PageRule<string> = {
  follow: byOffset,
  input: { at: ["at"], kind: "integer", start: 3 },
  limit: { at: ["size"], kind: "integer" },
  results: [],
  items: [],
};

/** scan */
export function scan(
  client: PagedCore,
  request: ScanRequest | undefined = undefined,
  options?: RequestOptions,
): APIPromise<Result<Page<Array<string>, string>, PagedError>> {
  return paged(client, operation, paging, request, options);
}
