import type { ExactNumbersCore } from "../core.js";
import { type Account, Account$ } from "../models/components/account.js";
import type { ExactNumbersError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { exactJSON } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, Account> = {
  id: "getAccount",
  method: "GET",
  path: "/account",
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Account$, decode: exactJSON },
  ],
};

/** getAccount */
export function getAccount(
  client: ExactNumbersCore,
  options?: RequestOptions,
): APIPromise<Result<Account, ExactNumbersError>> {
  return invoke(client, operation, undefined, options);
}
