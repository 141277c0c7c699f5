import type { Codec } from "../../runtime/codec.js";
import type { Unrecognized as Unrecognized$ } from "../../runtime/variants.js";

export type Norway = {
  no?: No | undefined;
  on?: string | undefined;
  one?: string | undefined;
  true?: string | undefined;
  null?: number | undefined;
};

export const Norway$: Codec = {
  fields: {
    no: [() => No$, "?"],
    on: ["string", "?"],
    one: ["string", "?", "1"],
    true: ["string", "?"],
    null: ["integer", "?"],
  },
};

export const No = {
  NO: "NO",
  No: "no",
  Yes: "yes",
  On: "on",
  Off: "off",
  Y: "y",
  TwentyMillionTwoHundredAndFortyThousandOneHundredAndOne: "2024-01-01",
  Onee3x: "1e3x",
  Twelvex: "012x",
  X: "~x",
} as const;
export type No = (typeof No)[keyof typeof No] | Unrecognized$<string>;

export const No$: Codec = { enum: ["NO", "no", "yes", "on", "off", "y", "2024-01-01", "1e3x", "012x", "~x"], open: true };
