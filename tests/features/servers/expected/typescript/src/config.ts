import type { Configuration } from "./runtime/operation.js";
import { oneOf } from "./runtime/variables.js";

/** The servers of the document. */
export const ServerList = [
  "https://{region}.example.com:{port}/v1",
  "http://localhost:8080",
  "/relative",
] as const;

/** @internal */
export const config: Configuration = {
  name: "servers",
  version: "0.1.0",
  documentVersion: "1.0.0",
  userAgent: "sdkloom/typescript 0.1.0 servers",
  servers: [
    { url: "https://{region}.example.com:{port}/v1", variables: { "region": "eu", "port": "443" }, check: oneOf([["region", ["eu", "us"]]]) },
    { url: "http://localhost:8080", variables: {}, name: "local" },
    { url: "/relative", variables: {} },
  ],
  schemes: {
  },
  security: [],
  timeoutMs: 60000,
  debugEnv: "SERVERS_DEBUG",
};
