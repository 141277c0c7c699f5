/** Codecs: what fits, what is kept, what is refused, and where. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, Misfit } from "@orq-ai/node/runtime/codec.js";
import type { Codec } from "@orq-ai/node/runtime/codec.js";
import * as codecs from "@orq-ai/node/runtime/codecs.js";
import { UnknownValue, unrecognized } from "@orq-ai/node/runtime/variants.js";
import { toJSON } from "@orq-ai/node/runtime/encoding.js";
import { parseExact } from "@orq-ai/node/runtime/exact.js";
import {
  storedFileFromJSON,
  storedFileToJSON,
} from "@orq-ai/node/models/components";
import { RequestValidationError } from "@orq-ai/node/models/errors";

const { bigint, bytes, dateTime, file, open, union } = codecs;

function misfit(work: () => unknown, message: string): void {
  assert.throws(work, (error) => {
    assert.ok(error instanceof Misfit, String(error));
    assert.equal(error.message, message);
    return true;
  });
}

test("exact JSON is read in linear time, numbers meant as doubles are doubles", () => {
  assert.equal(
    decode("number", parseExact("12345678901234567890")),
    12345678901234567890,
  );
  assert.equal(
    decode("integer", parseExact("9007199254740993")),
    9007199254740993n,
  );
  assert.equal(
    decode("integer", parseExact("9007199254740991")),
    9007199254740991,
  );
  const grown = { enum: [1, 2], open: true };
  assert.equal(
    decode(grown, parseExact("9007199254740993")),
    9007199254740993n,
  );
  misfit(() => decode("boolean", 9007199254740993n), "$: expected boolean");
  // Both would be long arithmetic, or go on from every quote to the end.
  for (const text of [
    `[${"9".repeat(2e6)}]`,
    `["${'\\"'.repeat(1e6)}",${2n ** 80n}]`,
  ]) {
    const start = performance.now();
    parseExact(text);
    assert.ok(performance.now() - start < 2000);
  }
  assert.throws(
    () => parseExact(`"${'\\"'.repeat(1e6)}${2n ** 80n}`),
    SyntaxError,
  );
  assert.deepEqual(
    Object.keys(parseExact(`{"__proto__":${2n ** 80n}}`) as object),
    ["__proto__"],
  );
});

test("scalars", () => {
  const good: [Codec, unknown[]][] = [
    ["any", [null, 1, "x", {}]],
    ["string", ["", "x"]],
    ["number", [0, -1.5]],
    ["integer", [0, 2 ** 53]],
    ["boolean", [true, false]],
    [{ const: "a" }, ["a"]],
    [{ enum: ["a", 1, null] }, ["a", 1, null]],
    [{ nullable: "string" }, [null, "x"]],
    [{ array: "number" }, [[], [1, 2]]],
    [{ map: "string" }, [{}, { a: "b" }]],
  ];
  for (const [codec, values] of good)
    for (const value of values) {
      assert.deepEqual(encode(codec, value), value);
      assert.deepEqual(decode(codec, value), value);
    }
  const bad: [Codec, unknown, string][] = [
    ["string", 1, "$: expected string"],
    ["number", "1", "$: expected number"],
    ["integer", 1.5, "$: expected integer"],
    ["boolean", 0, "$: expected boolean"],
    ["string", null, "$: expected string"],
    [{ const: "a" }, "b", '$: expected one of ["a"]'],
    [{ enum: ["a"] }, 1, '$: expected one of ["a"]'],
    [{ array: "number" }, [1, "x"], "$[1]: expected number"],
    [{ array: "number" }, {}, "$: expected an array"],
    [{ map: "number" }, { a: "x" }, "$.a: expected number"],
    [{ map: "number" }, [], "$: expected an object"],
    [{ map: "number" }, new Date(), "$: expected an object"],
  ];
  for (const [codec, value, message] of bad) {
    misfit(() => encode(codec, value), message);
    misfit(() => decode(codec, value), message);
  }
});

test("enums: unknown values are kept when received, and may be sent if open", () => {
  const codec = { enum: ["a", "b"] };
  assert.equal(decode(codec, "new"), "new");
  misfit(() => encode(codec, "new"), '$: expected one of ["a","b"]');
  assert.equal(encode({ ...codec, open: true }, unrecognized("new")), "new");
  misfit(
    () => encode({ ...codec, open: true }, 5),
    '$: expected one of ["a","b"]',
  );
  const closed = { ...codec, open: false };
  misfit(() => decode(closed, "new"), '$: expected one of ["a","b"]');
});

test("dates", () => {
  const text = "2026-01-02T03:04:05.006Z";
  assert.deepEqual(decode(dateTime, text), new Date(text));
  assert.equal(encode(dateTime, new Date(text)), text);
  assert.equal(
    encode(dateTime, "2026-01-02T03:04:05+01:00"),
    "2026-01-02T03:04:05+01:00",
  );
  // What a Date cannot hold comes back, unless the date was changed.
  for (const exact of [
    "2026-01-02T03:04:05.123456789+05:30",
    "2026-01-02T03:04:05Z",
  ]) {
    const date = decode(dateTime, exact) as Date;
    assert.deepEqual(date, new Date(exact));
    assert.equal(encode(dateTime, date), exact);
    date.setUTCFullYear(2027);
    assert.equal(encode(dateTime, date), date.toISOString());
  }
  for (const value of ["soon", 5, null, new Date(NaN), { toString: 1 }]) {
    misfit(() => decode(dateTime, value), "$: expected a date and time");
    misfit(() => encode(dateTime, value), "$: expected a date and time");
  }
});

test("bytes", () => {
  const value = new Uint8Array([0, 255, 10]);
  assert.equal(encode(bytes, value), "AP8K");
  assert.deepEqual(decode(bytes, "AP8K"), value);
  assert.deepEqual(decode(bytes, ""), new Uint8Array());
  const large = new Uint8Array(300_000).map((_, index) => index);
  assert.deepEqual(decode(bytes, encode(bytes, large)), large);
  misfit(() => decode(bytes, "%"), "$: expected base64");
  misfit(() => encode(bytes, 5), "$: expected base64");
});

test("integers past 2^53 keep their digits", () => {
  const digits = "9007199254740993";
  assert.equal(decode(bigint, digits), 9007199254740993n);
  assert.equal(decode(bigint, 5), 5n);
  const wire = { a: encode(bigint, BigInt(digits)), b: "9n", c: -1n };
  assert.equal(toJSON(wire), `{"a":${digits},"b":"9n","c":-1}`);
  misfit(() => decode(bigint, "1.5"), "$: expected an integer");
  misfit(() => decode(bigint, [5]), "$: expected an integer");
});

test("files", () => {
  const blob = new Blob([]);
  assert.equal(encode(file, blob), blob);
  for (const value of ["a.txt", null, {}, { content: "x" }, 5])
    misfit(() => encode(file, value), "$: expected a file");
});

const person: Codec = {
  fields: {
    id: ["string", "!"],
    nickName: ["string", "?", "nick_name"],
    note: ["string", "?~"],
    age: [{ nullable: "number" }, "!~"],
    any: ["any", "?"],
  },
};

test("objects: names, presence, null", () => {
  const value = { id: "i", nickName: "n", note: null, age: null };
  const wire = { id: "i", nick_name: "n", note: null, age: null };
  assert.deepEqual(encode(person, value), wire);
  assert.deepEqual(decode(person, wire), value);
  assert.deepEqual(
    encode(person, {
      id: "i",
      nickName: null,
      age: 1,
      any: null,
      note: undefined,
    }),
    { id: "i", age: 1 },
  );
  assert.deepEqual(
    decode(person, { id: "i", nick_name: null, age: 1, any: null }),
    { id: "i", age: 1, any: null },
  );
  // A wire name is understood, too, as it would be in JavaScript without types.
  assert.deepEqual(encode(person, { id: "i", age: 1, nick_name: "n" }), {
    id: "i",
    age: 1,
    nick_name: "n",
  });
  misfit(() => encode(person, { age: 1 }), "$.id: expected a value");
  misfit(() => decode(person, { id: null, age: 1 }), "$.id: expected string");
  misfit(
    () => decode(person, { id: "i", age: 1, nick_name: 5 }),
    "$.nick_name: expected string",
  );
  misfit(() => encode(person, []), "$: expected an object");
});

test("objects: declared order, then what is unknown", () => {
  const wire = encode(person, { zeta: 1, age: 2, id: "i", beta: null });
  assert.deepEqual(Object.entries(wire as object), [
    ["id", "i"],
    ["age", 2],
    ["zeta", 1],
    ["beta", null],
  ]);
  // An undeclared key cannot pass for a field of another wire name.
  assert.deepEqual(decode(person, { id: "i", age: 1, nickName: 5 }), {
    id: "i",
    age: 1,
  });
});

test("inherited properties are no input", () => {
  const codec: Codec = {
    fields: { toString: ["any", "?"] as const, id: ["any", "?"] },
  };
  assert.deepEqual(Object.keys(encode(codec, {}) as object), []);
  assert.deepEqual(Object.keys(decode(codec, {}) as object), []);
});

test("__proto__ is a key like others and pollutes nothing", () => {
  const text = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}';
  const declared: Codec = {
    fields: { ["__proto__"]: ["any", "?"], constructor: ["any", "?"] as const },
  };
  const all: Codec[] = [
    { fields: {} },
    declared,
    { map: "any" },
    { use: union, of: [declared] },
  ];
  for (const codec of all) {
    const value = decode(codec, JSON.parse(text)) as object;
    assert.equal(({} as { x?: number }).x, undefined);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal((value as { x?: number }).x, undefined);
    assert.deepEqual(JSON.parse(toJSON(value)), JSON.parse(text));
    assert.equal(toJSON(encode(codec, value)), text);
  }
  const opened: Codec = { use: open, fields: {}, extra: "any" };
  const value = decode(opened, JSON.parse(text)) as object;
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(toJSON(value), `{"additionalProperties":${text}}`);
  assert.equal(toJSON(encode(opened, value)), text);
  assert.equal(({} as { x?: number }).x, undefined);
});

test("additional properties", () => {
  const codec: Codec = {
    use: open,
    fields: { id: ["string", "!"], at: [dateTime, "?", "at_time"] },
    extra: "number",
  };
  const value = { id: "i", additionalProperties: { a: 1, b: 2 } };
  assert.deepEqual(encode(codec, value), { id: "i", a: 1, b: 2 });
  assert.deepEqual(decode(codec, { id: "i", a: 1, b: 2 }), value);
  assert.deepEqual(decode(codec, { id: "i" }), { id: "i" });
  assert.deepEqual(encode(codec, { id: "i" }), { id: "i" });
  assert.deepEqual(
    encode(codec, { id: "i", additionalProperties: { id: 5 } }),
    { id: "i" },
  );
  misfit(() => decode(codec, { id: "i", a: "x" }), "$.a: expected number");
  misfit(
    () => encode(codec, { id: "i", additionalProperties: { a: "x" } }),
    "$.additionalProperties.a: expected number",
  );
  misfit(() => encode(codec, null), "$: expected an object");
});

const cat: Codec = {
  fields: {
    kind: [{ enum: ["cat"] }, "!"],
    livesLeft: ["number", "?", "lives_left"],
  },
};
const dog: Codec = {
  fields: {
    kind: [{ enum: ["dog"] }, "!"],
    barksAt: ["string", "?", "barks_at"],
  },
};

test("unions: the best fit wins, not the first", () => {
  const pet: Codec = { use: union, of: [cat, dog, "string"] };
  assert.deepEqual(decode(pet, { kind: "dog", barks_at: "x" }), {
    kind: "dog",
    barksAt: "x",
  });
  assert.deepEqual(encode(pet, { kind: "dog", barksAt: "x" }), {
    kind: "dog",
    barks_at: "x",
  });
  assert.deepEqual(decode(pet, { kind: "cow", barks_at: "x" }), {
    kind: "cow",
    barksAt: "x",
  });
  assert.equal(decode(pet, "text"), "text");
  assert.deepEqual(decode(pet, [5]), new UnknownValue([5]));
  assert.deepEqual(encode(pet, new UnknownValue([5])), [5]);
  misfit(() => encode(pet, 5), "$: expected a value of one of the variants");
  const loose: Codec = {
    use: union,
    of: [
      { fields: { a: ["any", "?"] } },
      { fields: { bC: ["any", "?", "b_c"] } },
    ],
  };
  assert.deepEqual(decode(loose, { b_c: 1 }), { bC: 1 });
  assert.deepEqual(decode({ array: loose }, [{ a: 1 }]), [{ a: 1 }]);
});

test("unions: within each other, and in favour of the first among equals", () => {
  const inner: Codec = { use: union, of: [cat, dog] };
  const outer: Codec = {
    use: union,
    of: [{ fields: { pet: ["any", "?"] } }, { fields: { pet: [inner, "?"] } }],
  };
  assert.deepEqual(decode(outer, { pet: { kind: "dog", barks_at: "x" } }), {
    pet: { kind: "dog", barksAt: "x" },
  });
  assert.equal(
    encode({ use: union, of: ["string", dateTime] }, "2026-01-01T00:00:00Z"),
    "2026-01-01T00:00:00Z",
  );
});

test("unions: known enum values weigh more than fields, at any depth", () => {
  const value = { kind: "dog", lives_left: 3 };
  const pet: Codec = { use: union, of: [cat, dog] };
  assert.deepEqual(decode(pet, value), value);
  const home: Codec = {
    use: union,
    of: [cat, dog].map((variant) => ({
      fields: { pet: [{ use: union, of: [variant] }, "?"] },
    })),
  };
  assert.deepEqual(decode(home, { pet: value }), { pet: value });
});

test("unions: a discriminator decides, and errors tell the place", () => {
  const event: Codec = {
    use: union,
    of: [() => cat, () => dog],
    by: ["kind_of", { cat: () => cat, ["__proto__"]: () => dog }, "kindOf"],
  };
  misfit(
    () => decode(event, { kind_of: "cat", kind: 5 }),
    '$.kind: expected one of ["cat"]',
  );
  misfit(
    () => encode(event, { kindOf: "cat", kind: "dog" }),
    '$.kind: expected one of ["cat"]',
  );
  const unknown = { kind_of: "constructor", x: 1 };
  assert.deepEqual(decode(event, unknown), new UnknownValue(unknown));
  assert.equal(JSON.stringify(decode(event, unknown)), JSON.stringify(unknown));
  // Without a tag, the best fit; a closed union refuses.
  assert.deepEqual(decode(event, { kind: "cat" }), { kind: "cat" });
  misfit(
    () => decode({ ...event, closed: true }, unknown),
    "$: expected a value of one of the variants",
  );
  assert.deepEqual(
    decode(event, { kind_of: "__proto__", kind: "dog", barks_at: "x" }),
    {
      kind_of: "__proto__",
      kind: "dog",
      barksAt: "x",
    },
  );
});

test("unions: deep ones take linear time", () => {
  const expr: Codec = {
    use: union,
    of: [
      { fields: { not: [() => expr, "?"], a: ["string", "?"] } },
      { fields: { not: [() => expr, "?"], b: ["string", "?"] } },
    ],
  };
  let value: object = { b: "x" };
  for (let depth = 0; depth < 60; depth++) value = { not: value };
  assert.deepEqual(decode(expr, value), value);
});

test("models to and from JSON text", () => {
  const text =
    '{"id":"i","purpose":"batch","created":"2026-01-02T03:04:05.000Z","x":1}';
  const result = storedFileFromJSON(text);
  assert.ok(result.ok);
  assert.equal(result.value.created.getUTCFullYear(), 2026);
  assert.deepEqual(
    JSON.parse(storedFileToJSON(result.value)),
    JSON.parse(text),
  );
  for (const broken of ["{", "[]"]) {
    const failed = storedFileFromJSON(broken);
    assert.ok(!failed.ok && failed.error instanceof RequestValidationError);
  }
});

test("integers of any size go out with all their digits", () => {
  const codec: Codec = { array: "number" };
  const big = 903275809834567386763n;
  assert.equal(toJSON(encode(codec, [big, 1.5])), `[${big},1.5]`);
  assert.equal(encode("integer", big), big);
  misfit(() => encode("string", big), "$: expected string");
  assert.equal(decode("integer", big), big);
});
