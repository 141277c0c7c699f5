import type { Codec } from "../../runtime/codec.js";
import { ModelError as ModelError$ } from "../../runtime/errors.js";

export type FaultData = {
  message: string;
  /** What went wrong */
  code?: string | undefined;
};

export const FaultData$: Codec = {
  fields: {
    message: ["string", "!"],
    code: ["string", "?"],
  },
};

/** An error whose `data$` is {@link FaultData}. */
export class Fault extends ModelError$<FaultData> {
  override name = "Fault";

  /** What went wrong */
  get code(): string | undefined {
    return this.data$.code;
  }
}
