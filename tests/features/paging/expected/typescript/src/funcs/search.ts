import type { PagedCore } from "../core.js";
import type { PagedError } from "../models/errors/index.js";
import {
  type ListResponseBody,
  ListResponseBody$,
} from "../models/operations/listresponsebody.js";
import {
  type SearchRequest,
  SearchRequestBody$,
} from "../models/operations/searchop.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody, simple } from "../runtime/encoding.js";
import { exactJSON } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import { type Page, type PageRule, paged } from "../runtime/paging.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { byPage } from "../runtime/turns.js";

const operation: Operation<SearchRequest, ListResponseBody> = {
  id: "search",
  method: "PUT",
  path: "/things",
  params: [
    { key: "xId", in: "header", name: "X-Id", codec: "string", explode: false, encode: simple },
  ],
  placeParams,
  body: {
    mediaType: "application/json",
    key: "requestBody",
    codec: () => SearchRequestBody$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: () => ListResponseBody$, decode: exactJSON },
  ],
};

const paging: PageRule<ListResponseBody> = {
  follow: byPage,
  input: { at: ["requestBody", "pageNo"], kind: "integer" },
  total: ["info", "count"],
};

/** search */
export function search(
  client: PagedCore,
  request: SearchRequest,
  options?: RequestOptions,
): APIPromise<Result<Page<ListResponseBody, ListResponseBody>, PagedError>> {
  return paged(client, operation, paging, request, options);
}
