import type { PagedCore } from "../core.js";
import type { PagedError } from "../models/errors/index.js";
import {
  type ListResponseBody,
  ListResponseBody$,
} from "../models/operations/listresponsebody.js";
import type { RequestOptions } from "../runtime/client.js";
import { exactJSON } from "../runtime/exact.js";
import { byLink } from "../runtime/links.js";
import type { Operation } from "../runtime/operation.js";
import { type Page, type PageRule, paged } from "../runtime/paging.js";
import type { APIPromise, Result } from "../runtime/result.js";

const operation: Operation<undefined, ListResponseBody> = {
  id: "walk",
  method: "GET",
  path: "/links",
  replies: [
    { status: "200", mediaType: "application/json", codec: () => ListResponseBody$, decode: exactJSON },
  ],
};

const paging: PageRule<ListResponseBody> = {
  follow: byLink,
  next: ["info", "link"],
};

/** walk */
export function walk(
  client: PagedCore,
  options?: RequestOptions,
): APIPromise<Result<Page<ListResponseBody, ListResponseBody>, PagedError>> {
  return paged(client, operation, paging, undefined, options);
}
