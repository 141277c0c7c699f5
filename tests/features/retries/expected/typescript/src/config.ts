import type { Configuration } from "./runtime/operation.js";

/** The servers of the document. */
export const ServerList = [
  "https://example.com",
] as const;

/** @internal */
export const config: Configuration = {
  name: "retries",
  version: "0.1.0",
  documentVersion: "1.0.0",
  userAgent: "sdkloom/typescript 0.1.0 retries",
  servers: [
    { url: "https://example.com", variables: {} },
  ],
  schemes: {
  },
  security: [],
  timeoutMs: 60000,
  retries: {
    strategy: "backoff",
    backoff: { initialInterval: 100, maxInterval: 2000, exponent: 2, maxElapsedTime: 10000 },
    retryConnectionErrors: true,
  },
  retryCodes: ["429", "5XX"],
  debugEnv: "RETRIES_DEBUG",
};
