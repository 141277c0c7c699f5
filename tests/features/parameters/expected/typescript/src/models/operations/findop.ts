import type { Codec } from "../../runtime/codec.js";
import { dateTime } from "../../runtime/codecs.js";

export type Filter = {
  minPrice?: number | undefined;
};

export const Filter$: Codec = {
  fields: {
    minPrice: ["number", "?"],
  },
};

export type FindRequest = {
  simple: string;
  label: Array<string>;
  matrix: number;
  /** What to find */
  q: string;
  ids?: Array<number> | undefined;
  pipe?: Array<string> | undefined;
  space?: Array<string> | undefined;
  filter?: Filter | undefined;
  raw?: string | undefined;
  json?: { [k: string]: any } | undefined;
  since?: Date | undefined;
  limit?: number | undefined;
  xTraceId?: string | undefined;
  session?: string | undefined;
};

export const FindRequest$: Codec = {
  fields: {
    simple: ["string", "!"],
    label: [{ array: "string" }, "!"],
    matrix: ["integer", "!"],
    q: ["string", "!"],
    ids: [{ array: "integer" }, "?"],
    pipe: [{ array: "string" }, "?", "pipe[]"],
    space: [{ array: "string" }, "?"],
    filter: [() => Filter$, "?"],
    raw: ["string", "?"],
    json: [{ map: "any" }, "?"],
    since: [dateTime, "?"],
    limit: ["integer", "?"],
    xTraceId: ["string", "?", "X-Trace-Id"],
    session: ["string", "?"],
  },
};
