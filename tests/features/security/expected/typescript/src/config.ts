import type { Configuration } from "./runtime/operation.js";
import { apiKey, basic, bearer } from "./runtime/security.js";

/** The servers of the document. */
export const ServerList = [
] as const;

/** @internal */
export const config: Configuration = {
  name: "security",
  version: "0.1.0",
  documentVersion: "1.0.0",
  userAgent: "sdkloom/typescript 0.1.0 security",
  servers: [
  ],
  schemes: {
    token: { send: bearer, env: "SECURITY_TOKEN" },
    login: { send: basic, env: "SECURITY_LOGIN" },
    headerKey: { send: apiKey, env: "SECURITY_HEADER_KEY", in: "header", name: "X-Api-Key" },
    queryKey: { send: apiKey, env: "SECURITY_QUERY_KEY", in: "query", name: "key" },
    cookieKey: { send: apiKey, env: "SECURITY_COOKIE_KEY", in: "cookie", name: "session" },
    custom: { send: bearer, env: "SECURITY_CUSTOM", prefix: "Token" },
    oauth: { send: bearer, env: "SECURITY_OAUTH" },
  },
  security: [["token"]],
  timeoutMs: 60000,
  debugEnv: "SECURITY_DEBUG",
};
