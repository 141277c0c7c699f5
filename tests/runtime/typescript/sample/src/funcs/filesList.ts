import type { OrqCore } from "../core.js";
import { FilePurpose$, StoredFile$ } from "../models/components/storedfile.js";
import type { StoredFile } from "../models/components/storedfile.js";
import type { OrqError } from "../models/errors/orqerror.js";
import type { ListFilesRequest } from "../models/operations/listfiles.js";
import type { RequestOptions } from "../runtime/client.js";
import { dateTime } from "../runtime/codecs.js";
import { form } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<ListFilesRequest | undefined, Array<StoredFile>> = {
  id: "listFiles",
  method: "GET",
  path: "/v2/files",
  params: [
    {
      key: "limit",
      in: "query",
      name: "limit",
      explode: true,
      codec: "integer",
      encode: form,
    },
    {
      key: "purposes",
      in: "query",
      name: "purposes",
      explode: false,
      codec: { array: () => FilePurpose$ },
      encode: form,
    },
    {
      key: "createdAfter",
      in: "query",
      name: "created_after",
      explode: true,
      codec: dateTime,
      encode: form,
    },
  ],
  placeParams,
  replies: [
    {
      status: "200",
      mediaType: "application/json",
      codec: { array: () => StoredFile$ },
      decode: json,
    },
  ],
};

/** List files */
export function filesList(
  client: OrqCore,
  request?: ListFilesRequest,
  options?: RequestOptions,
): APIPromise<Result<Array<StoredFile>, OrqError>> {
  return invoke(client, operation, request, options);
}
