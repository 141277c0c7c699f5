/** Hooks of the packages of test_secrets.py: they send what is theirs to send, and tell what they saw. */

import { SDKHooks } from "./types.js";

export const seen: unknown[] = [];

/** Registers them. */
export function initHooks(): SDKHooks {
  const hooks = new SDKHooks();
  hooks.registerBeforeRequestHook({
    beforeRequest(context, request) {
      seen.push(context);
      const { key } = context.securitySource["app"];
      // The platform's own error would show it.
      if (!/[\r\n\0]/.test(key)) request.headers.set("x-app", key);
      return request;
    },
  });
  hooks.registerAfterErrorHook({
    afterError(context, response, error) {
      seen.push(context, error);
      return { response, error };
    },
  });
  return hooks;
}
