import type { OrqCore } from "../core.js";
import type { OrqError } from "../models/errors/orqerror.js";
import type { GetFileContentRequest } from "../models/operations/getfilecontent.js";
import type { RequestOptions } from "../runtime/client.js";
import { simple } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import { binary } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<
  GetFileContentRequest,
  ReadableStream<Uint8Array>
> = {
  id: "getFileContent",
  method: "GET",
  path: "/v2/files/{file_id}/content",
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
    { status: "200", mediaType: "application/octet-stream", decode: binary },
  ],
};

/** Get the content of a file */
export function filesContent(
  client: OrqCore,
  request: GetFileContentRequest,
  options?: RequestOptions,
): APIPromise<Result<ReadableStream<Uint8Array>, OrqError>> {
  return invoke(client, operation, request, options);
}
