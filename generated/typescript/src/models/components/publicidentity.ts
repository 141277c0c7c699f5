import type { Codec } from "../../runtime/codec.js";

/** Information about the identity making the request. */
export type PublicIdentity = {
  /** Unique identifier for the contact */
  id: string;
  /** Display name of the contact */
  displayName?: string | undefined;
  /** Email address of the contact */
  email?: string | undefined;
  /** Anything else that is known about the contact */
  metadata?: Array<{ [k: string]: any }> | undefined;
  /** URL of the contact's avatar or logo */
  logoUrl?: string | undefined;
  /** Tags of the contact */
  tags?: Array<string> | undefined;
};

export const PublicIdentity$: Codec = {
  fields: {
    id: ["string", "!"],
    displayName: ["string", "?", "display_name"],
    email: ["string", "?"],
    metadata: [{ array: { map: "any" } }, "?"],
    logoUrl: ["string", "?", "logo_url"],
    tags: [{ array: "string" }, "?"],
  },
};
