/** What a document does not list: kept as it came, so that old clients read new answers. */

declare const unrecognizedBrand: unique symbol;

/** A value of an answer that its enum does not list; at run time it is the value itself. */
export type Unrecognized<Value> = Value & {
  readonly [unrecognizedBrand]: "unrecognized";
};

/** Says that a value which the enum does not list is meant. */
export function unrecognized<Value extends string | number>(
  value: Value,
): Unrecognized<Value> {
  return value as Unrecognized<Value>;
}

/** A value of an answer that is no member of its union. It can be sent back, and goes out as it came. */
export class UnknownValue {
  /** What came. */
  readonly raw: unknown;

  constructor(raw: unknown) {
    this.raw = raw;
  }

  toJSON(): unknown {
    return this.raw;
  }
}

/** An {@link UnknownValue} among members that a field tells apart, which it lacks. */
export type UnknownVariant<Key extends string = never> = UnknownValue & {
  readonly [Name in Key]?: undefined;
};
