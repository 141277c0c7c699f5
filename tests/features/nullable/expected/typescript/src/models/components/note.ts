import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import { type Other, Other$ } from "./other.js";

export type Note = {
  must: string;
  mustOr: string | null;
  may?: number | undefined;
  mayOr?: number | null | undefined;
  list?: Array<string | null> | undefined;
  other?: Other | null | undefined;
  either?: Either | null | undefined;
};

export const Note$: Codec = {
  fields: {
    must: ["string", "!"],
    mustOr: ["string", "!~"],
    may: ["integer", "?"],
    mayOr: ["integer", "?~"],
    list: [{ array: { nullable: "string" } }, "?"],
    other: [() => Other$, "?~"],
    either: [() => Either$, "?~"],
  },
};

export type Either =
  | string
  | number;

export const Either$: Codec = {
  use: union,
  of: ["string", "integer"],
};
