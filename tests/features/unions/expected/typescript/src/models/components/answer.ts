import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import type { UnknownVariant as UnknownVariant$ } from "../../runtime/variants.js";
import { type Cat, Cat$ } from "./cat.js";
import { type Circle, Circle$ } from "./circle.js";
import { type Dog, Dog$ } from "./dog.js";
import { type Square, Square$ } from "./square.js";

export type Answer = {
  stated?: Stated | undefined;
  seen?: Seen | undefined;
  loose?: Loose | undefined;
  many?: Array<Many> | undefined;
  text?: string | undefined;
};

export const Answer$: Codec = {
  fields: {
    stated: [() => Stated$, "?"],
    seen: [() => Seen$, "?"],
    loose: [() => Loose$, "?"],
    many: [{ array: () => Many$ }, "?"],
    text: ["string", "?"],
  },
};

export type Stated =
  | Circle
  | Square
  | UnknownVariant$<"shapeKind">;

export const Stated$: Codec = {
  use: union,
  of: [() => Circle$, () => Square$],
  by: ["shapeKind", {
    "round": () => Circle$,
    "square": () => Square$,
  }],
};

export type Seen =
  | Cat
  | Dog
  | UnknownVariant$<"is">;

export const Seen$: Codec = {
  use: union,
  of: [() => Cat$, () => Dog$],
  by: ["is", {
    "cat": () => Cat$,
    "dog": () => Dog$,
  }],
};

export type Loose =
  | string
  | number
  | Cat
  | UnknownVariant$;

export const Loose$: Codec = {
  use: union,
  of: ["string", "integer", () => Cat$],
};

export type Many =
  | string
  | Array<string>
  | UnknownVariant$;

export const Many$: Codec = {
  use: union,
  of: ["string", { array: "string" }],
};
