import type { Codec } from "../../runtime/codec.js";
import { type Closed, Closed$ } from "./closed.js";
import { type Open, Open$ } from "./open.js";
import { type Typed, Typed$ } from "./typed.js";

export type Bag = {
  open: Open;
  typed?: Typed | undefined;
  closed?: Closed | undefined;
  patterned?: { [k: string]: number } | undefined;
};

export const Bag$: Codec = {
  fields: {
    open: [() => Open$, "!"],
    typed: [() => Typed$, "?"],
    closed: [() => Closed$, "?"],
    patterned: [{ map: "integer" }, "?"],
  },
};
