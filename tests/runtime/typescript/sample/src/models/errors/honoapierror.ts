import type { Codec } from "../../runtime/codec.js";
import { ModelError } from "../../runtime/errors.js";

export type HonoApiErrorData = {
  code: number;
  message: string;
};

export const HonoApiErrorData$: Codec = {
  fields: {
    code: ["number", "!"],
    message: ["string", "!"],
  },
};

/** Response of an error */
export class HonoApiError extends ModelError<HonoApiErrorData> {
  override name = "HonoApiError";

  get code(): number {
    return this.data$.code;
  }
}
