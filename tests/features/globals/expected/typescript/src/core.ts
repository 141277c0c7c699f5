import { config } from "./config.js";
import { initHooks } from "./hooks/registration.js";
import { Client, type ClientOptions } from "./runtime/client.js";
import { withOptions } from "./runtime/variables.js";

/** Options of the client. */
export interface GlobalsOptions extends ClientOptions {
  /** Who it is for */
  readonly contactId?: string | undefined;
  readonly region?: string | undefined;
  /** A variable of the server's URL. */
  readonly tenant?: string | undefined;
}

/** The client without methods, for standalone functions. */
export class GlobalsCore extends Client {
  constructor(options: GlobalsOptions = {}) {
    super(config, options, {}, withOptions(options.urlParams, [["tenant", options.tenant]]), initHooks());
  }
}
