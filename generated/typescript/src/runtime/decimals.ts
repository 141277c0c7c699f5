/** Decimals: numbers in JSON, of which the program has the digits as text. */

import { Misfit } from "./codec.js";
import type { CustomCodec } from "./codec.js";
import { Digits } from "./exact.js";

/** Text in the program, a number on the wire; numbers are sent as given. */
export const decimal: CustomCodec = {
  use(_, value, path, { out }) {
    const text = String(value);
    const isText = typeof value === "string";
    const fits =
      /^(number|bigint)$/.test(typeof value) ||
      value instanceof Number ||
      (out && isText);
    if (!fits || !/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text))
      throw new Misfit(path, "a number");
    if (!out) return text;
    return isText ? new Digits(text) : value;
  },
};
