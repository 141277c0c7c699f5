/** Results that come in pages: the calls they are from, and iterating over them. */

import type { Client, RequestOptions } from "./client.js";
import type { Dict } from "./codec.js";
import { toJSON } from "./encoding.js";
import type { SDKError } from "./errors.js";
import { parseExact } from "./exact.js";
import type { Operation, Reply } from "./operation.js";
import type { Answer } from "./response.js";
import { APIPromise } from "./result.js";
import type { Result } from "./result.js";
import { invoke } from "./transport.js";

/** Keys and indices that lead to a value; an index below 0 counts from the end. */
export type Path = readonly (string | number)[];

/** A field of the request that chooses the page, or its size. */
export interface PageInput {
  /** Names that lead to it in the request. */
  readonly at: readonly string[];
  readonly kind?: "string" | "integer" | undefined;
  /** What the server takes where nothing is given. */
  readonly start?: number | undefined;
}

/** How to come from one page to the next. */
export interface PageRule<Item> {
  /** The call of the next page: `byCursor`, `byPage`, `byOffset` or `byLink`. */
  readonly follow: <Value>(
    turn: Turn<Value>,
    fetched: Fetched,
  ) => Turn<Value> | undefined;
  readonly input?: PageInput | undefined;
  readonly limit?: PageInput | undefined;
  /** Leads to the cursor or URL in what was received. */
  readonly next?: Path | undefined;
  /** Leads to the items there. */
  readonly results?: Path | undefined;
  /** Leads to the number of pages there. */
  readonly total?: Path | undefined;
  /** Leads to the items in the result of the call. */
  readonly items?: Path | undefined;
  /** Carries the type of an item; never set. */
  readonly item?: Item | undefined;
}

/** The call of one page. */
export interface Turn<Value> {
  readonly client: Client;
  readonly operation: Operation<never, Value>;
  readonly paging: PageRule<unknown>;
  readonly input: unknown;
  readonly options: RequestOptions;
  readonly number: number;
  /** The cursors and URLs so far, with the number of the page each led to. */
  readonly seen: Map<string, number>;
  /** Origin of the first page, until a link leads elsewhere. */
  readonly home?: string | undefined;
}

/** What the call of a page brought. */
export interface Fetched {
  readonly body: unknown;
  readonly url: string;
}

/** Calls an operation that gives pages. Whatever goes wrong is in the result. */
export function paged<Input, Output, Item, Failure = SDKError>(
  client: Client,
  operation: Operation<Input, Output>,
  paging: PageRule<Item>,
  input: Input,
  options: RequestOptions = {},
): APIPromise<Result<Page<Output, Item>, Failure>> {
  const seen = new Map<string, number>();
  const number = 1;
  return take({ client, operation, paging, input, options, number, seen });
}

function take<Value, Item, Failure>(
  turn: Turn<Value>,
): APIPromise<Result<Page<Value, Item>, Failure>> {
  let answer: Answer | undefined;
  const keep = ({ decode, ...reply }: Reply): Reply => ({
    ...reply,
    decode:
      decode &&
      (async (given, codec) => {
        const value = await decode(given, codec);
        answer = given;
        return value;
      }),
  });
  const { client, input, options } = turn;
  const replies = turn.operation.replies.map(keep);
  const operation = { ...turn.operation, replies };
  const call = invoke<never, Value, Failure>(
    client,
    operation,
    input as never,
    options,
  );
  return new APIPromise(
    call.$inspect().then(([result, meta]) => {
      if (!result.ok) return [result, meta];
      const url = meta.request?.url ?? "";
      const home = turn.number === 1 ? originOf(url) : turn.home;
      const fetched = { url, body: parsed(answer?.body) };
      const value = new Page<Value, Item>(
        { ...turn, home },
        result.value,
        fetched,
      );
      return [{ ok: true, value }, meta];
    }),
  );
}

/** One page of results; iterating gives its items and those of all pages behind it. */
export class Page<Value, Item> implements AsyncIterable<Item> {
  /** What the call returned. */
  readonly result: Value;
  // Private, for a printed page must not show what it was asked with.
  readonly #turn: Turn<Value>;
  readonly #fetched: Fetched;

  /** @internal */
  constructor(turn: Turn<Value>, result: Value, fetched: Fetched) {
    this.result = result;
    this.#turn = turn;
    this.#fetched = fetched;
    if (turn.number > 1) return;
    turn.seen.set(fetched.url, 1);
    turn.seen.set(keyOf(given(turn, turn.paging.input)), 1);
  }

  /** The items of this page; its result, where nothing says what the items are. */
  get items(): readonly Item[] {
    const { items } = this.#turn.paging;
    const found = items ? reach(this.result, items) : [this.result];
    return Array.isArray(found) ? (found as Item[]) : [];
  }

  /** Fetches the next page; null if this is the last. Raises SDKError. */
  async next(): Promise<Page<Value, Item> | null> {
    const { follow } = this.#turn.paging;
    const turn = follow(this.#turn, this.#fetched);
    if (!turn) return null;
    const result = await take<Value, Item, SDKError>(unkeyed(turn));
    if (!result.ok) throw result.error;
    return result.value;
  }

  /** This page and all behind it, each fetched when it is asked for. */
  async *pages(): AsyncGenerator<Page<Value, Item>, void, undefined> {
    let page: Page<Value, Item> | null = this;
    while (page) {
      yield page;
      page = await page.next();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }
}

/** The call without a key of the caller's, which a page of its own may not share. */
function unkeyed<Value>(turn: Turn<Value>): Turn<Value> {
  const { params = [], key } = turn.operation;
  const name = key?.header.toLowerCase();
  const keys = params
    .filter(
      (param) => param.in === "header" && param.name.toLowerCase() === name,
    )
    .map(({ key }) => [key, undefined]);
  if (!keys.length) return turn;
  return {
    ...turn,
    input: { ...Object(turn.input), ...Object.fromEntries(keys) },
  };
}

/** The value of a field in this call. */
export function given(
  turn: Turn<unknown>,
  input: PageInput | undefined,
): unknown {
  return input && reach(turn.input, input.at);
}

/** What a path leads to; undefined if that is not there. */
export function reach(value: unknown, path: Path): unknown {
  let found: unknown = value;
  for (const step of path) {
    if (typeof step === "number")
      found = Array.isArray(found) ? (found as unknown[]).at(step) : undefined;
    else
      found =
        found !== null &&
        typeof found === "object" &&
        Object.hasOwn(found, step)
          ? (found as Dict)[step]
          : undefined;
  }
  return found;
}

/** Whether a cursor or URL has led here before; it is kept if not. */
export function leadsBack(
  { seen, number }: Turn<unknown>,
  key: string,
): boolean {
  if (!seen.has(key)) seen.set(key, number + 1);
  return seen.get(key)! <= number;
}

/** A cursor as text, to know it again. */
export function keyOf(token: unknown): string {
  return typeof token === "string" ? token : (toJSON(token) ?? "");
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function parsed(text = ""): unknown {
  try {
    return parseExact(text); // a cursor may be of many digits
  } catch {
    return undefined; // nothing leads on from here
  }
}
