import type { Codec } from "../../runtime/codec.js";

export type Circle = {
  shapeKind: string;
  radius?: number | undefined;
};

export const Circle$: Codec = {
  fields: {
    shapeKind: ["string", "!"],
    radius: ["number", "?"],
  },
};
