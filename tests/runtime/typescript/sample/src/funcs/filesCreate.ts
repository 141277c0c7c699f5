import type { OrqCore } from "../core.js";
import { StoredFile$ } from "../models/components/storedfile.js";
import type { StoredFile } from "../models/components/storedfile.js";
import type { OrqError } from "../models/errors/orqerror.js";
import { CreateFileRequestBody$ } from "../models/operations/createfile.js";
import type { CreateFileRequestBody } from "../models/operations/createfile.js";
import type { RequestOptions } from "../runtime/client.js";
import { multipart } from "../runtime/multipart.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<CreateFileRequestBody, StoredFile> = {
  id: "createFile",
  method: "POST",
  path: "/v2/files",
  body: {
    mediaType: "multipart/form-data",
    codec: CreateFileRequestBody$,
    encode: multipart,
    required: true,
    encoding: { tags: { explode: true } },
  },
  replies: [
    {
      status: "200",
      mediaType: "application/json",
      codec: StoredFile$,
      decode: json,
    },
  ],
};

/** Upload a file */
export function filesCreate(
  client: OrqCore,
  request: CreateFileRequestBody,
  options?: RequestOptions,
): APIPromise<Result<StoredFile, OrqError>> {
  return invoke(client, operation, request, options);
}
