import type { Codec } from "../../runtime/codec.js";
import { dateTime } from "../../runtime/codecs.js";
import { type Model, Model$ } from "./model.js";

/** A car with "quotes", \backslashes and """ or *\/ in its text */
export type Car = {
  /** The number plate */
  plate: string;
  builtOn: string;
  /** A word that is reserved */
  class: string;
  seenAt?: Date | undefined;
  weight?: number | undefined;
  doors?: number | undefined;
  xColourCode?: string | undefined;
  model?: Model | undefined;
};

export const Car$: Codec = {
  fields: {
    plate: ["string", "!"],
    builtOn: ["string", "!"],
    class: ["string", "!"],
    seenAt: [dateTime, "?"],
    weight: ["number", "?"],
    doors: ["integer", "?"],
    xColourCode: ["string", "?", "x-colour-code"],
    model: [() => Model$, "?"],
  },
};
