/** Variables of servers: those with an option of their own, and the values they may have. */

import type { Variables } from "./client.js";
import { RequestValidationError } from "./errors.js";

type Named<Value> = readonly (readonly [name: string, value: Value])[];

/** Values for variables: those that have an option go before the others. */
export function withOptions(
  params: Variables | undefined,
  named: Named<string | undefined>,
): Variables {
  const given = named.filter(([, value]) => value !== undefined);
  return { ...params, ...Object.fromEntries(given) };
}

/** Refuses values that the document does not list. */
export function oneOf(
  choices: Named<readonly string[]>,
): (variables: Variables) => void {
  return (variables) => {
    for (const [name, listed] of choices) {
      const value = variables[name];
      if (value !== undefined && !listed.includes(value))
        throw new RequestValidationError(
          `Server variable ${name}: one of ${listed.map((text) => JSON.stringify(text)).join(", ")}`,
        );
    }
  };
}
