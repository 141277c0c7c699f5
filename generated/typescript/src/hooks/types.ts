/** What hooks are made of. */
export {
  type AfterErrorHook,
  type AfterErrorOutcome,
  type AfterSuccessHook,
  type BeforeRequestHook,
  type HookContext,
  type Hooks,
  SDKHooks,
  type SDKInitHook,
} from "../runtime/hooks.js";
