import type { Codec } from "../../runtime/codec.js";

export type Page = {
  items: Array<any>;
};

export const Page$: Codec = {
  fields: {
    items: [{ array: "any" }, "!"],
  },
};
