import type { Codec } from "../../runtime/codec.js";
import { type ClashModel2, ClashModel2$ } from "./clashmodel2.js";

export type ClashModel = {
  userName_?: string | undefined;
  userName?: string | undefined;
  class?: string | undefined;
  twond?: string | undefined;
  refLike?: ClashModel2 | undefined;
  groU00dfE?: string | undefined;
};

export const ClashModel$: Codec = {
  fields: {
    userName_: ["string", "?", "user_name"],
    userName: ["string", "?"],
    class: ["string", "?"],
    twond: ["string", "?", "2nd"],
    refLike: [() => ClashModel2$, "?", "$ref-like"],
    groU00dfE: ["string", "?", "größe"],
  },
};
