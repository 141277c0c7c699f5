import type { Codec } from "../../runtime/codec.js";

export type Cat = {
  is: "cat";
  lives?: number | undefined;
};

export const Cat$: Codec = {
  fields: {
    is: [{ const: "cat" }, "!"],
    lives: ["integer", "?"],
  },
};
