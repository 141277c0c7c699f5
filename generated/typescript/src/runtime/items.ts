/** From an event to the value that it stands for. */

import { walk } from "./codec.js";
import type { Codec, Walk } from "./codec.js";
import type { Event } from "./framing.js";

/** What the document says of the values of a stream. */
export interface Items {
  /** A value is an event, and not what is in its `data`. */
  readonly whole?: boolean | undefined;
  /** An event without `data` is a value, too. */
  readonly bare?: boolean | undefined;
  /** What `data` holds; by default JSON. */
  readonly data?: "json" | "text" | "either" | undefined;
  /** Reads JSON, where JSON.parse would lose digits. */
  readonly parse?: ((text: string) => unknown) | undefined;
  /** The `data` behind which nothing comes. */
  readonly sentinel?: string | undefined;
  /** Events of which the type is known. */
  readonly names?: readonly string[] | undefined;
}

/** The value of an event; that of an unknown event is what was sent. Raises what it does not fit. */
export function item(items: Items, codec: Codec, event: Event): unknown {
  const { data: text, ...named } = event;
  const { data: how = "json", names = [], whole, parse = JSON.parse } = items;
  const forms: unknown[] = [];
  let problem: unknown;
  let raw: unknown = text;
  if (text === undefined) forms.push(text);
  else if (how !== "text")
    try {
      forms.push((raw = parse(text)));
    } catch (error) {
      problem = error;
    }
  if (text !== undefined && how !== "json") forms.push(text);
  const wrap = (data: unknown): unknown => {
    if (!whole) return data;
    return data === undefined ? named : { ...named, data };
  };
  let found: readonly [unknown] | undefined;
  for (const form of forms)
    try {
      const run: Walk = { out: false, known: 0, odd: 0 };
      const value = walk(codec, wrap(form), "$", run);
      if (!run.odd) return value;
      found ??= [value];
    } catch (error) {
      problem ??= error;
    }
  if (found) return found[0];
  if (["message", ...names].includes(event.event ?? "message")) throw problem;
  return wrap(raw);
}
