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

/** A value from JSON text; integers past 2^53 are of type bigint. Raises SyntaxError. */
export function parseExact(text: string): unknown {
  return parse(text, /(^|[[,:\s-])\d{16}/, (token) => {
    return integer.test(token) && !Number.isSafeInteger(+token);
  });
}

/** The same; other numbers that a double does not hold are {@link Digits}. Raises SyntaxError. */
export function parseDecimals(text: string): unknown {
  return parse(text, /\d[\d.]{15}/, (token) => {
    if (integer.test(token)) return !Number.isSafeInteger(+token);
    return `${+token}` !== token && /[.e]/i.test(token);
  });
}

/** JSON in whose text a pattern shows that a double may not hold a number. */
function parse(
  text: string,
  shows: RegExp,
  isLong: (token: string) => boolean,
): unknown {
  const value: unknown = JSON.parse(text);
  if (!shows.test(text)) return value;
  const mark = `${Math.random()}n`;
  let isText = false;
  let marked = false;
  // Goes on from token to token, and the text is JSON: that takes linear time.
  const changed = text.replace(/\\.|"|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') isText = !isText;
    if (isText || token.length < 16 || !isLong(token)) return token;
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

/** Decodes JSON whose type has integers that may have many digits. */
export function exactJSON(answer: Answer, codec: Codec): Promise<unknown> {
  return read(answer, codec, parseExact);
}

/** Decodes JSON whose type has decimals. */
export function decimalJSON(answer: Answer, codec: Codec): Promise<unknown> {
  return read(answer, codec, parseDecimals);
}

async function read(
  answer: Answer,
  codec: Codec,
  parse: (text: string) => unknown,
): Promise<unknown> {
  const text = await answer.text();
  try {
    return decode(codec, parse(text));
  } catch (error) {
    throw answer.misfit((error as Error).message, error);
  }
}
