import { config } from "./config.js";
import { Client, type ClientOptions } from "./runtime/client.js";
import type { Credential } from "./runtime/security.js";

/** Options of the client. */
export interface SecurityOptions extends ClientOptions {
  /** Default: the environment variable `SECURITY_TOKEN`. */
  readonly token?: Credential | undefined;
  /** Default: the environment variable `SECURITY_LOGIN`. */
  readonly login?: Credential | undefined;
  /** Default: the environment variable `SECURITY_HEADER_KEY`. */
  readonly headerKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_QUERY_KEY`. */
  readonly queryKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_COOKIE_KEY`. */
  readonly cookieKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_CUSTOM`. */
  readonly custom?: Credential | undefined;
  /** Default: the environment variable `SECURITY_OAUTH`. */
  readonly oauth?: Credential | undefined;
}

/** The client without methods, for standalone functions. */
export class SecurityCore extends Client {
  constructor(options: SecurityOptions = {}) {
    super(config, options, { token: options.token, login: options.login, headerKey: options.headerKey, queryKey: options.queryKey, cookieKey: options.cookieKey, custom: options.custom, oauth: options.oauth }, options.urlParams);
  }
}
