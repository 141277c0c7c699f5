import type { Codec } from "../../runtime/codec.js";

export type Entry = {
  id: number;
  amount: string;
};

export const Entry$: Codec = {
  fields: {
    id: ["integer", "!"],
    amount: ["string", "!"],
  },
};
