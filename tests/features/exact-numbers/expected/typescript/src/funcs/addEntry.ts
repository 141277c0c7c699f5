import type { ExactNumbersCore } from "../core.js";
import { type Price, Price$ } from "../models/components/price.js";
import type { ExactNumbersError } from "../models/errors/index.js";
import type { AddEntryRequest } from "../models/operations/addentryop.js";
import type { RequestOptions } from "../runtime/client.js";
import { bigint } from "../runtime/codecs.js";
import { decimal } from "../runtime/decimals.js";
import { form, json as jsonBody } from "../runtime/encoding.js";
import { decimalJSON } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import { placeParams } from "../runtime/params.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<AddEntryRequest | undefined, Price> = {
  id: "addEntry",
  method: "POST",
  path: "/entries",
  params: [
    { key: "least", in: "query", name: "least", codec: decimal, explode: true, encode: form },
    { key: "after", in: "query", name: "after", codec: bigint, explode: true, encode: form },
  ],
  placeParams,
  body: {
    mediaType: "application/json",
    key: "requestBody",
    codec: () => Price$,
    encode: jsonBody,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Price$, decode: decimalJSON },
  ],
};

/** addEntry */
export function addEntry(
  client: ExactNumbersCore,
  request: AddEntryRequest | undefined = undefined,
  options?: RequestOptions,
): APIPromise<Result<Price, ExactNumbersError>> {
  return invoke(client, operation, request, options);
}
