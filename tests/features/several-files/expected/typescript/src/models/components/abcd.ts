import type { Codec } from "../../runtime/codec.js";
import { type Plain, Plain$ } from "./plain.js";

export type ABCD = {
  /** Said beside the reference */
  described?: Plain | undefined;
  /** Said at the schema */
  narrowed?: Narrowed | undefined;
  /** Said at the schema */
  widened?: Widened | undefined;
};

export const ABCD$: Codec = {
  fields: {
    described: [() => Plain$, "?"],
    narrowed: [() => Narrowed$, "?"],
    widened: [() => Widened$, "?"],
  },
};

/** Said at the schema */
export type Narrowed = {
  w: string;
};

export const Narrowed$: Codec = {
  fields: {
    w: ["string", "!"],
  },
};

/** Said at the schema */
export type Widened = {
  w?: string | undefined;
  extra?: number | undefined;
};

export const Widened$: Codec = {
  fields: {
    w: ["string", "?"],
    extra: ["integer", "?"],
  },
};
