import { config } from "./config.js";
import { initHooks } from "./hooks/registration.js";
import { Client, type ClientOptions } from "./runtime/client.js";
import { withOptions } from "./runtime/variables.js";

/** Options of the client. */
export interface ServersOptions extends ClientOptions {
  /** Where the data is */
  readonly region?: "eu" | "us" | "asia" | undefined;
  /** A variable of the server's URL. */
  readonly port?: string | undefined;
  /** A variable of the server's URL. */
  readonly tenantName?: string | undefined;
  /** A variable of the server's URL. */
  readonly client?: string | undefined;
}

/** The client without methods, for standalone functions. */
export class ServersCore extends Client {
  constructor(options: ServersOptions = {}) {
    super(config, options, {}, withOptions(options.urlParams, [["region", options.region], ["port", options.port], ["tenant-name", options.tenantName], ["client", options.client]]), initHooks());
  }
}
