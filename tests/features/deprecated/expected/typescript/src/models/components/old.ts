import type { Codec } from "../../runtime/codec.js";

/**
 * Once good
 *
 * @deprecated It will be removed in a future release.
 */
export type Old = {
  name: string;
  /**
   * Use name
   *
   * @deprecated It will be removed in a future release.
   */
  title?: string | undefined;
};

export const Old$: Codec = {
  fields: {
    name: ["string", "!"],
    title: ["string", "?"],
  },
};
