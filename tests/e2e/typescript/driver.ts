/** Calls the generated TypeScript package as the jobs on standard input say, and tells what came of it. */

import { openAsBlob, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";

import {
  errors,
  Orq,
  type operations,
  OrqCore,
  type OrqOptions,
  type RequestOptions,
  type RetryConfig,
} from "@orq-ai/node";
import { routerImagesVariationsCreate } from "@orq-ai/node/funcs/routerImagesVariationsCreate.js";

type Dict = { [key: string]: unknown };
type Request = operations.CreateImageVariationRequestBody;
type Response = operations.CreateImageVariationResponseBody;

interface Job {
  readonly name: string;
  readonly mode: "class" | "function";
  readonly client: Dict;
  readonly call: Dict | null;
  readonly env: Record<string, string> | null;
  readonly cancel_ms: number | null;
  readonly input: Dict | "typed";
  readonly calls: number;
}

const file = "cat.png";

async function fileInput(how: string, names: Dict): Promise<unknown> {
  const content = new Uint8Array(readFileSync(file));
  const ways: { [how: string]: () => unknown } = {
    bytes: () => content,
    path: () => openAsBlob(file),
    object: () => new File([content], file, { type: "image/png" }),
    blob: () => new Blob([content], { type: "image/png" }),
    stream: () => new Blob([content]).stream(),
    record: () => ({ ...names, content }),
    list: () => [
      { fileName: "a.png", content },
      { fileName: "b.jpg", content },
    ],
  };
  return ways[how]!();
}

const typed: Request = {
  model: "m",
  fallbacks: [{ model: "m/2" }],
  orq: { prompt: { id: "p", version: "latest" }, timeout: { callTimeout: 5 } },
};

/** An input with the names of the package; those of `metadata` are the user's own. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== "object" || value === null) return value;
  if ("$float" in value) return value.$float;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      key === "metadata" ? item : camel(item),
    ]),
  );
}

async function argument(given: Dict | "typed"): Promise<Request> {
  if (given === "typed") return typed;
  const request = camel(given) as Dict;
  const { $file: how, ...names } = Object(request["image"]) as Dict;
  if (typeof how === "string") request["image"] = await fileInput(how, names);
  return request as Request;
}

function retryConfig(given: unknown): RetryConfig {
  if (given === "none") return { strategy: "none" };
  const { connectionErrors, ...times } = camel(given) as Dict;
  return {
    strategy: "backoff",
    backoff: { ...times, jitterMs: 0 } as never,
    retryConnectionErrors: connectionErrors as boolean | undefined,
  };
}

function clientOptions(given: Dict, log: string[]): OrqOptions {
  const { api_key: key, server_url, timeout_ms, retry, debug } = given;
  const keys = Array.isArray(key) ? key[Symbol.iterator]() : undefined;
  const note = (...words: unknown[]) => void log.push(words.join(" "));
  return {
    apiKey: keys
      ? async () => keys.next().value as string
      : ((key ?? undefined) as string),
    serverURL: server_url as string,
    timeoutMs: timeout_ms as number,
    ...(retry ? { retryConfig: retryConfig(retry) } : {}),
    ...(debug === "logger"
      ? { debugLogger: { group: note, groupEnd: () => {}, log: note } }
      : {}),
  };
}

function callOptions(given: Dict | null): RequestOptions {
  const { server_url, headers, timeout_ms, retry, retry_codes } = given ?? {};
  return {
    ...(server_url ? { serverURL: server_url as string } : {}),
    ...(headers ? { headers: headers as Record<string, string> } : {}),
    ...(timeout_ms ? { timeoutMs: timeout_ms as number } : {}),
    ...(retry ? { retries: retryConfig(retry) } : {}),
    ...(retry_codes ? { retryCodes: retry_codes as string[] } : {}),
  };
}

type Call = (request: Request, options: RequestOptions) => Promise<Response>;

function caller(mode: Job["mode"], options: OrqOptions): Call {
  if (mode === "class") {
    const client = new Orq(options);
    return (request, call) =>
      client.router.images.variations.create(request, call);
  }
  const client = new OrqCore(options);
  return async (request, call) => {
    const pending = routerImagesVariationsCreate(client, request, call);
    const thrown = (error: unknown): never => {
      throw new Error(`A standalone function threw: ${inspect(error)}`);
    };
    const result = await pending.then(undefined, thrown);
    if (!result.ok) throw result.error;
    return result.value;
  };
}

async function run(job: Job, log: string[]): Promise<Dict> {
  const told: Dict = {};
  const call = caller(job.mode, clientOptions(job.client, log));
  for (let count = 0; count < job.calls; count++) {
    const request = await argument(job.input);
    const options = callOptions(job.call);
    const controller = new AbortController();
    if (job.cancel_ms !== null) {
      options.signal = controller.signal;
      setTimeout(() => controller.abort(), job.cancel_ms);
    }
    const began = performance.now();
    try {
      told["value"] = plain(await call(request, options));
    } catch (error) {
      told["error"] = plainError(error);
    }
    told["elapsed_ms"] = performance.now() - began;
  }
  return told;
}

/** What a typed answer holds, read by the names of its fields; JSON leaves out what is undefined. */
function plain(value: Response): Dict {
  const { usage } = value;
  const { revised } = value as unknown as Dict;
  return {
    created: value.created,
    output_format: value.outputFormat,
    size: value.size,
    quality: value.quality,
    data: value.data.map((item) => ({
      url: item.url,
      b64_json: item.b64Json,
      seed: (item as unknown as Dict)["seed"],
    })),
    usage: usage && {
      total_tokens: usage.totalTokens,
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      input_tokens_details: {
        text_tokens: usage.inputTokensDetails.textTokens,
        image_tokens: usage.inputTokensDetails.imageTokens,
      },
    },
    revised,
  };
}

function plainError(error: unknown): Dict {
  const known = error instanceof errors.OrqError;
  const headers: Dict = {};
  if (known) error.headers.forEach((value, name) => (headers[name] = value));
  return {
    class: (error as Error).name,
    known,
    message: (error as Error).message,
    status: known ? error.statusCode : null,
    body: known ? error.body : null,
    headers,
    printed: inspect(error, { depth: 9, showHidden: true }),
  };
}

/** Runs with the environment and the console of the job alone. */
async function isolated(job: Job): Promise<Dict> {
  const log: string[] = [];
  const note = (...words: unknown[]) => void log.push(words.join(" "));
  const { group, log: say } = console;
  for (const name of ["ORQ_API_KEY", "ORQ_DEBUG"]) delete process.env[name];
  Object.assign(process.env, job.env);
  Object.assign(console, { group: note, log: note });
  try {
    return { ...(await run(job, log)), log: log.join("\n") };
  } catch (error) {
    return { crash: inspect(error) };
  } finally {
    Object.assign(console, { group, log: say });
  }
}

for (const job of JSON.parse(await text(process.stdin)) as Job[]) {
  const told = await isolated(job);
  process.stdout.write(JSON.stringify({ name: job.name, ...told }) + "\n");
}
