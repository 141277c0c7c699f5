import type { Codec } from "../../runtime/codec.js";

export type AddWalkRequestBody = {
  given?: Given | undefined;
};

export const AddWalkRequestBody$: Codec = {
  fields: {
    given: [() => Given$, "?"],
  },
};

export type Given =
  | One;

export const Given$: Codec = () => One$;

export type One = {
  name: string;
};

export const One$: Codec = {
  fields: {
    name: ["string", "!"],
  },
};

/** What comes back may be more one day. */
export type AddWalkResponseBody = {
  seen?: Seen | undefined;
};

export const AddWalkResponseBody$: Codec = {
  fields: {
    seen: [() => Seen$, "?"],
  },
};

export type Seen =
  | Seen1;

export const Seen$: Codec = () => Seen1$;

export type Seen1 = {
  name: string;
};

export const Seen1$: Codec = {
  fields: {
    name: ["string", "!"],
  },
};
