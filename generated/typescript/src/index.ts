export { ServerList } from "./config.js";
export { OrqCore, type OrqOptions } from "./core.js";
export * as components from "./models/components/index.js";
export * as errors from "./models/errors/index.js";
export * as operations from "./models/operations/index.js";
export type { ClientOptions, RequestOptions } from "./runtime/client.js";
export type { FileContent, FileInput, FileRecord } from "./runtime/files.js";
export { type Fetcher, HTTPClient, type HTTPHooks } from "./runtime/http.js";
export type { Logger } from "./runtime/logger.js";
export { raw } from "./runtime/raw.js";
export { type APIPromise, type HTTPMeta, type Result, unwrap } from "./runtime/result.js";
export type { Backoff, RetryConfig } from "./runtime/retry.js";
export type { BasicCredential, Credential } from "./runtime/security.js";
export { EventStream } from "./runtime/streams.js";
export {
  UnknownValue,
  type UnknownVariant,
  type Unrecognized,
  unrecognized,
} from "./runtime/variants.js";
export { Orq } from "./sdk/sdk.js";
