import type { Codec } from "../../runtime/codec.js";
import { dateTime } from "../../runtime/codecs.js";
import { type Item, Item$ } from "./item.js";

export type StoreModel = {
  names?: Array<string> | undefined;
  matrix?: Array<Array<number>> | undefined;
  items?: Array<Item> | undefined;
  counts?: { [k: string]: number } | undefined;
  byName?: { [k: string]: Item } | undefined;
  inline?: Array<Inline> | undefined;
  lists?: { [k: string]: Array<string> } | undefined;
  anything?: Array<any> | undefined;
  free?: { [k: string]: any } | undefined;
};

export const StoreModel$: Codec = {
  fields: {
    names: [{ array: "string" }, "?"],
    matrix: [{ array: { array: "number" } }, "?"],
    items: [{ array: () => Item$ }, "?"],
    counts: [{ map: "integer" }, "?"],
    byName: [{ map: () => Item$ }, "?"],
    inline: [{ array: () => Inline$ }, "?"],
    lists: [{ map: { array: "string" } }, "?"],
    anything: [{ array: "any" }, "?"],
    free: [{ map: "any" }, "?"],
  },
};

export type Inline = {
  when?: Date | undefined;
};

export const Inline$: Codec = {
  fields: {
    when: [dateTime, "?"],
  },
};
