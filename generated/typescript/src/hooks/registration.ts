/** Hooks of Orq. This file was written once and is yours: it is never overwritten. */

import type { SDKHooks } from "./types.js";

/**
 * Gives the hooks of a new client:
 * `const hooks = new SDKHooks(); hooks.registerBeforeRequestHook({ ... }); return hooks;`
 *
 * As long as there are none, no code for them is bundled.
 */
export function initHooks(): SDKHooks | undefined {
  return undefined;
}
