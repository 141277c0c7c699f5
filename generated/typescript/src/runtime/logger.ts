/** The debug log: requests and responses without bodies and without secrets. */

import type { Scheme } from "./security.js";

/** Shaped like `console`. */
export interface Logger {
  group(label?: string): void;
  groupEnd(): void;
  log(message: string, ...details: unknown[]): void;
}

type Schemes = { readonly [name: string]: Scheme };

function isSecret(schemes: Schemes, name: string): boolean {
  return (
    /^((proxy-)?authorization|(set-)?cookie|x-api-key)$/.test(name) ||
    Object.values(schemes).some((scheme) => scheme.name?.toLowerCase() === name)
  );
}

/** Text with URLs in it, without the secrets of these. */
export function shown(text: string, schemes: Schemes): string {
  return text
    .replace(/\/\/[^/?#]*@/, "//***@")
    .replace(/([?&])([^=&\s]*)=[^&\s]*/g, (pair, mark, name: string) => {
      // A name that a server wrote may be encoded in whatever way.
      const key = new URLSearchParams(`=${name}`).get("")!.toLowerCase();
      return isSecret(schemes, key) ? `${mark}${name}=***` : pair;
    });
}

/** Writes the head of one message of HTTP to a log. */
export function logMessage(
  logger: Logger,
  schemes: Schemes,
  title: string,
  headers: Headers,
): void {
  logger.group(shown(title, schemes));
  headers.forEach((value, name) => {
    const text =
      // A server that points elsewhere may repeat the query.
      name === "location" ? shown(value, schemes) : value;
    logger.log(`${name}: ${isSecret(schemes, name) ? "***" : text}`);
  });
  logger.groupEnd();
}
