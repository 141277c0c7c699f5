import type { DeprecatedCore } from "../core.js";
import { legacyOld } from "../funcs/legacyOld.js";
import type { OldRequest } from "../models/operations/oldop.js";
import { Group, type RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Legacy extends Group<DeprecatedCore> {
  /**
   * The old way
   *
   * @remarks
   * Use the new way.
   *
   * @deprecated It will be removed in a future release.
   */
  old(
    request: OldRequest,
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(legacyOld(this.client, request, options));
  }
}
