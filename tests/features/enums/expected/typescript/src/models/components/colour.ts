import type { Codec } from "../../runtime/codec.js";

/** The colours there are */
export const Colour = {
  Red: "red",
  RED: "RED",
  DarkBlue: "dark-blue",
  DarkBlue_: "dark blue",
  ItSQuoted: "it's \"quoted\"",
  Minus1: "-1",
  Value: "*/",
} as const;
export type Colour = (typeof Colour)[keyof typeof Colour];

export const Colour$: Codec = { enum: ["red", "RED", "dark-blue", "dark blue", "it's \"quoted\"", "-1", "*/"] };
