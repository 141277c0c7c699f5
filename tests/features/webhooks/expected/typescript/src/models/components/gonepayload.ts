import type { Codec } from "../../runtime/codec.js";

export type GonePayload = {
  id?: string | undefined;
};

export const GonePayload$: Codec = {
  fields: {
    id: ["string", "?"],
  },
};
