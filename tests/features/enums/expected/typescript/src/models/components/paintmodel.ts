import type { Codec } from "../../runtime/codec.js";
import { type Colour, Colour$ } from "./colour.js";

export type PaintModel = {
  /** The colours there are */
  colour: Colour;
  coats?: Coats | undefined;
  finish?: Finish | undefined;
  kind?: "wall" | undefined;
  only?: Only | undefined;
  always?: true | undefined;
  shade?: Shade | null | undefined;
};

export const PaintModel$: Codec = {
  fields: {
    colour: [() => Colour$, "!"],
    coats: [() => Coats$, "?"],
    finish: [() => Finish$, "?"],
    kind: [{ const: "wall" }, "?"],
    only: [() => Only$, "?"],
    always: [{ const: true }, "?"],
    shade: [() => Shade$, "?~"],
  },
};

export const Coats = {
  One: 1,
  Two: 2,
  Three: 3,
} as const;
export type Coats = (typeof Coats)[keyof typeof Coats];

export const Coats$: Codec = { enum: [1, 2, 3] };

export const Finish = {
  Matt: "matt",
  HighGloss: "high gloss",
  Empty: "",
  OneHundred: "100%",
  Class: "class",
} as const;
export type Finish = (typeof Finish)[keyof typeof Finish];

export const Finish$: Codec = { enum: ["matt", "high gloss", "", "100%", "class"] };

export const Only = {
  One: "one",
} as const;
export type Only = (typeof Only)[keyof typeof Only];

export const Only$: Codec = { enum: ["one"] };

export const Shade = {
  Dark: "dark",
  Light: "light",
} as const;
export type Shade = (typeof Shade)[keyof typeof Shade];

export const Shade$: Codec = { enum: ["dark", "light"] };
