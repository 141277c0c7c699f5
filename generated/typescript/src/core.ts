import { config } from "./config.js";
import { initHooks } from "./hooks/registration.js";
import { Client, type ClientOptions } from "./runtime/client.js";
import type { Credential } from "./runtime/security.js";

/** Options of the client. */
export interface OrqOptions extends ClientOptions {
  /** Default: the environment variable `ORQ_API_KEY`. */
  readonly apiKey?: Credential | undefined;
}

/** The client without methods, for standalone functions. */
export class OrqCore extends Client {
  constructor(options: OrqOptions = {}) {
    super(config, options, { apiKey: options.apiKey }, options.urlParams, initHooks());
  }
}
