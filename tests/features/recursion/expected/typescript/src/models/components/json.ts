import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";

export type Json =
  | string
  | Array<Json>
  | { [k: string]: Json };

export const Json$: Codec = {
  use: union,
  of: ["string", { array: () => Json$ }, { map: () => Json$ }],
};
