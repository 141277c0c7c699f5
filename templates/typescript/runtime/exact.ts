/** Reads JSON without losing digits that a double does not hold. */

import { decode } from "./codec.js";
import type { Codec } from "./codec.js";
import type { Answer } from "./response.js";

// Reading very many digits takes longer than linear time.
const integer = /^-?\d{16,4300}$/;

/** A number that is not an integer, with its digits as they were written. */
export class Digits extends Number {
  readonly #text: string;

  constructor(text: string) {
    super(text);
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/**
 * A value from JSON text; of what a double does not hold, integers past 2^53 are of type bigint,
 * others {@link Digits}. Raises SyntaxError.
 */
export function parseExact(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d[\d.]{15}/.test(text)) return value;
  const mark = `${Math.random()}n`;
  let isText = false;
  let marked = false;
  // Goes on from token to token, and the text is JSON: that takes linear time.
  const changed = text.replace(/\\.|"|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') isText = !isText;
    const isHeld = integer.test(token)
      ? Number.isSafeInteger(+token)
      : `${+token}` === token || !/[.e]/i.test(token);
    if (isText || token.length < 16 || isHeld) return token;
    marked = true;
    return `"${mark}${token}"`;
  });
  if (!marked) return value;
  return JSON.parse(changed, (_, item: unknown) => {
    if (typeof item !== "string" || !item.startsWith(mark)) return item;
    const digits = item.slice(mark.length);
    return integer.test(digits) ? BigInt(digits) : new Digits(digits);
  });
}

/** Decodes JSON whose type has decimals, or integers that may have many digits. */
export async function exactJSON(
  answer: Answer,
  codec: Codec,
): Promise<unknown> {
  const text = await answer.text();
  try {
    return decode(codec, parseExact(text));
  } catch (error) {
    throw answer.misfit((error as Error).message, error);
  }
}
