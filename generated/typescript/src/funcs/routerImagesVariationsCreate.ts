import type { OrqCore } from "../core.js";
import type { OrqError } from "../models/errors/index.js";
import {
  type CreateImageVariationRequestBody,
  CreateImageVariationRequestBody$,
  type CreateImageVariationResponseBody,
  CreateImageVariationResponseBody$,
} from "../models/operations/createimagevariationop.js";
import type { RequestOptions } from "../runtime/client.js";
import { multipart } from "../runtime/multipart.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<CreateImageVariationRequestBody, CreateImageVariationResponseBody> = {
  id: "createImageVariation",
  method: "POST",
  path: "/v2/router/images/variations",
  body: {
    mediaType: "multipart/form-data",
    codec: () => CreateImageVariationRequestBody$,
    encode: multipart,
    required: true,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: () => CreateImageVariationResponseBody$, decode: json },
  ],
};

/**
 * Create image variation
 *
 * @remarks
 * Create an Image Variation
 */
export function routerImagesVariationsCreate(
  client: OrqCore,
  request: CreateImageVariationRequestBody,
  options?: RequestOptions,
): APIPromise<Result<CreateImageVariationResponseBody, OrqError>> {
  return invoke(client, operation, request, options);
}
