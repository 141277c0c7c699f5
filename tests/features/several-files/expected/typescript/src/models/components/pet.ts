import type { Codec } from "../../runtime/codec.js";
import { type Tag, Tag$ } from "./tag.js";

export type Pet = {
  owner?: Owner | undefined;
  tag?: Tag | undefined;
};

export const Pet$: Codec = {
  fields: {
    owner: [() => Owner$, "?"],
    tag: [() => Tag$, "?"],
  },
};

export type Owner = {
  address?: Address | undefined;
};

export const Owner$: Codec = {
  fields: {
    address: [() => Address$, "?"],
  },
};

export type Address = {
  city?: string | undefined;
};

export const Address$: Codec = {
  fields: {
    city: ["string", "?"],
  },
};
