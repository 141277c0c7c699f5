import type { Codec } from "../../runtime/codec.js";
import { ModelError as ModelError$ } from "../../runtime/errors.js";
import {
  type RefusalData as RefusalData$components,
  RefusalData$ as RefusalData$$components,
} from "../components/refusaldata.js";

export type RefusalData = {
  sure?: true | undefined;
  data?: RefusalData$components | undefined;
};

export const RefusalData$: Codec = {
  fields: {
    sure: [{ const: true }, "="],
    data: [() => RefusalData$$components, "?"],
  },
};

/** An error whose `data$` is {@link RefusalData}. */
export class Refusal extends ModelError$<RefusalData> {
  override name = "Refusal";

  get sure(): true | undefined {
    return this.data$.sure;
  }
}
