import type { Codec } from "../../runtime/codec.js";

export type Strict = {
  value: string;
  children?: Array<Strict> | undefined;
};

export const Strict$: Codec = {
  fields: {
    value: ["string", "!"],
    children: [{ array: () => Strict$ }, "?"],
  },
};
