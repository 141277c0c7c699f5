import type { Codec } from "../../runtime/codec.js";
import { open } from "../../runtime/codecs.js";

export type TypedTyped = {
  size?: number | undefined;
};

export const TypedTyped$: Codec = {
  fields: {
    size: ["integer", "?"],
  },
};

export type Typed = {
  id?: string | undefined;
  additionalProperties?: { [k: string]: TypedTyped } | undefined;
};

export const Typed$: Codec = {
  use: open,
  fields: {
    id: ["string", "?"],
  },
  extra: () => TypedTyped$,
};
