/** Runs every case of exchanges.json. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as errors from "@orq-ai/node/runtime/errors.js";
import { Page, paged } from "@orq-ai/node/runtime/paging.js";
import { EventStream } from "@orq-ai/node/runtime/streams.js";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import {
  callOptions,
  cases,
  client,
  Loopback,
  operation,
  paging,
  table,
} from "./exchanges.js";
import type { Case } from "./exchanges.js";

const kinds: Record<string, new (...given: never) => Error> = {
  api: errors.APIError,
  connection: errors.ConnectionError,
  timeout: errors.RequestTimeoutError,
  cancelled: errors.RequestAbortedError,
  redirect: errors.UnexpectedRedirectError,
  tooLarge: errors.ResponseTooLargeError,
  invalidRequest: errors.RequestValidationError,
  invalidResponse: errors.ResponseValidationError,
};

test("exchanges", { concurrency: 4 }, async (t) => {
  const loopback = await Loopback.start();
  await Promise.all(
    cases().map((one) => t.test(one.about, () => exchange(loopback, one))),
  );
  loopback.close();
});

async function exchange(loopback: Loopback, one: Case): Promise<void> {
  const play = await loopback.ask("POST", "start", one.server);
  const { expect } = one;
  const [made, input] = operation(one.operation);
  const started = performance.now();
  const items: unknown[] = [];
  const sdk = client(one, play.origin);
  const options = callOptions(one.call);
  const rule = one.operation?.paging;
  const called = rule
    ? await paged(sdk, made, paging(rule), input, options)
    : await invoke<unknown, unknown>(sdk, made, input, options);
  assert.doesNotMatch(inspect(called, { depth: 10 }), /s3cret/);
  const outcome = await drained(called, items, one.take);
  const took = performance.now() - started;
  const seen = await loopback.settled(play.id);
  await loopback.ask("DELETE", play.id);
  checkOutcome(outcome, expect.outcome);
  assert.deepEqual(items, expect.outcome?.items ?? items);
  if (expect.requests !== null)
    checkRequests(seen.requests, expect.requests ?? 1);
  between(took, expect.ms ?? [0, 10_000]);
  const times: number[] = seen.requests.map(({ at }: Case) => at);
  if (expect.gaps) assert.equal(expect.gaps.length, times.length - 1);
  expect.gaps?.forEach((range: number[], index: number) =>
    between(times[index + 1]! - times[index]!, range),
  );
  assert.equal(seen.busy, 0);
  if (expect.connections) assert.equal(seen.connections, expect.connections);
}

/** What a call comes to where its answer is still open. */
async function drained(
  called: Case,
  items: unknown[],
  most: number,
): Promise<Case> {
  const { value } = called;
  try {
    if (value instanceof ReadableStream)
      return { ok: true, value: await new Response(value).text() };
    if (!(value instanceof EventStream || value instanceof Page)) return called;
    for await (const item of value) if (items.push(item) === most) break;
    return { ok: true, value: items };
  } catch (error) {
    return { ok: false, error };
  }
}

function between(value: number, [low, high]: number[]): void {
  assert.ok(low! <= value && value <= high!, `${value} of ${low} to ${high}`);
}

function checkOutcome(outcome: Case, expect: Case): void {
  if (!expect) return;
  if (!expect.error) {
    assert.ok(outcome.ok, inspect(outcome.error));
    assert.deepEqual(outcome.value ?? null, expect.value);
    return;
  }
  const { error } = outcome;
  assert.equal(error?.constructor, kinds[expect.error], inspect(outcome));
  if (expect.status) assert.equal(error.statusCode, expect.status);
  assert.match(error.message, new RegExp(expect.message ?? ""));
  const shown = inspect(error, { depth: 10 });
  for (const { secret } of Object.values<Case>(table.schemes))
    for (const part of secret.split(":"))
      assert.ok(part === "me" || !shown.includes(part), shown);
}

function checkRequests(seen: Case[], expect: Case): void {
  const wanted: Case[] =
    typeof expect === "number" ? Array(expect).fill({}) : expect;
  assert.equal(seen.length, wanted.length, inspect(seen));
  wanted.forEach((given, index) => {
    const request = seen[index];
    const want = typeof given === "string" ? { is: given } : given;
    const line = `${request.method} ${request.path}`;
    assert.equal(line, want.is ?? line);
    if (typeof expect !== "number")
      assert.equal(request.origin, want.origin ?? "origin");
    assert.equal(request.body, want.body ?? request.body);
    for (const [name, value] of Object.entries(want.headers ?? {}))
      if (value === true) assert.ok(request.headers[name] !== undefined, name);
      else if (Object(value).not)
        assert.ok(
          ![undefined, Object(value).not].includes(request.headers[name]),
        );
      else if (value === "same")
        assert.equal(request.headers[name], seen[0].headers[name], name);
      else assert.equal(request.headers[name] ?? null, value, name);
  });
}
