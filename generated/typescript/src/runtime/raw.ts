/** Answers as they came: any function, without reading what it brings. */

import type { Client } from "./client.js";
import { binary } from "./response.js";
import type { Answer } from "./response.js";
import { unwrap } from "./result.js";
import type { Result } from "./result.js";

/** A standalone function of this package. */
export type Standalone<C extends Client, Args extends readonly unknown[]> = (
  client: C,
  ...args: Args
) => PromiseLike<Result<unknown, unknown>>;

/**
 * Calls a function and gives the response of whatever status, its body unread.
 * The time limit holds for each read of the body. Raises what a call without an answer fails with.
 */
export async function raw<C extends Client, Args extends readonly unknown[]>(
  call: Standalone<C, Args>,
  client: C,
  ...args: Args
): Promise<Response> {
  const setup = { ...client._setup, finish: unread };
  const own = Object.create(client, { _setup: { value: setup } }) as C;
  return (await unwrap(call(own, ...args))) as Response;
}

function unread(answer: Answer): Response {
  const { response, deadline } = answer;
  if (response.body) return new Response(binary(answer), response);
  deadline.end();
  return response;
}
