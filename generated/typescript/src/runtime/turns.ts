/** Ways from one page to the next: by a cursor, the number of the page, or an offset. */

import type { Dict } from "./codec.js";
import { given, keyOf, leadsBack, reach } from "./paging.js";
import type { Fetched, PageInput, Turn } from "./paging.js";

/** By the cursor that a page names; without one it was the last. */
export function byCursor<Value>(
  turn: Turn<Value>,
  { body }: Fetched,
): Turn<Value> | undefined {
  const token = reach(body, turn.paging.next ?? []);
  return token == null || token === false || token === ""
    ? undefined
    : to(turn, token);
}

/** By numbers from 1, until a page is the last, is empty, or is shorter than asked for. */
export function byPage<Value>(
  turn: Turn<Value>,
  { body }: Fetched,
): Turn<Value> | undefined {
  const { input, total } = turn.paging;
  const number = numberOf(turn, input) ?? 1;
  const last = total && reach(body, total);
  const count = countOf(turn, body);
  const goesOn = Number.isInteger(last)
    ? number < Number(last) && count !== 0
    : !isShort(turn, count);
  return goesOn ? to(turn, number + 1) : undefined;
}

/** By the number of items before a page, until one is empty or shorter than asked for. */
export function byOffset<Value>(
  turn: Turn<Value>,
  { body }: Fetched,
): Turn<Value> | undefined {
  const count = countOf(turn, body);
  if (!count || isShort(turn, count)) return undefined;
  return to(turn, (numberOf(turn, turn.paging.input) ?? 0) + count);
}

function countOf(turn: Turn<unknown>, body: unknown): number | undefined {
  const { results } = turn.paging;
  const found = results && reach(body, results);
  return Array.isArray(found) ? found.length : undefined;
}

/** Tells whether there are fewer items than were asked for, or none. */
function isShort(turn: Turn<unknown>, count: number | undefined): boolean {
  return !count || count < (numberOf(turn, turn.paging.limit) ?? 0);
}

function numberOf(
  turn: Turn<unknown>,
  input: PageInput | undefined,
): number | undefined {
  const value = given(turn, input) ?? input?.start;
  return Number.isInteger(value) ? (value as number) : undefined;
}

/** The call with another cursor, page or offset. */
function to<Value>(turn: Turn<Value>, value: unknown): Turn<Value> | undefined {
  const { input } = turn.paging;
  if (!input || leadsBack(turn, keyOf(value))) return undefined;
  const changed = withField(turn.input, input.at, fitted(input, value));
  return { ...turn, input: changed, number: turn.number + 1 };
}

/** A copy of a request with another value at one place. */
function withField(
  holder: unknown,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): unknown {
  const fields = Object(holder) as Dict;
  const inner = rest.length ? withField(fields[name], rest, value) : value;
  return { ...fields, [name]: inner };
}

/** A cursor as the request takes it, whichever way the server writes it. */
function fitted({ kind }: PageInput, value: unknown): unknown {
  if (kind === "string" && /^(number|bigint)$/.test(typeof value))
    return `${value}`;
  if (kind === "integer" && /^-?\d{1,15}$/.test(`${value}`))
    return Number(value);
  return value;
}
