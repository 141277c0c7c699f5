import { oauth } from "./runtime/oauth.js";
import type { Configuration } from "./runtime/operation.js";
import { apiKey, basic, bearer, custom, fromParts } from "./runtime/security.js";

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
    login: { send: basic, env: fromParts, parts: [
      { key: "username", wire: "username", env: "SECURITY_USERNAME", required: true },
      { key: "password", wire: "password", env: "SECURITY_PASSWORD", required: true },
    ] },
    headerKey: { send: apiKey, env: "SECURITY_HEADER_KEY", in: "header", name: "X-Api-Key" },
    queryKey: { send: apiKey, env: "SECURITY_QUERY_KEY", in: "query", name: "key" },
    cookieKey: { send: apiKey, env: "SECURITY_COOKIE_KEY", in: "cookie", name: "session" },
    custom: { send: bearer, env: "SECURITY_CUSTOM", prefix: "Token" },
    oauth: { send: oauth, env: fromParts, parts: [
      { key: "clientId", wire: "client_id", env: "SECURITY_CLIENT_ID", required: true },
      { key: "clientSecret", wire: "client_secret", env: "SECURITY_CLIENT_SECRET", required: true },
      { key: "audience", wire: "audience", env: "SECURITY_AUDIENCE" },
    ], token: { url: "https://example.com/token", grant: "client_credentials", basic: true } },
    user: { send: oauth, env: fromParts, parts: [
      { key: "username", wire: "username", env: "SECURITY_USER_USERNAME", required: true },
      { key: "password", wire: "password", env: "SECURITY_USER_PASSWORD", required: true },
      { key: "clientId", wire: "client_id", env: "SECURITY_USER_CLIENT_ID" },
      { key: "clientSecret", wire: "client_secret", env: "SECURITY_USER_CLIENT_SECRET" },
    ], token: { url: "/token", grant: "password" } },
    appKey: { send: custom, env: fromParts, parts: [
      { key: "appId", wire: "appId", env: "SECURITY_APP_ID", required: true },
      { key: "key", wire: "key", env: "SECURITY_KEY" },
    ] },
  },
  security: [["token"]],
  timeoutMs: 60000,
  debugEnv: "SECURITY_DEBUG",
};
