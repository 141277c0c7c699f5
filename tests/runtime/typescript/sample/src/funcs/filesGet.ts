import type { OrqCore } from "../core.js";
import { StoredFile$ } from "../models/components/storedfile.js";
import type { StoredFile } from "../models/components/storedfile.js";
import {
  HonoApiError,
  HonoApiErrorData$,
} from "../models/errors/honoapierror.js";
import type { OrqError } from "../models/errors/orqerror.js";
import type { GetFileRequest } from "../models/operations/getfile.js";
import type { RequestOptions } from "../runtime/client.js";
import { simple } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<GetFileRequest, StoredFile> = {
  id: "getFile",
  method: "GET",
  path: "/v2/files/{file_id}",
  params: [
    {
      key: "fileId",
      in: "path",
      name: "file_id",
      codec: "string",
      required: true,
      encode: simple,
    },
  ],
  placeParams,
  replies: [
    {
      status: "200",
      mediaType: "application/json",
      codec: StoredFile$,
      decode: json,
    },
  ],
  errors: [
    {
      status: "404",
      mediaType: "application/json",
      codec: HonoApiErrorData$,
      error: HonoApiError,
      decode: json,
    },
  ],
};

/** Get a file */
export function filesGet(
  client: OrqCore,
  request: GetFileRequest,
  options?: RequestOptions,
): APIPromise<Result<StoredFile, HonoApiError | OrqError>> {
  return invoke(client, operation, request, options);
}
