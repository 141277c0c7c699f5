import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import { ModelError as ModelError$ } from "../../runtime/errors.js";
import type { UnknownVariant as UnknownVariant$ } from "../../runtime/variants.js";
import { type Later, Later$ } from "../components/later.js";
import { type FaultData, FaultData$ } from "./fault.js";

/** Which */
export type SeveralResponseBodyData =
  | FaultData
  | Later
  | UnknownVariant$;

export const SeveralResponseBodyData$: Codec = {
  use: union,
  of: [() => FaultData$, () => Later$],
};

/** An error whose `data$` is {@link SeveralResponseBodyData}. */
export class SeveralResponseBody extends ModelError$<SeveralResponseBodyData> {
  override name = "SeveralResponseBody";
}

export type SeveralResponseResponseBodyData =
  | Array<FaultData>;

export const SeveralResponseResponseBodyData$: Codec = { array: () => FaultData$ };

/** An error whose `data$` is {@link SeveralResponseResponseBodyData}. */
export class SeveralResponseResponseBody extends ModelError$<SeveralResponseResponseBodyData> {
  override name = "SeveralResponseResponseBody";
}

export type SeveralResponse424ResponseBodyData =
  | { [k: string]: string };

export const SeveralResponse424ResponseBodyData$: Codec = { map: "string" };

/** An error whose `data$` is {@link SeveralResponse424ResponseBodyData}. */
export class SeveralResponse424ResponseBody extends ModelError$<SeveralResponse424ResponseBodyData> {
  override name = "SeveralResponse424ResponseBody";
}
