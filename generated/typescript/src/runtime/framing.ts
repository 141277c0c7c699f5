/** Bytes to events and to lines of JSON, whatever the pieces in which they come. */

/** A block of an event stream: what stood in it, the lines of `data` joined. */
export interface Event {
  data?: string;
  event?: string;
  id?: string;
  retry?: number;
}

/** Reads pieces of a stream. */
export interface Reader {
  /** The id of the last complete block, and of those before it where it had none. */
  readonly lastId: string;
  /** Milliseconds before a new connection, if the server said so. */
  readonly retry: number | undefined;
  /** The events that a piece completes. Raises TooLong. */
  feed(chunk: Uint8Array): Iterable<Event>;
  /** What is left at the end. */
  end(): Iterable<Event>;
  /** Begins anew, with another connection; what was not complete is dropped. */
  restart(): void;
}

/** A line or an event above the limit. */
export class TooLong extends Error {
  override name = "TooLong";

  constructor(what: string, limit: number) {
    super(`${what} is longer than ${limit} bytes`);
  }
}

const mostBytes = 8 * 2 ** 20;
const [lf, cr, recordStart] = [10, 13, 30];

/** Splits bytes into lines; LF, CR and CRLF end one, or a byte of one's own. */
class Lines {
  readonly #limit: number;
  readonly #ends: readonly number[];
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #begun: Uint8Array[] = [];
  #size = 0;
  #afterCR = false;
  #isFirst = true;
  /** Bytes of the last line. */
  length = 0;

  constructor(limit: number, ends: readonly number[] = [lf, cr]) {
    this.#limit = limit;
    this.#ends = ends;
  }

  *feed(chunk: Uint8Array): Generator<string, void, undefined> {
    if (!chunk.length) return;
    const [end, other] = this.#ends;
    let start = this.#afterCR && chunk[0] === lf ? 1 : 0;
    for (let at = start; at < chunk.length; at++) {
      if (chunk[at] !== end && chunk[at] !== other) continue;
      this.#add(chunk.subarray(start, at));
      yield this.rest();
      if (chunk[at] === cr && chunk[at + 1] === lf) at++;
      start = at + 1;
    }
    this.#afterCR = chunk[chunk.length - 1] === cr && this.#ends.includes(cr);
    this.#add(chunk.slice(start));
  }

  #add(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) throw new TooLong("a line", this.#limit);
    if (piece.length) this.#begun.push(piece);
  }

  /** What came behind the last end of a line. */
  rest(): string {
    const line = this.begun();
    this.length = this.#size;
    [this.#begun, this.#size] = [[], 0];
    const bom = this.#isFirst && line.startsWith("\ufeff");
    this.#isFirst = false;
    return bom ? line.slice(1) : line;
  }

  /** The same, which is kept. */
  begun(): string {
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#begun) {
      whole.set(piece, at);
      at += piece.length;
    }
    return this.#decoder.decode(whole);
  }
}

/** Reads server-sent events, as the HTML standard says. Blocks without `data` are told, too. */
export class Events implements Reader {
  readonly #limit: number;
  #lines: Lines;
  #block: Event = {};
  #size = 0;
  lastId = "";
  retry: number | undefined;

  constructor(limit: number = mostBytes) {
    this.#limit = limit;
    this.#lines = new Lines(limit);
  }

  restart(): void {
    this.#lines = new Lines(this.#limit);
    [this.#block, this.#size] = [{}, 0];
  }

  *feed(chunk: Uint8Array): Generator<Event, void, undefined> {
    for (const line of this.#lines.feed(chunk)) {
      if (line) {
        this.#field(line, this.#lines.length);
        continue;
      }
      const block = this.#block;
      [this.#block, this.#size] = [{}, 0];
      this.lastId = block.id ?? this.lastId;
      if (!block.event) delete block.event;
      if (Object.keys(block).length) yield block;
    }
  }

  end(): Iterable<Event> {
    return []; // a block without its empty line is dropped
  }

  #field(line: string, length: number): void {
    const [, name, value] = /^([^:]*):? ?([^]*)$/.exec(line)!;
    const block = this.#block;
    if (name === "data") {
      // All before the value is ASCII.
      this.#size += length - (line.length - value!.length) + 1;
      if (this.#size > this.#limit) throw new TooLong("an event", this.#limit);
      block.data =
        block.data === undefined ? value! : `${block.data}\n${value}`;
    } else if (name === "event") block.event = value!;
    else if (name === "id" && !value!.includes("\0")) block.id = value!;
    else if (name === "retry" && /^[0-9]+$/.test(value!))
      this.retry = block.retry = Number(value!.slice(0, 15));
  }
}

/**
 * Reads values of JSON, one a line; each is an event that is nothing but `data`.
 * In a sequence, a record separator stands before each, and a value may have lines.
 */
export class JSONLines implements Reader {
  readonly #limit: number;
  readonly #isSequence: boolean;
  #lines: Lines;
  #isTried = false;
  readonly lastId: string = "";
  readonly retry: number | undefined = undefined;

  constructor(isSequence: boolean, limit: number = mostBytes) {
    this.#limit = limit;
    this.#isSequence = isSequence;
    this.#lines = this.#fresh();
  }

  #fresh(): Lines {
    this.#isTried = false;
    return new Lines(this.#limit, this.#isSequence ? [recordStart] : [lf, cr]);
  }

  restart(): void {
    this.#lines = this.#fresh();
  }

  *feed(chunk: Uint8Array): Generator<Event, void, undefined> {
    for (const data of this.#lines.feed(chunk)) {
      this.#isTried = false;
      if (data.trim()) yield { data };
    }
    // Most records are complete with their first line, and not kept back until the next.
    if (!this.#isSequence || this.#isTried || !chunk.includes(lf)) return;
    const data = this.#lines.begun();
    this.#isTried = data.includes("\n");
    if (this.#isTried && isJSON(data)) yield* this.end();
  }

  *end(): Generator<Event, void, undefined> {
    const data = this.#lines.rest();
    if (data.trim()) yield { data };
  }
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
