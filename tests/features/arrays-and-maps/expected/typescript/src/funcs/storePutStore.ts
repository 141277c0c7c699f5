import type { ArraysAndMapsCore } from "../core.js";
import { type Item, Item$ } from "../models/components/item.js";
import {
  type StoreModel,
  StoreModel$,
} from "../models/components/storemodel.js";
import type { ArraysAndMapsError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<StoreModel, Array<Item>> = {
  id: "putStore",
  method: "PUT",
  path: "/store",
  body: {
    mediaType: "application/json",
    codec: () => StoreModel$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: { array: () => Item$ }, decode: json },
  ],
};

/** putStore */
export function storePutStore(
  client: ArraysAndMapsCore,
  request: StoreModel,
  options?: RequestOptions,
): APIPromise<Result<Array<Item>, ArraysAndMapsError>> {
  return invoke(client, operation, request, options);
}
