/** Uses the package as its users do; it only has to compile, without types of Node. */

import { HTTPClient, Orq, OrqCore, ServerList, unwrap } from "@orq-ai/node";
import type { RequestOptions, RetryConfig } from "@orq-ai/node";
import { OrqCore as Core } from "@orq-ai/node/core.js";
import { filesGet } from "@orq-ai/node/funcs/filesGet.js";
import type { TreeNode } from "@orq-ai/node/models/components";
import { HonoApiError, OrqError } from "@orq-ai/node/models/errors";
import type { CreateImageVariationRequestBody } from "@orq-ai/node/models/operations";

const retryConfig: RetryConfig = { strategy: "backoff" };
const orq = new Orq({
  apiKey: async () => "token",
  serverURL: ServerList[0],
  retryConfig,
  httpClient: new HTTPClient({ fetcher: (input, init) => fetch(input, init) }),
  debugLogger: console,
  timeoutMs: undefined,
});
const body: CreateImageVariationRequestBody = {
  model: "Altima",
  image: new Uint8Array(),
  n: null,
  responseFormat: "url",
};
const options: RequestOptions = {
  signal: AbortSignal.timeout(5),
  headers: { "x-a": "b" },
  retryCodes: ["5XX"],
  fetchOptions: { cache: "no-store" },
};
const tree: TreeNode = {
  kind: "node",
  nodeName: "root",
  children: [{ kind: "leaf", payload: new Date() }],
};

export async function use(): Promise<string | undefined> {
  const created = await orq.router.images.variations.create(body, options);
  await orq.nodes.update({ nodeId: "a", requestBody: tree });
  await orq.files.create({ file: { content: new Blob([]), fileName: "a" } });
  const core: Core = new OrqCore();
  const result = await filesGet(core, { fileId: "a" });
  if (result.ok) return result.value.created.toISOString();
  if (result.error instanceof HonoApiError) return result.error.data.message;
  if (result.error instanceof OrqError) return result.error.body;
  const { request } = (await filesGet(orq, { fileId: "a" }).$inspect())[1];
  const stored = await unwrap(filesGet(orq, { fileId: "b" }));
  return created.data[0]?.url ?? request?.url ?? stored.purpose;
}
