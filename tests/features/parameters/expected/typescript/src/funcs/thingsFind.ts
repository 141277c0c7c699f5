import type { ParametersCore } from "../core.js";
import type { ParametersError } from "../models/errors/index.js";
import { Filter$, type FindRequest } from "../models/operations/findop.js";
import type { RequestOptions } from "../runtime/client.js";
import { dateTime } from "../runtime/codecs.js";
import {
  content,
  deepObject,
  form,
  label,
  matrix,
  pipeDelimited,
  simple,
  spaceDelimited,
} from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<FindRequest, void> = {
  id: "find",
  method: "GET",
  path: "/a/{simple}/{label}/{matrix}",
  params: [
    { key: "simple", in: "path", name: "simple", codec: "string", explode: false, encode: simple, required: true },
    { key: "label", in: "path", name: "label", codec: { array: "string" }, explode: false, encode: label, required: true },
    { key: "matrix", in: "path", name: "matrix", codec: "integer", explode: true, encode: matrix, required: true },
    { key: "q", in: "query", name: "q", codec: "string", explode: true, encode: form, required: true },
    { key: "ids", in: "query", name: "ids", codec: { array: "integer" }, explode: false, encode: form },
    { key: "pipe", in: "query", name: "pipe[]", codec: { array: "string" }, explode: false, encode: pipeDelimited },
    { key: "space", in: "query", name: "space", codec: { array: "string" }, explode: false, encode: spaceDelimited },
    { key: "filter", in: "query", name: "filter", codec: () => Filter$, explode: false, encode: deepObject },
    { key: "raw", in: "query", name: "raw", codec: "string", explode: true, encode: form, allowReserved: true },
    { key: "json", in: "query", name: "json", codec: { map: "any" }, content: "application/json", encode: content },
    { key: "since", in: "query", name: "since", codec: dateTime, explode: true, encode: form },
    { key: "limit", in: "query", name: "limit", codec: "integer", explode: true, encode: form },
    { key: "xTraceId", in: "header", name: "X-Trace-Id", codec: "string", explode: false, encode: simple },
    { key: "session", in: "cookie", name: "session", codec: "string", explode: true, encode: form },
  ],
  placeParams,
  replies: [
    { status: "204" },
  ],
};

/** find */
export function thingsFind(
  client: ParametersCore,
  request: FindRequest,
  options?: RequestOptions,
): APIPromise<Result<void, ParametersError>> {
  return invoke(client, operation, request, options);
}
