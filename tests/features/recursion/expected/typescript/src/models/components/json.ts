import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import type { UnknownVariant as UnknownVariant$ } from "../../runtime/variants.js";

export type Json =
  | string
  | Array<Json>
  | { [k: string]: Json }
  | UnknownVariant$;

export const Json$: Codec = {
  use: union,
  of: ["string", { array: () => Json$ }, { map: () => Json$ }],
};
