/** The HTTP client: a fetch function with hooks around it. */

export type Fetcher = (
  input: RequestInfo | URL,
  init?: RequestInit,
) => Promise<Response>;

type Awaitable<T> = T | Promise<T>;

export interface HTTPHooks {
  /** Sees every request; what it returns is sent instead. */
  beforeRequest: (request: Request) => Awaitable<Request | void>;
  /** Sees errors of the connection. */
  requestError: (error: unknown, request: Request) => Awaitable<void>;
  /** Sees every response. */
  response: (response: Response, request: Request) => Awaitable<void>;
}

type HookLists = { [Name in keyof HTTPHooks]: HTTPHooks[Name][] };

/** Sends requests. Give it an own `fetcher` for proxies, tests and the like. */
export class HTTPClient {
  readonly #fetcher: Fetcher;
  #hooks: HookLists = { beforeRequest: [], requestError: [], response: [] };

  constructor(options: { readonly fetcher?: Fetcher | undefined } = {}) {
    this.#fetcher = options.fetcher ?? ((input, init) => fetch(input, init));
  }

  /** Sends one request. */
  async request(request: Request): Promise<Response> {
    const hooks = this.#hooks;
    let sent = request;
    for (const hook of hooks.beforeRequest) sent = (await hook(sent)) ?? sent;
    try {
      const response = await this.#fetcher(sent);
      for (const hook of hooks.response) await hook(response, sent);
      return response;
    } catch (error) {
      for (const hook of hooks.requestError) await hook(error, sent);
      throw error;
    }
  }

  /** Adds a hook after those there are. */
  addHook<Name extends keyof HTTPHooks>(
    name: Name,
    hook: HTTPHooks[Name],
  ): this {
    this.#hooks[name].push(hook);
    return this;
  }

  /** Removes a hook added before. */
  removeHook<Name extends keyof HTTPHooks>(
    name: Name,
    hook: HTTPHooks[Name],
  ): this {
    const list: HTTPHooks[Name][] = this.#hooks[name];
    const index = list.indexOf(hook);
    if (index >= 0) list.splice(index, 1);
    return this;
  }

  /** A client with the same fetcher and, for now, the same hooks. */
  clone(): HTTPClient {
    const copy = new HTTPClient({ fetcher: this.#fetcher });
    const { beforeRequest, requestError, response } = this.#hooks;
    copy.#hooks = {
      beforeRequest: [...beforeRequest],
      requestError: [...requestError],
      response: [...response],
    };
    return copy;
  }
}
