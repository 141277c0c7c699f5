import type { The3rdCore } from "../core.js";
import { clashGetItem } from "../funcs/clashGetItem.js";
import { clashGetItemAsync } from "../funcs/clashGetItemAsync.js";
import { clashGetItem_ } from "../funcs/clashGetItem_.js";
import { clashGetNoIdName } from "../funcs/clashGetNoIdName.js";
import type { ClashModel } from "../models/components/clashmodel.js";
import type { GetNoIdNameRequest } from "../models/operations/getnoidnameop.js";
import { Group, type RequestOptions } from "../runtime/client.js";
import { unwrap } from "../runtime/result.js";

export class Clash extends Group<The3rdCore> {
  /** getItem */
  getItem(
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(clashGetItem(this.client, options));
  }

  /** get_item */
  getItem_(
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(clashGetItem_(this.client, options));
  }

  /** get_item_async */
  getItemAsync(
    options?: RequestOptions,
  ): Promise<void> {
    return unwrap(clashGetItemAsync(this.client, options));
  }

  /** get_/no/{id}/name */
  getNoIdName(
    request: GetNoIdNameRequest,
    options?: RequestOptions,
  ): Promise<ClashModel> {
    return unwrap(clashGetNoIdName(this.client, request, options));
  }
}
