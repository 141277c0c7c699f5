import type { BodiesCore } from "../core.js";
import type { BodiesError } from "../models/errors/index.js";
import {
  type UploadRequest,
  UploadRequestBody$,
} from "../models/operations/uploadop.js";
import type { RequestOptions } from "../runtime/client.js";
import { simple } from "../runtime/encoding.js";
import { multipart } from "../runtime/multipart.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<UploadRequest, void> = {
  id: "upload",
  method: "PUT",
  path: "/upload/{id}",
  params: [
    { key: "id", in: "path", name: "id", codec: "string", explode: false, encode: simple, required: true },
  ],
  placeParams,
  body: {
    mediaType: "multipart/form-data",
    key: "requestBody",
    codec: () => UploadRequestBody$,
    encode: multipart,
    required: true,
    encoding: {
      "file": { contentType: "image/png, image/jpeg", },
    },
  },
  replies: [
    { status: "204" },
  ],
};

/** upload */
export function upload(
  client: BodiesCore,
  request: UploadRequest,
  options?: RequestOptions,
): APIPromise<Result<void, BodiesError>> {
  return invoke(client, operation, request, options);
}
