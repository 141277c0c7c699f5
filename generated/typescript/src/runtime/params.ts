/** Parameters of a call. Only functions that have some carry this. */

import { encode } from "./codec.js";
import type { Dict } from "./codec.js";
import type { Operation, Param } from "./operation.js";
import { guarded, refused } from "./request.js";
import type { Places } from "./security.js";

/** Puts parameters in their places; gives the path. */
export function placeParams(
  { path: template, params = [] }: Operation<never, unknown>,
  input: Dict,
  options: Dict,
  places: Places,
): string {
  const given = withShared(params, input, options);
  const texts = new Map<string, string>();
  for (const param of params) {
    const { in: place, name } = param;
    const text = paramText(param, given);
    if (place === "path") {
      if (text || param.allowEmpty) texts.set(name, text ?? "");
    } else if (text === undefined) continue;
    else if (place === "header") places.header(name, text);
    else places[place].push(text);
  }
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const text = texts.get(name);
    if (text !== undefined) return text;
    throw refused(`Parameter ${name}`, "it is empty");
  });
  // Such a segment would lead to another resource.
  if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path))
    throw refused("Path", "it has a segment of dots");
  return path;
}

function paramText(param: Param, input: Dict): string | undefined {
  const { key, codec } = param;
  const value = Object.hasOwn(input, key) ? input[key] : undefined;
  if (
    !param.required &&
    (value === undefined || (value === null && !param.null))
  )
    return undefined;
  return guarded(`Parameter ${key}`, () =>
    param.encode(
      param,
      value === null && param.null ? value : encode(codec, value, `$.${key}`),
    ),
  );
}

/** The input, and what the client or the document holds where it is silent. */
function withShared(
  params: readonly Param[],
  input: Dict,
  options: Dict,
): Dict {
  const held = params.flatMap(({ key, client, fill }) =>
    (client ?? fill) === undefined ||
    (Object.hasOwn(input, key) && input[key] != null)
      ? []
      : [[key, (client && options[client]) ?? fill] as const],
  );
  return held.length ? { ...input, ...Object.fromEntries(held) } : input;
}
