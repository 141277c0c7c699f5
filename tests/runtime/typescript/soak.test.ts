/**
 * Many calls, a tenth of them given up: no socket stays open, memory does not grow.
 *
 * A thousand by default; the variable CALLS asks for more (`make soak`: 10,000).
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { invoke } from "@orq-ai/node/runtime/transport.js";
import { client, Loopback, operation } from "./exchanges.js";

const calls = Number(process.env["CALLS"] ?? 1000);
const warm = 500;
const together = 50;
const growthMiB = 5;

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}

function resources(kind: RegExp): number {
  return process.getActiveResourcesInfo().filter((name) => kind.test(name))
    .length;
}

async function soak(
  t: TestContext,
  script: unknown,
  call: (origin: string, number: number) => Promise<boolean>,
): Promise<void> {
  const loopback = await Loopback.start();
  t.after(() => loopback.close());
  const play = await loopback.ask("POST", "start", script);
  const collect = collector();
  const memory = async (): Promise<number> => {
    // Until what has ended is let go of, too.
    for (let round = 0; round < 3; round++) {
      await wait(20);
      collect();
    }
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let before = 0;
  let givenUp = 0;
  for (let done = 0; done < warm + calls; done += together) {
    if (done === warm) before = await memory();
    const outcomes = Array.from({ length: together }, (_, number) =>
      call(play.origin, number),
    );
    for (const ended of await Promise.all(outcomes)) if (!ended) givenUp++;
  }
  const growth = (await memory()) - before;
  const kept = (await loopback.settled(play.id)).open;
  // The platform keeps sockets for later calls, and closes them when they are idle.
  let seen = await loopback.settled(play.id);
  for (let tries = 0; tries < 80 && seen.open > 0; tries++) {
    await wait(100);
    seen = await loopback.settled(play.id);
  }
  t.diagnostic(
    `${calls} calls, ${givenUp} given up, ${seen.busy} answers unfinished, ${kept} sockets idle, ${seen.open} left, memory ${growth.toFixed(1)} MiB more`,
  );
  assert.ok(givenUp > calls / 20);
  assert.deepEqual([seen.busy, seen.open], [0, 0]);
  assert.ok(resources(/Timeout/) < 20, "timers");
  assert.ok(growth < growthMiB, `${growth} MiB`);
  await loopback.ask("DELETE", play.id);
}

test("calls that are aborted leave nothing", async (t) => {
  const [made, input] = operation({ method: "POST", body: { json: 1 } });
  const script = [{ json: { a: 1 }, wait: 1, quiet: true }];
  await soak(t, script, async (origin, number) => {
    const controller = new AbortController();
    const timer =
      number % 10 === 0 &&
      setTimeout(() => controller.abort(), Math.random() * 30);
    const { signal } = controller;
    const { ok } = await invoke(client({}, origin), made, input, { signal });
    if (timer) clearTimeout(timer);
    return ok;
  });
});

test("calls that time out leave nothing", async (t) => {
  const [inTime] = operation({});
  const [late] = operation({ path: "/late" });
  const script = {
    "": [{ json: { a: 1 }, quiet: true }],
    "/late": [{ hang: "start", quiet: true }],
  };
  await soak(t, script, async (origin, number) => {
    const is = number % 10 === 0;
    const { ok } = await invoke(
      client({}, origin),
      is ? late : inTime,
      {},
      {
        timeoutMs: is ? 10 : 5000,
      },
    );
    return ok;
  });
});

test("a bomb stays small", async (t) => {
  const loopback = await Loopback.start();
  t.after(() => loopback.close());
  const [made, input] = operation({});
  for (const times of [1, 2]) {
    const coding = Array(times).fill("gzip").join(", ");
    const play = await loopback.ask("POST", "start", [
      {
        repeat: ["0", 2 ** 26],
        gzip: times,
        headers: { "content-encoding": coding },
      },
    ]);
    const sdk = client({}, play.origin);
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 1);
    const result = await invoke<unknown, unknown>(sdk, made, input);
    clearInterval(watch);
    assert.equal(result.ok, false);
    const growth = (highest - before) / 2 ** 20;
    t.diagnostic(`gzip ${times} times: ${growth.toFixed(1)} MiB at most`);
    assert.ok(growth < 24, `${growth} MiB`);
  }
});
