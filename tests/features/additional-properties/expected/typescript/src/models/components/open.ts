import type { Codec } from "../../runtime/codec.js";
import { open } from "../../runtime/codecs.js";

export type Open = {
  id?: string | undefined;
  additionalProperties?: { [k: string]: any } | undefined;
};

export const Open$: Codec = {
  use: open,
  fields: {
    id: ["string", "?"],
  },
  extra: "any",
};
