import type { Configuration } from "./runtime/operation.js";
import { bearer } from "./runtime/security.js";

/** The servers of the document. */
export const ServerList = [
  "https://my.orq.ai",
] as const;

/** @internal */
export const config: Configuration = {
  name: "@orq-ai/node",
  version: "4.2.6",
  documentVersion: "2.0",
  userAgent: "sdkloom/typescript 4.2.6 @orq-ai/node",
  servers: [
    { url: "https://my.orq.ai", variables: {} },
  ],
  schemes: {
    apiKey: { send: bearer, env: "ORQ_API_KEY" },
  },
  security: [["apiKey"]],
  timeoutMs: 600000,
  debugEnv: "ORQ_DEBUG",
};
