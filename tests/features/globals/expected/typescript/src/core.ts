import { config } from "./config.js";
import { initHooks } from "./hooks/registration.js";
import { Client, type ClientOptions } from "./runtime/client.js";

/** Options of the client. */
export interface GlobalsOptions extends ClientOptions {
  /** Who it is for */
  readonly contactId?: string | undefined;
  readonly region?: string | undefined;
}

/** The client without methods, for standalone functions. */
export class GlobalsCore extends Client {
  constructor(options: GlobalsOptions = {}) {
    super(config, options, {}, options.urlParams, initHooks());
  }
}
