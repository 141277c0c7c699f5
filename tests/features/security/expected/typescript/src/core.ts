import { config } from "./config.js";
import { initHooks } from "./hooks/registration.js";
import { Client, type ClientOptions } from "./runtime/client.js";
import type { Credential } from "./runtime/security.js";

/** Options of the client. */
export interface SecurityOptions extends ClientOptions {
  /** Default: the environment variable `SECURITY_TOKEN`. */
  readonly token?: Credential | undefined;
  /** Default: the environment variables `SECURITY_USERNAME`, `SECURITY_PASSWORD`. */
  readonly login?: Credential<string | { readonly username: string; readonly password: string; }> | undefined;
  /** Default: the environment variable `SECURITY_HEADER_KEY`. */
  readonly headerKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_QUERY_KEY`. */
  readonly queryKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_COOKIE_KEY`. */
  readonly cookieKey?: Credential | undefined;
  /** Default: the environment variable `SECURITY_CUSTOM`. */
  readonly custom?: Credential | undefined;
  /** Default: the environment variables `SECURITY_CLIENT_ID`, `SECURITY_CLIENT_SECRET`, `SECURITY_AUDIENCE`. */
  readonly oauth?: Credential<string | { readonly clientId: string; readonly clientSecret: string; readonly audience?: string | undefined; readonly scopes?: readonly string[] | undefined; readonly tokenUrl?: string | undefined; }> | undefined;
  /** Default: the environment variables `SECURITY_USER_USERNAME`, `SECURITY_USER_PASSWORD`, `SECURITY_USER_CLIENT_ID`, `SECURITY_USER_CLIENT_SECRET`. */
  readonly user?: Credential<string | { readonly username: string; readonly password: string; readonly clientId?: string | undefined; readonly clientSecret?: string | undefined; readonly scopes?: readonly string[] | undefined; readonly tokenUrl?: string | undefined; }> | undefined;
  /** Default: the environment variables `SECURITY_APP_ID`, `SECURITY_KEY`. */
  readonly appKey?: Credential<{ readonly appId: string; readonly key?: string | undefined; }> | undefined;
}

/** The client without methods, for standalone functions. */
export class SecurityCore extends Client {
  constructor(options: SecurityOptions = {}) {
    super(config, options, { token: options.token, login: options.login, headerKey: options.headerKey, queryKey: options.queryKey, cookieKey: options.cookieKey, custom: options.custom, oauth: options.oauth, user: options.user, appKey: options.appKey }, options.urlParams, initHooks());
  }
}
