import type { ServersCore } from "../core.js";
import type { ServersError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";
import { oneOf } from "../runtime/variables.js";

const operation: Operation<undefined, void> = {
  id: "there",
  method: "GET",
  path: "/there",
  replies: [
    { status: "204" },
  ],
  servers: [
    { url: "https://{region}.{tenant-name}.{client}.example.com", variables: { "region": "us", "tenant-name": "", "client": "x" }, check: oneOf([["region", ["us", "asia"]]]) },
    { url: "https://path.example.com", variables: {} },
  ],
};

/** there */
export function there(
  client: ServersCore,
  options?: RequestOptions,
): APIPromise<Result<void, ServersError>> {
  return invoke(client, operation, undefined, options);
}
