/** The data generated code hands to the runtime: one document, its operations. Types only. */

import type { RequestOptions, Variables } from "./client.js";
import type { Codec } from "./codec.js";
import type { ErrorSource, SDKError } from "./errors.js";
import type { placeParams } from "./params.js";
import type { Answer } from "./response.js";
import type { RetryConfig } from "./retry.js";
import type { Scheme } from "./security.js";

/** What varies by document; one constant in each generated package. */
export interface Configuration {
  readonly name: string;
  readonly version: string;
  readonly documentVersion: string;
  readonly userAgent: string;
  readonly servers: readonly Server[];
  readonly schemes: { readonly [name: string]: Scheme };
  /** Alternatives, each a list of scheme names that belong together. */
  readonly security: readonly (readonly string[])[];
  /** Milliseconds one attempt may take. */
  readonly timeoutMs: number;
  /** For operations that have none of their own. */
  readonly retries?: RetryConfig | undefined;
  readonly retryCodes?: readonly string[] | undefined;
  /** Name of the environment variable that turns the debug log on. */
  readonly debugEnv?: string | undefined;
}

/** A server address; `{name}` in the URL stands for a variable. */
export interface Server {
  readonly url: string;
  readonly name?: string | undefined;
  /** Variables with their defaults. */
  readonly variables: { readonly [name: string]: string };
  /** Refuses what the document does not list: {@link oneOf}. */
  readonly check?: ((variables: Variables) => void) | undefined;
}

/** The part of a parameter that an encoder looks at. */
export interface Style {
  readonly in: "path" | "query" | "header" | "cookie" | "form";
  readonly name: string;
  readonly explode?: boolean | undefined;
  readonly allowReserved?: boolean | undefined;
  /** An empty array or object is sent, too, as an empty value. */
  readonly allowEmpty?: boolean | undefined;
  /** Media type of a parameter described by `content`. */
  readonly content?: string | undefined;
}

/** Gives the text of a parameter as it stands in the request, or undefined when there is nothing to send. */
export type ParamEncoder = (style: Style, value: unknown) => string | undefined;

export interface Param extends Style {
  readonly in: "path" | "query" | "header" | "cookie";
  /** Field of the request object that holds the value. */
  readonly key: string;
  readonly codec: Codec;
  readonly required?: boolean | undefined;
  /** A null is sent, as an empty value; otherwise it means "not given". */
  readonly null?: boolean | undefined;
  /** Option of the client that stands in for a value that was not given. */
  readonly client?: string | undefined;
  /** What is sent when nothing is given. */
  readonly fill?: unknown;
  readonly encode: ParamEncoder;
}

/** A body ready to be sent. */
export interface Payload {
  readonly body: BodyInit;
  readonly type: string;
  /** The body can be read only once, so it is never sent again. */
  readonly once?: boolean | undefined;
  /** The type says how to read the body, so that no header of the call replaces it. */
  readonly keepsType?: boolean | undefined;
}

/** The document's `encoding` of one body field, by wire name. */
export interface FieldEncoding {
  readonly contentType?: string | undefined;
  readonly explode?: boolean | undefined;
  readonly allowReserved?: boolean | undefined;
  /** Style of a field of a urlencoded form. */
  readonly encode?: ParamEncoder | undefined;
}

export interface Body {
  readonly mediaType: string;
  /** Field of the request object that holds the body; absent: the whole request is the body. */
  readonly key?: string | undefined;
  readonly codec: Codec;
  readonly encode: (
    value: unknown,
    body: Body,
    options: RequestOptions,
  ) => Payload;
  readonly required?: boolean | undefined;
  readonly encoding?: { readonly [name: string]: FieldEncoding } | undefined;
  /** Other notations of the same value, for {@link notations}. */
  readonly others?: readonly Body[] | undefined;
}

/** One documented answer; without `decode` its body is thrown away. */
export interface Reply {
  /** "200", "2XX" or "default". */
  readonly status: string;
  readonly mediaType?: string | undefined;
  readonly codec?: Codec | undefined;
  readonly decode?: ((answer: Answer, codec: Codec) => unknown) | undefined;
}

/** A documented answer that becomes an error of its own class. */
export interface ErrorReply extends Reply {
  readonly codec: Codec;
  readonly decode: (answer: Answer, codec: Codec) => unknown;
  // `never` lets every constructor in, whatever data it wants: the codec vouches for it.
  readonly error: new (data: never, source: ErrorSource) => SDKError;
}

/** One operation of the document. */
export interface Operation<Input, Output> {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params?: readonly Param[] | undefined;
  /** What puts them in their places; needed where there are some. */
  readonly placeParams?: typeof placeParams | undefined;
  readonly body?: Body | undefined;
  readonly replies: readonly Reply[];
  readonly errors?: readonly ErrorReply[] | undefined;
  /** Absent: the configuration's. Empty: none. */
  readonly security?: readonly (readonly string[])[] | undefined;
  /** Servers of this operation alone. */
  readonly servers?: readonly Server[] | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: RetryConfig | undefined;
  readonly retryCodes?: readonly string[] | undefined;
  /** A header with a random key, the same in each try, unless the call gives one; see `newKey`. */
  readonly key?:
    { readonly header: string; readonly make: () => string } | undefined;
  /** Makes what the platform would not: {@link unusualRequest}. */
  readonly makeRequest?:
    | ((url: string, init: RequestInit, hasClient: boolean) => Request)
    | undefined;
  /** Carries the types; never set. */
  readonly types?: ((input: Input) => Output) | undefined;
}
