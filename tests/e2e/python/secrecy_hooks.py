"""Hooks of the packages of test_secrets.py: they send what is theirs to send, and tell what they saw."""

from __future__ import annotations

from typing import Any

from .types import AfterErrorHook, BeforeRequestHook, HookContext, Hooks

SEEN: list[Any] = []


class _Sender(BeforeRequestHook):
    def before_request(self, hook_ctx: HookContext, request: Any) -> Any:
        SEEN.append(hook_ctx)
        request.headers["x-app"] = hook_ctx.security_source["app"]["key"]
        return request


class _Watcher(AfterErrorHook):
    def after_error(self, hook_ctx: HookContext, response: Any, error: Any) -> Any:
        SEEN.extend((hook_ctx, response, error))
        return response, error


def init_hooks(hooks: Hooks) -> None:
    """Register them."""
    hooks.register_before_request_hook(_Sender())
    hooks.register_after_error_hook(_Watcher())
