/**
 * Makes the calls on standard input with a generated package, and tells all that it shows.
 *
 * What a server says is shown as it is (the `body` of an error, the headers of a response), and the
 * `Request` of the platform is what was sent: neither is looked at here.
 */

import { text } from "node:stream/consumers";
import { inspect } from "node:util";

type Dict = { [key: string]: any };

interface Plan {
  readonly clients: readonly Dict[];
  readonly jobs: readonly Dict[];
}

/** Parts of the package, by the entry that imports this. */
interface Kit {
  readonly Root: new (options: Dict) => Dict;
  readonly functions: { readonly [name: string]: (...args: any[]) => any };
  readonly raw: (...args: any[]) => Promise<Response>;
  readonly seen: unknown[];
}

let shown: { [place: string]: string[] } = {};

function note(place: string, ...lines: string[]): void {
  (shown[place] ??= []).push(...lines);
}

/** Notes what is seen of values by those who print them. */
function look(place: string, ...values: unknown[]): void {
  for (const value of values) {
    note(
      place,
      inspect(value),
      inspect(value, { depth: 12, showHidden: true }),
    );
    for (const print of [String, JSON.stringify])
      try {
        note(place, `${print(value)}`);
      } catch {
        // What cannot be printed shows nothing.
      }
  }
}

function lookAtError(error: any): void {
  for (let cause = error; cause instanceof Error; cause = cause.cause as any)
    look("cause", cause, cause.message, cause.stack);
  look("error", error, error.pretty?.().replace(error.body, ""), error.data$);
  look("raw response", error.rawResponse);
  // These headers are what a server says.
  const said = /^ +('set-cookie'|location): .*$/gm;
  const lines = shown["raw response"]!.map((line) => line.replace(said, ""));
  shown["raw response"] = lines;
}

const log = (...words: unknown[]): void => look("log", ...words);
const debugLogger = { group: log, groupEnd() {}, log };

/** Credentials with the names of the package. */
function camel(value: any): any {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      item,
    ]),
  );
}

function native(value: any): any {
  if (Array.isArray(value)) return value.map(native);
  if (typeof value !== "object" || value === null) return value;
  if ("$bytes" in value) return Buffer.from(value.$bytes, "base64");
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, native(item)]),
  );
}

function client({ Root }: Kit, options: Dict, way: string, asked: boolean) {
  const given = Object.entries(options).map(([name, it]) => [
    name,
    asked ? () => camel(it) : camel(it),
  ]);
  return new Root({
    ...Object.fromEntries(given),
    ...(way === "logger" && { debugLogger }),
  });
}

function callOptions(call: Dict): Dict {
  const { server_url: serverURL, timeout_ms, headers, retry } = call;
  const { connectionErrors: lost, maxRetries, ...times } = camel(retry ?? {});
  const backoff = { ...times, jitterMs: 0 };
  const strategy = "backoff";
  return {
    serverURL,
    ...(timeout_ms && { timeoutMs: timeout_ms }),
    ...(headers && { headers }),
    ...(retry && {
      retries: { strategy, backoff, maxRetries, retryConnectionErrors: lost },
    }),
  };
}

async function value(kit: Kit, client: Dict, job: Dict): Promise<unknown> {
  const args = Object.values(job["arguments"]).map((given) =>
    job["wrong"] ? Symbol() : native(given),
  );
  args.push(callOptions(job["call"]));
  const call = kit.functions[job["function"]]!;
  if (job["raw"]) return kit.raw(call, client, ...args);
  if (job["mode"] === "function") {
    const promise = call(client, ...args);
    look("promise", promise);
    const result = await promise;
    look("result", result);
    if (!result.ok) throw result.error;
    return result.value;
  }
  let group = client;
  for (const name of job["accessor"].slice(0, -1)) {
    group = group[name];
    look("group", group);
  }
  return group[job["accessor"].at(-1)](...args);
}

/** What comes of a job: "value" or the name of an error. */
async function run(kit: Kit, client: Dict, job: Dict): Promise<string> {
  try {
    const came: any = await value(kit, client, job);
    look("value", came);
    const body = job["raw"] ? came.body : came;
    if (Object(body)[Symbol.asyncIterator])
      for await (const item of body) look("value", item);
    return "value";
  } catch (error) {
    lookAtError(error);
    return (error as Error).name;
  }
}

async function tell(kit: Kit, shared: Dict, job: Dict, way: string) {
  shown = {};
  kit.seen.length = 0;
  if (way === "environment") process.env["ORQ_DEBUG"] = "1";
  const { credentials } = job;
  const used = credentials ? client(kit, credentials, way, true) : shared;
  const outcome = await run(kit, used, job);
  delete process.env["ORQ_DEBUG"];
  look("hooks", ...kit.seen);
  look("client", used);
  return { name: job["name"], outcome, shown };
}

/** All jobs, one after the other. */
export async function main(kit: Kit): Promise<void> {
  const { clients, jobs } = JSON.parse(await text(process.stdin)) as Plan;
  for (const name of ["debug", "dir", "error", "group", "info", "log", "warn"])
    Object.assign(console, { [name]: log });
  const shared = clients.map(({ credentials, logs_by }) =>
    client(kit, credentials, logs_by, false),
  );
  for (const job of jobs) {
    const { client: number } = job;
    const way = clients[number]!["logs_by"];
    const told = await tell(kit, shared[number]!, job, way);
    process.stdout.write(JSON.stringify(told) + "\n");
  }
}
