/** Codecs for types that JSON does not have, and for unions. */

import { base64, bytes as fromBase64 } from "./base64.js";
import { isDict, Misfit, walk } from "./codec.js";
import type { Codec, CustomCodec, Walk } from "./codec.js";
import { isFile } from "./files.js";
import { UnknownValue } from "./variants.js";

/**
 * RFC 3339 text on the wire, a Date in the program. Text is sent as given.
 * A received date that says more than a Date can hold keeps its text, hidden, and goes back as it came.
 */
export const dateTime: CustomCodec = {
  use(_, value, path, run) {
    const isText = typeof value === "string";
    const date = isText ? new Date(value) : value;
    if (!(date instanceof Date) || Number.isNaN(+date))
      throw new Misfit(path, "a date and time");
    if (run.out && isText) return value;
    const plain = date.toISOString();
    if (!run.out)
      return value === plain
        ? date
        : Object.defineProperty(date, "text", { value });
    const { text } = date as { text?: string };
    return text && +new Date(text) === +date ? text : plain;
  },
};

/** Base64 text on the wire, bytes in the program. Text is sent as given. */
export const bytes: CustomCodec = {
  use(_, value, path, run) {
    if (run.out && value instanceof Uint8Array) return base64(value);
    if (typeof value === "string") {
      const content = run.out ? value : fromBase64(value);
      if (content !== undefined) return content;
    }
    throw new Misfit(path, "base64");
  },
};

/** An integer of any size; a number or its digits on the wire. */
export const bigint: CustomCodec = {
  use(_, value, path) {
    if (typeof value === "bigint") return value;
    if (typeof value === "string" && /^-?\d+$/.test(value))
      return BigInt(value);
    const number = value instanceof Number ? +value : value;
    if (Number.isInteger(number)) return BigInt(number as number);
    throw new Misfit(path, "an integer");
  },
};

/** A file of a form or a body. */
export const file: CustomCodec = {
  use(_, value, path) {
    if (isFile(value)) return value;
    throw new Misfit(path, "a file");
  },
};

/**
 * `{ use: union, of: [...], by: [...] }`: the variant the discriminator names, else the one that fits best,
 * by the fewest unknown enum values, then by the most declared fields, then the first.
 * A received value that fits none, or names one that nobody knows, is an {@link UnknownValue}.
 */
export function union(
  codec: CustomCodec,
  value: unknown,
  path: string,
  run: Walk,
): unknown {
  if (run.out && value instanceof UnknownValue) return value.raw;
  const { of: variants = [], by, closed } = codec;
  if (variants.length === 1) return walk(variants[0]!, value, path, run);
  const tag = by && tagOf(by, value, run);
  const isText = typeof tag === "string";
  if (isText && Object.hasOwn(by![1], tag))
    return walk(by![1][tag]!, value, path, run);
  const mayBeNew = !run.out && !closed;
  const best =
    isText && mayBeNew
      ? undefined
      : remember(codec, value, run, () => fit(variants, value, path, run));
  if (best) {
    run.known += best[1].known;
    run.odd += best[1].odd;
    return best[0];
  }
  if (!mayBeNew) throw new Misfit(path, "a value of one of the variants");
  run.odd++;
  return new UnknownValue(value);
}

type Fit = readonly [unknown, Walk] | undefined;

/** The best of all variants that fit. */
function fit(
  variants: readonly Codec[],
  value: unknown,
  path: string,
  { out, memo }: Walk,
): Fit {
  let best: Fit;
  for (const variant of variants) {
    const trial: Walk = { out, known: 0, odd: 0, memo: memo! };
    try {
      const result = walk(variant, value, path, trial);
      const [, top] = best ?? [];
      if (!top || (top.odd - trial.odd || trial.known - top.known) > 0)
        best = [result, trial];
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
    }
  }
  return best;
}

/** A value inside several variants is read once, so that time stays linear. */
function remember(
  codec: Codec,
  value: unknown,
  run: Walk,
  make: () => Fit,
): Fit {
  run.memo ??= new Map();
  if (typeof value !== "object") return make();
  const known: Map<unknown, unknown> = run.memo.get(value) ?? new Map();
  run.memo.set(value, known);
  if (!known.has(codec)) known.set(codec, make());
  return known.get(codec) as Fit;
}

function tagOf(
  [wire, , key = wire]: NonNullable<CustomCodec["by"]>,
  value: unknown,
  run: Walk,
): unknown {
  if (!isDict(value)) return undefined;
  return value[run.out && Object.hasOwn(value, key) ? key : wire];
}

/** `{ use: open, fields, extra }`: an object whose undeclared properties are a map of their own. */
export function open(
  { fields = {}, extra = "any" }: CustomCodec,
  value: unknown,
  path: string,
  run: Walk,
): unknown {
  const key = "additionalProperties";
  const plain = isDict(value) && run.out ? { ...value } : value;
  const given = run.out && isDict(value) ? value[key] : undefined;
  if (run.out && isDict(plain)) delete (plain as { [key]?: unknown })[key];
  const all = Object.entries(walk({ fields }, plain, path, run) as object);
  if (run.out) {
    const more = walk({ map: extra }, given ?? {}, `${path}.${key}`, run);
    // Declared ones last: they win.
    return Object.fromEntries([...Object.entries(more as object), ...all]);
  }
  const isKnown = ([name]: [string, unknown]): boolean =>
    Object.hasOwn(fields, name);
  const rest = Object.fromEntries(all.filter((entry) => !isKnown(entry)));
  const result = Object.fromEntries(all.filter(isKnown));
  return Object.keys(rest).length
    ? { ...result, [key]: walk({ map: extra }, rest, path, run) }
    : result;
}
