/** The errors an SDK raises; all of them are {@link SDKError}. */

/** Where an error comes from. */
export interface ErrorSource {
  readonly response?: Response | undefined;
  readonly body?: string | undefined;
  readonly cause?: unknown;
}

/** Base of everything the SDK raises. */
export class SDKError extends Error {
  override name = "SDKError";
  /** Status of the response; 0 without one. */
  declare readonly statusCode: number;
  /** Text of the response's body as far as it was read. */
  declare readonly body: string;
  // Private, for a printed error must not show the URL or the cookies of the response.
  readonly #response: Response | undefined;

  constructor(message: string, source: ErrorSource = {}) {
    super(message, source);
    this.#response = source.response;
    this.statusCode = source.response?.status ?? 0;
    this.body = source.body ?? "";
  }

  /** The response; its body has been read. */
  get rawResponse(): Response | undefined {
    return this.#response;
  }

  /** Headers of the response; empty without one. */
  get headers(): Headers {
    return this.#response?.headers ?? new Headers();
  }

  /** Content-Type of the response; empty without one. */
  get contentType(): string {
    return this.headers.get("content-type") ?? "";
  }

  /** The server's name for this request, when it gave one. */
  get requestId(): string | undefined {
    return (
      this.headers.get("x-request-id") ??
      this.headers.get("request-id") ??
      undefined
    );
  }

  /** Message and body, for printing. */
  pretty(): string {
    return `${this.message}\n${this.body}`.trim();
  }
}

/** Any answer outside of 2xx that has no class of its own. */
export class APIError extends SDKError {
  override name = "APIError";

  constructor(source: ErrorSource) {
    super(describe(source), source);
  }
}

/** The server pointed elsewhere, and nothing was sent there; `headers` say where. */
export class UnexpectedRedirectError extends APIError {
  override name = "UnexpectedRedirectError";

  constructor(reason: string, source: ErrorSource) {
    super(source);
    this.message = reason;
  }
}

/** Base of the error classes of a document; `data$` is the decoded body. */
export class ModelError<Data> extends SDKError {
  override name = "ModelError";
  readonly data$: Data;

  constructor(data: Data, source: ErrorSource) {
    const { message } = Object(data) as { readonly message?: unknown };
    const own = typeof message === "string" && message;
    super(own || describe(source), source);
    this.data$ = data;
  }

  /** The decoded body. */
  get data(): Data {
    return this.data$;
  }
}

/** The answer is not what the document promises; `cause` says why. */
export class ResponseValidationError extends SDKError {
  override name = "ResponseValidationError";
}

/** The body is larger than a response may be; the rest was not read. */
export class ResponseTooLargeError extends ResponseValidationError {
  override name = "ResponseTooLargeError";
}

/** The input does not fit, or cannot be sent. Nothing was sent. */
export class RequestValidationError extends SDKError {
  override name = "RequestValidationError";
}

/** No response was received. */
export class NoResponseError extends SDKError {
  override name = "NoResponseError";
}

/** The connection could not be opened, or broke. */
export class ConnectionError extends NoResponseError {
  override name = "ConnectionError";
}

/** The time for one attempt ran out. */
export class RequestTimeoutError extends NoResponseError {
  override name = "RequestTimeoutError";
}

/** The caller's signal ended the call. */
export class RequestAbortedError extends NoResponseError {
  override name = "RequestAbortedError";
}

export { RequestValidationError as SDKValidationError };

function describe({ response, body = "" }: ErrorSource): string {
  const type = response?.headers.get("content-type") ?? "";
  const note = /^$|^application\/json *(;|$)/i.test(type)
    ? ""
    : `. Content-Type ${type}`;
  return `API error occurred: Status ${response?.status ?? 0}${note}. Body: ${body.slice(0, 10000)}`;
}
