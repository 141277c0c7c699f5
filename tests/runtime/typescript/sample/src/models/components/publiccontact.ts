import type { Codec } from "../../runtime/codec.js";

export type PublicContact = {
  /** Unique identifier for the contact */
  id: string;
  displayName?: string | undefined;
  email?: string | null | undefined;
  metadata?: Array<{ [k: string]: any }> | undefined;
  logoUrl?: string | undefined;
  tags?: Array<string> | undefined;
};

export const PublicContact$: Codec = {
  fields: {
    id: ["string", "!"],
    displayName: ["string", "?", "display_name"],
    email: ["string", "?~"],
    metadata: [{ array: { map: "any" } }, "?"],
    logoUrl: ["string", "?", "logo_url"],
    tags: [{ array: "string" }, "?"],
  },
};
