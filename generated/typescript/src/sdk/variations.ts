import type { OrqCore } from "../core.js";
import { routerImagesVariationsCreate } from "../funcs/routerImagesVariationsCreate.js";
import type {
  CreateImageVariationRequestBody,
  CreateImageVariationResponseBody,
} from "../models/operations/createimagevariationop.js";
import { Group, type RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Variations extends Group<OrqCore> {
  /**
   * Create image variation
   *
   * @remarks
   * Create an Image Variation
   */
  create(
    request: CreateImageVariationRequestBody,
    options?: RequestOptions,
  ): Promise<CreateImageVariationResponseBody> {
    return unwrap(routerImagesVariationsCreate(this.client, request, options));
  }
}
