import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import { type Other, Other$ } from "./other.js";

export type Note = {
  must: string;
  mustOr: string | null;
  mayOr?: number | null | undefined;
  list?: Array<string | null> | undefined;
  other?: Other | null | undefined;
  either?: Either | null | undefined;
  several?: Several | null | undefined;
};

export const Note$: Codec = {
  fields: {
    must: ["string", "!"],
    mustOr: ["string", "!~"],
    mayOr: ["integer", "?~"],
    list: [{ array: { nullable: "string" } }, "?"],
    other: [() => Other$, "?~"],
    either: [() => Either$, "?~"],
    several: [() => Several$, "?~"],
  },
};

export type Either =
  | string
  | number;

export const Either$: Codec = {
  use: union,
  of: ["string", "integer"],
};

export type Several =
  | string
  | number;

export const Several$: Codec = {
  use: union,
  of: ["string", "integer"],
};
