import type { OrqCore } from "../core.js";
import type { OrqError } from "../models/errors/orqerror.js";
import type { DeleteFileRequest } from "../models/operations/deletefile.js";
import type { RequestOptions } from "../runtime/client.js";
import { simple } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<DeleteFileRequest, void> = {
  id: "deleteFile",
  method: "DELETE",
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
  replies: [{ status: "204" }],
};

/** Delete a file */
export function filesDelete(
  client: OrqCore,
  request: DeleteFileRequest,
  options?: RequestOptions,
): APIPromise<Result<void, OrqError>> {
  return invoke(client, operation, request, options);
}
