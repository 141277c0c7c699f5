"""What hooks are made of."""

from .._runtime.hooks import (
    AfterErrorHook,
    AfterSuccessHook,
    BeforeRequestHook,
    HookContext,
    Hooks,
    SDKInitHook,
)

__all__ = [
    "AfterErrorHook",
    "AfterSuccessHook",
    "BeforeRequestHook",
    "HookContext",
    "Hooks",
    "SDKInitHook",
]
