/** Turns typed values into wire values and back, driven by codecs that are plain data. */

/** Checked by name alone. Others (`dateTime`, `bytes`, `bigint`, `file`, `union`, `open`) are imported where used. */
export type Scalar = "any" | "string" | "number" | "integer" | "boolean";

/** "!" required, "?" optional; with "~" null is a value of its own. "=" a constant, there also when not given. */
export type Presence = "!" | "?" | "!~" | "?~" | "=";

/** Codec, presence, and the wire name where it differs. */
export type Field = readonly [Codec, Presence, string?];

/** Fields by name. For names that every object has, the compiler wants `as const` behind the tuple. */
export interface Fields {
  readonly [key: string]: Field;
}

export interface ObjectCodec {
  readonly fields: Fields;
}

/** A codec with code of its own, so that only who uses it carries it. */
export interface CustomCodec {
  readonly use: (
    codec: CustomCodec,
    value: unknown,
    path: string,
    run: Walk,
  ) => unknown;
  /** Of `open`: the declared fields. */
  readonly fields?: Fields | undefined;
  /** Of `open`: type of the undeclared properties. */
  readonly extra?: Codec | undefined;
  /** Of `union`: the variants. */
  readonly of?: readonly Codec[] | undefined;
  /** Of `union`: wire name of the discriminator, codec by its value, and the field's name where it differs. */
  readonly by?:
    readonly [string, { readonly [value: string]: Codec }, string?] | undefined;
  /** Of `union`: what fits no variant is refused. */
  readonly closed?: boolean | undefined;
}

/** Describes a type. A function is called when needed, so that models may refer to each other. */
export type Codec =
  | Scalar
  | (() => Codec)
  | ObjectCodec
  | CustomCodec
  | { readonly array: Codec }
  | { readonly map: Codec }
  /** `open`: others may be received and sent; without a word, received alone. */
  | { readonly enum: readonly unknown[]; readonly open?: boolean }
  | { readonly const: unknown }
  | { readonly nullable: Codec };

/** A value that does not fit its codec. */
export class Misfit extends Error {
  override name = "Misfit";
  /** JSON path of the value, `$` being the whole. */
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.path = path;
  }
}

/**
 * State of one walk: its direction, and how well the value fits.
 * The tally decides between variants of a union that all fit.
 */
export interface Walk {
  readonly out: boolean;
  /** Declared fields that are present. */
  known: number;
  /** Values no codec knows: an enum's or a union's. */
  odd: number;
  /** What unions came to, so that a value inside several variants is read once. */
  memo?: Map<unknown, Map<unknown, unknown>>;
}

/** An object by its keys. */
export interface Dict {
  readonly [key: string]: unknown;
}

/** The wire value of a typed value. Raises {@link Misfit}. */
export function encode(codec: Codec, value: unknown, path = "$"): unknown {
  return walk(codec, value, path, { out: true, known: 0, odd: 0 });
}

/** The typed value of a wire value; keeps what it does not know. Raises {@link Misfit}. */
export function decode(codec: Codec, value: unknown, path = "$"): unknown {
  return walk(codec, value, path, { out: false, known: 0, odd: 0 });
}

/** One step of a walk, for custom codecs. */
export function walk(
  codec: Codec,
  value: unknown,
  path: string,
  run: Walk,
): unknown {
  if (typeof codec === "function") return walk(codec(), value, path, run);
  if (typeof codec === "object" && "use" in codec)
    return codec.use(codec, value, path, run);
  if (codec !== "any" && value instanceof Number) value = +value;
  if (typeof codec === "string") return scalar(codec, value, path, run);
  if ("fields" in codec) return record(codec.fields, value, path, run);
  if ("array" in codec) {
    if (!Array.isArray(value)) throw new Misfit(path, "an array");
    return value.map((item, index) =>
      walk(codec.array, item, `${path}[${index}]`, run),
    );
  }
  if ("map" in codec) return map(codec.map, value, path, run);
  if ("nullable" in codec)
    return value === null ? value : walk(codec.nullable, value, path, run);
  const allowed = "enum" in codec ? codec.enum : [codec.const];
  if (allowed.includes(value)) return value;
  // Tomorrow's server may know more values of an enum, though of no other type.
  if (
    !("enum" in codec) ||
    !(codec.open ?? !run.out) ||
    !allowed.some((known) => kindOf(known) === kindOf(value))
  )
    throw new Misfit(path, `one of ${JSON.stringify(allowed)}`);
  run.odd++;
  return value;
}

function kindOf(value: unknown): string {
  return typeof value === "bigint" ? "number" : typeof value;
}

function scalar(
  kind: Scalar,
  value: unknown,
  path: string,
  { out }: Walk,
): unknown {
  if (
    kind === "any" ||
    (kind === "integer" ? Number.isInteger(value) : typeof value === kind)
  )
    return value;
  // With all its digits, but where any number is meant a program reads doubles.
  if (typeof value === "bigint" && /^(integer|number)$/.test(kind))
    return out || kind === "integer" ? value : Number(value);
  throw new Misfit(path, kind);
}

// Object.fromEntries makes own properties, also one called `__proto__`.

function map(codec: Codec, value: unknown, path: string, run: Walk): Dict {
  return Object.fromEntries(
    Object.entries(dict(value, path)).map(([key, item]) => [
      key,
      walk(codec, item, `${path}.${key}`, run),
    ]),
  );
}

function record(fields: Fields, value: unknown, path: string, run: Walk): Dict {
  const input = dict(value, path);
  const output: [string, unknown][] = [];
  const rest = new Map(Object.entries(input));
  for (const [key, [inner, presence, wire = key]] of Object.entries(fields)) {
    const from = run.out && Object.hasOwn(input, key) ? key : wire;
    let item = rest.get(from);
    rest.delete(wire);
    // An undeclared key must not pass for a field of this name.
    rest.delete(key);
    if (presence === "=") item ??= (inner as { const: unknown }).const;
    // A null where none is foreseen means "absent", as far as absence is allowed.
    if (item === null && presence === "?" && (run.out || inner !== "any"))
      item = undefined;
    if (item !== undefined) {
      run.known++;
      if (item !== null || !presence[1])
        item = walk(inner, item, `${path}.${from}`, run);
      output.push([run.out ? wire : key, item]);
    } else if (presence[0] === "!")
      throw new Misfit(`${path}.${from}`, "a value");
  }
  return Object.fromEntries([...output, ...rest]);
}

/** Tells objects with keys from Blobs, Dates and the like, which would pass for `{}`. */
export function isDict(value: unknown): value is Dict {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function dict(value: unknown, path: string): Dict {
  if (isDict(value)) return value;
  throw new Misfit(path, "an object");
}
