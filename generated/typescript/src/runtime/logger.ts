/** The debug log: requests and responses without bodies and without secrets. */

import type { Scheme } from "./security.js";

/** Shaped like `console`. */
export interface Logger {
  group(label?: string): void;
  groupEnd(): void;
  log(message: string, ...details: unknown[]): void;
}

/** Writes the head of one message of HTTP to a log. */
export function logMessage(
  logger: Logger,
  schemes: { readonly [name: string]: Scheme },
  title: string,
  headers: Headers,
): void {
  const names = Object.values(schemes).map(({ name }) => name?.toLowerCase());
  const isSecret = (name: string): boolean =>
    /^((proxy-)?authorization|(set-)?cookie|x-api-key)$/.test(name) ||
    names.includes(name);
  logger.group(
    title
      .replace(/\/\/[^/?#]*@/, "//***@")
      .replace(/([?&])([^=&\s]*)=[^&\s]*/g, (pair, mark, name: string) =>
        isSecret(decodeURIComponent(name).toLowerCase())
          ? `${mark}${name}=***`
          : pair,
      ),
  );
  headers.forEach((value, name) =>
    logger.log(`${name}: ${isSecret(name) ? "***" : value}`),
  );
  logger.groupEnd();
}
