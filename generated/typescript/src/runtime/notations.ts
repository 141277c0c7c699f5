/** Bodies of which one value may be written in several media types. */

import type { RequestOptions } from "./client.js";
import type { Body } from "./operation.js";
import { headerPairs } from "./request.js";

/** Writes the notation that the call asks for by its header Content-Type, else the first. */
export function notations(first: Body["encode"]): Body["encode"] {
  return (value, body, options) => {
    const asked = contentTypes(options);
    const chosen = body.others?.find(({ mediaType }) =>
      asked.includes(base(mediaType)),
    );
    return chosen
      ? chosen.encode(value, chosen, options)
      : first(value, body, options);
  };
}

function contentTypes({ fetchOptions, headers }: RequestOptions): string[] {
  return [fetchOptions?.headers, headers]
    .flatMap((given) => [...headerPairs(given)])
    .filter(([name]) => name.toLowerCase() === "content-type")
    .map(([, type]) => base(type));
}

/** A media type without its parameters. */
function base(type: string): string {
  return type.split(";")[0]!.trim().toLowerCase();
}
