import type { ResponsesCore } from "../core.js";
import { Done$ } from "../models/components/done.js";
import { Later$ } from "../models/components/later.js";
import { Fault, FaultData$ } from "../models/errors/fault.js";
import type { ResponsesError } from "../models/errors/index.js";
import {
  Refusal as Refusal$errors,
  RefusalData$ as RefusalData$$errors,
} from "../models/errors/refusal.js";
import {
  SeveralResponse424ResponseBody,
  SeveralResponse424ResponseBodyData$,
  SeveralResponseBody,
  SeveralResponseBodyData$,
  SeveralResponseResponseBody,
  SeveralResponseResponseBodyData$,
} from "../models/errors/severalop.js";
import type { SeveralResponse } from "../models/operations/severalop.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, SeveralResponse> = {
  id: "several",
  method: "GET",
  path: "/several",
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Done$, decode: json },
    { status: "202", mediaType: "application/json", codec: () => Later$, decode: json },
  ],
  errors: [
    { status: "404", mediaType: "application/json", codec: () => FaultData$, decode: json, error: Fault },
    { status: "409", mediaType: "application/json", codec: () => RefusalData$$errors, decode: json, error: Refusal$errors },
    { status: "5XX", mediaType: "application/json", codec: () => FaultData$, decode: json, error: Fault },
    { status: "422", mediaType: "application/json", codec: () => SeveralResponseBodyData$, decode: json, error: SeveralResponseBody },
    { status: "423", mediaType: "application/json", codec: () => SeveralResponseResponseBodyData$, decode: json, error: SeveralResponseResponseBody },
    { status: "424", mediaType: "application/json", codec: () => SeveralResponse424ResponseBodyData$, decode: json, error: SeveralResponse424ResponseBody },
  ],
};

/** several */
export function several(
  client: ResponsesCore,
  options?: RequestOptions,
): APIPromise<Result<SeveralResponse, Fault | Refusal$errors | SeveralResponseBody | SeveralResponseResponseBody | SeveralResponse424ResponseBody | ResponsesError>> {
  return invoke(client, operation, undefined, options);
}
