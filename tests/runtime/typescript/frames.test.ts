/** The table of what bytes of a stream mean: frames.json. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Codec, Field } from "@orq-ai/node/runtime/codec.js";
import { union } from "@orq-ai/node/runtime/codecs.js";
import { Events, JSONLines, TooLong } from "@orq-ai/node/runtime/framing.js";
import type { Event, Reader } from "@orq-ai/node/runtime/framing.js";
import { item } from "@orq-ai/node/runtime/items.js";

// The table is data of another language's making; each section knows its own fields.
type Case = any;

const table: Case = JSON.parse(
  readFileSync(new URL("../frames.json", import.meta.url), "utf8"),
);

const point: Codec = { fields: { x: ["integer", "!"] } };
const id: Field = ["string", "?"];
const types: Record<string, Codec> = {
  point,
  text: "string",
  any: "any",
  pointOrText: { use: union, of: [point, "string"] },
  event: {
    fields: { data: [point, "!"], event: id, id, retry: ["integer", "?"] },
  },
  bareEvent: { fields: { data: [point, "?"], event: id } },
  textEvent: { fields: { data: ["string", "!"] } },
};

function read(reader: Reader, pieces: Uint8Array[]): [Event[], boolean] {
  const found: Event[] = [];
  try {
    for (const piece of pieces) found.push(...take(reader.feed(piece), found));
    found.push(...reader.end());
    return [found, false];
  } catch (error) {
    assert.ok(error instanceof TooLong);
    return [found, true];
  }
}

/** Keeps what came before an error. */
function* take(events: Iterable<Event>, found: Event[]): Generator<Event> {
  for (const event of events) found.push(event);
}

function ways(body: Uint8Array): Uint8Array[][] {
  const all = [[body], [...body].map((byte) => Uint8Array.of(byte))];
  for (let at = 0; at <= body.length; at++) {
    const [head, tail] = [body.subarray(0, at), body.subarray(at)];
    all.push([head, tail], [head, new Uint8Array(), tail]);
  }
  return all;
}

function bodyOf(one: Case): Uint8Array {
  const { base64, text } = one;
  return base64 ? Buffer.from(base64, "base64") : Buffer.from(text);
}

test("frames: events", async (t) => {
  for (const one of table.events)
    await t.test(JSON.stringify(one).slice(0, 120), () => {
      const { expect, limit, tooLong = false, lastId = "", retry } = one;
      const body = bodyOf(one);
      for (const pieces of ways(body)) {
        const reader = new Events(limit);
        assert.deepEqual(read(reader, pieces), [expect, tooLong]);
        if (!tooLong)
          assert.deepEqual([reader.lastId, reader.retry], [lastId, retry]);
      }
      for (let at = 0; at < body.length; at++) {
        const [found] = read(new Events(limit), [body.subarray(0, at)]);
        assert.deepEqual(found, expect.slice(0, found.length));
      }
    });
});

test("frames: JSON lines", async (t) => {
  for (const one of table.json_lines)
    await t.test(JSON.stringify(one).slice(0, 120), () => {
      for (const pieces of ways(bodyOf(one))) {
        const reader = new JSONLines(!!one.sequence, one.limit);
        const [found, failed] = read(reader, pieces);
        const texts = found.map(({ data = "" }) => data.trim());
        assert.deepEqual([texts, failed], [one.expect, !!one.tooLong]);
      }
    });
});

test("a record is not kept back until the next one", () => {
  const found = new JSONLines(true).feed(Buffer.from('\x1e{"a":1}\n'));
  assert.deepEqual([...found], [{ data: '{"a":1}\n' }]);
});

test("frames: items", async (t) => {
  for (const one of table.items)
    await t.test(JSON.stringify(one).slice(0, 120), () => {
      const { reply, event, refused, expect } = one;
      const value = (): unknown => item(reply, types[reply.type]!, event);
      if (refused === undefined) return assert.deepEqual(value(), expect);
      const pattern = refused === true ? "" : refused;
      return assert.throws(value, { message: new RegExp(pattern) });
    });
});
