import type { Codec } from "../../runtime/codec.js";
import { bigint } from "../../runtime/codecs.js";
import { decimal } from "../../runtime/decimals.js";

export type Price = {
  value: string;
  taxes?: Array<string> | undefined;
  serial?: bigint | undefined;
};

export const Price$: Codec = {
  fields: {
    value: [decimal, "!"],
    taxes: [{ array: decimal }, "?"],
    serial: [bigint, "?"],
  },
};
