/** Requests that `fetch` refuses, for HTTP clients that do not: GET with a body, TRACE. */

/**
 * What an own HTTP client gets: method, URL, headers and body as they should be sent.
 * To `fetch` it is of an unknown scheme, so that nothing else goes out instead.
 */
class UnusualRequest extends Request {
  readonly #url: string;
  readonly #method: string;
  readonly #body: Response;

  constructor(url: string, { method = "GET", body, ...init }: RequestInit) {
    super("unusual:request", init);
    this.#url = url;
    this.#method = method;
    this.#body = new Response(body ?? null);
  }

  override get url(): string {
    return this.#url;
  }

  override get method(): string {
    return this.#method;
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#body.body;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#body.arrayBuffer();
  }

  override text(): Promise<string> {
    return this.#body.text();
  }
}

/** Makes the request. Raises TypeError where no own HTTP client could send it. */
export function unusualRequest(
  url: string,
  init: RequestInit,
  hasClient: boolean,
): Request {
  if (!hasClient) return new Request(url, init);
  return new UnusualRequest(url, init);
}
