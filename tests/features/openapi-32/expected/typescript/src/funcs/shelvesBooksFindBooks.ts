import type { ThreeTwoCore } from "../core.js";
import { type Book, Book$ } from "../models/components/book.js";
import { type Filter, Filter$ } from "../models/components/filter.js";
import type { ThreeTwoError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<Filter, Array<Book>> = {
  id: "findBooks",
  method: "QUERY",
  path: "/books",
  body: {
    mediaType: "application/json",
    codec: () => Filter$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: { array: () => Book$ }, decode: json },
  ],
};

/** findBooks */
export function shelvesBooksFindBooks(
  client: ThreeTwoCore,
  request: Filter,
  options?: RequestOptions,
): APIPromise<Result<Array<Book>, ThreeTwoError>> {
  return invoke(client, operation, request, options);
}
