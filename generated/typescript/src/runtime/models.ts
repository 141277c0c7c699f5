/** Models as JSON text, for the helpers beside each model. */

import { decode, encode } from "./codec.js";
import type { Codec } from "./codec.js";
import { toJSON } from "./encoding.js";
import { RequestValidationError } from "./errors.js";
import { parseDecimals } from "./exact.js";
import type { Result } from "./result.js";

/** JSON text of a model, as a request would carry it. Raises Misfit. */
export function modelToJSON(codec: Codec, value: unknown): string {
  return toJSON(encode(codec, value));
}

/** A model from JSON text, as a response would carry it. */
export function modelFromJSON<Model>(
  codec: Codec,
  text: string,
): Result<Model, RequestValidationError> {
  try {
    return { ok: true, value: decode(codec, parseDecimals(text)) as Model };
  } catch (cause) {
    const { message } = cause as Error;
    const error = new RequestValidationError(`JSON does not fit: ${message}`, {
      body: text,
      cause,
    });
    return { ok: false, error };
  }
}
