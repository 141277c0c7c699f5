import type { PagedCore } from "../core.js";
import type { PagedError } from "../models/errors/index.js";
import type { ListRequest } from "../models/operations/listop.js";
import {
  type ListResponseBody,
  ListResponseBody$,
  type Thing,
} from "../models/operations/listresponsebody.js";
import type { RequestOptions } from "../runtime/client.js";
import { form } from "../runtime/encoding.js";
import { exactJSON } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import { type Page, type PageRule, paged } from "../runtime/paging.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { byCursor } from "../runtime/turns.js";

const operation: Operation<ListRequest | undefined, ListResponseBody> = {
  id: "list",
  method: "GET",
  path: "/things",
  params: [
    { key: "afterKey", in: "query", name: "after-key", codec: "string", explode: true, encode: form },
  ],
  placeParams,
  replies: [
    { status: "200", mediaType: "application/json", codec: () => ListResponseBody$, decode: exactJSON },
  ],
};

const paging: PageRule<Thing> = {
  follow: byCursor,
  input: { at: ["afterKey"], kind: "string" },
  next: ["info", "next key"],
  results: ["dataItems"],
  items: ["dataItems"],
};

/** list */
export function list(
  client: PagedCore,
  request: ListRequest | undefined = undefined,
  options?: RequestOptions,
): APIPromise<Result<Page<ListResponseBody, Thing>, PagedError>> {
  return paged(client, operation, paging, request, options);
}
