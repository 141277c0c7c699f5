/** Reads JSON without losing digits of integers that a double does not hold. */

import { decode } from "./codec.js";
import type { Codec } from "./codec.js";
import type { Answer } from "./response.js";

/** A value from JSON text; integers past 2^53 are of type bigint. Raises SyntaxError. */
export function parseExact(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  const mark = `${Math.random()}n`;
  let isText = false;
  let marked = false;
  // Goes on from token to token, and the text is JSON: that takes linear time.
  const changed = text.replace(/\\.|"|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') isText = !isText;
    // Reading very many digits takes longer than linear time.
    if (
      isText ||
      !/^-?\d{16,4300}$/.test(token) ||
      Number.isSafeInteger(+token)
    )
      return token;
    marked = true;
    return `"${mark}${token}"`;
  });
  if (!marked) return value;
  return JSON.parse(changed, (_, item: unknown) =>
    typeof item === "string" && item.startsWith(mark)
      ? BigInt(item.slice(mark.length))
      : item,
  );
}

/** Decodes JSON whose type has integers of 64 bits or more. */
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
