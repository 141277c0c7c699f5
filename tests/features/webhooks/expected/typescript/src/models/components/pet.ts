import type { Codec } from "../../runtime/codec.js";

export type Pet = {
  id?: string | undefined;
};

export const Pet$: Codec = {
  fields: {
    id: ["string", "?"],
  },
};
