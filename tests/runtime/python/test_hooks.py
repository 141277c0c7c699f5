"""Hooks around every attempt: what they see, change and replace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from harness import Server
from orq_ai_sdk import models as m
from orq_ai_sdk._runtime import hooks as h
from orq_ai_sdk._runtime import operation as op
from orq_ai_sdk._runtime.client import Core
from orq_ai_sdk._runtime.errors import APIConnectionError
from orq_ai_sdk._runtime.options import (
    BackoffStrategy,
    CallOptions,
    ClientOptions,
    RetryConfig,
)

noted: list[Any] = []


class Init(h.SDKInitHook):
    def __init__(self, url: str, client: Any = None) -> None:
        self.url, self.client = url, client

    def sdk_init(self, base_url: str, client: Any) -> Any:
        assert base_url == "http://127.0.0.1:1" and isinstance(client, httpx2.Client)
        return self.url, self.client or client


class App(h.BeforeRequestHook):
    def before_request(self, hook_ctx: h.HookContext, request: httpx2.Request) -> httpx2.Request:
        source: Any = hook_ctx.security_source["own"]
        request.headers["x-app"] = source["app_id"]
        noted.append((hook_ctx.operation_id, hook_ctx.base_url, hook_ctx.oauth2_scopes))
        assert "own" in hook_ctx.options.credentials
        assert "s3cret" not in repr(hook_ctx)
        return request


class Other(h.BeforeRequestHook):
    def before_request(self, hook_ctx: h.HookContext, request: httpx2.Request) -> httpx2.Request:
        return httpx2.Request(request.method, f"{request.url}?b=2", headers=request.headers)


class Later(App):
    async def before_request(  # type: ignore[override]
        self, hook_ctx: h.HookContext, request: httpx2.Request
    ) -> httpx2.Request:
        await asyncio.sleep(0)
        return super().before_request(hook_ctx, request)


class Wrap(h.AfterSuccessHook):
    def after_success(self, hook_ctx: h.HookContext, response: httpx2.Response) -> httpx2.Response:
        return httpx2.Response(200, json={"was": response.json()})


class Spoil(h.AfterSuccessHook):
    def __init__(self, error: Exception, give: bool) -> None:
        self.error, self.give = error, give

    def after_success(self, hook_ctx: h.HookContext, response: Any) -> Any:
        if self.give:
            return self.error
        raise self.error


class Note(h.AfterErrorHook):
    def after_error(self, hook_ctx: h.HookContext, response: Any, error: Any) -> Any:
        noted.append((response and response.status_code, error))
        return response, error


class Rescue(h.AfterErrorHook):
    def after_error(self, hook_ctx: h.HookContext, response: Any, error: Any) -> Any:
        assert (response is None) is isinstance(error, APIConnectionError)
        return httpx2.Response(200, json={"instead": True}), None


def core_of(*found: Any, **options: Any) -> Core:
    def init_hooks(hooks: h.Hooks) -> None:
        registers: list[tuple[type, Callable[[Any], None]]] = [
            (h.SDKInitHook, hooks.register_sdk_init_hook),
            (h.BeforeRequestHook, hooks.register_before_request_hook),
            (h.AfterSuccessHook, hooks.register_after_success_hook),
            (h.AfterErrorHook, hooks.register_after_error_hook),
        ]
        for hook in found:
            for kind, register in registers:
                if isinstance(hook, kind):
                    register(hook)

    noted.clear()
    config = op.Configuration(
        "n",
        "1",
        "1",
        "ua",
        (op.Server("http://127.0.0.1:1"),),
        {"own": op.Scheme("custom", parts=(op.Part("app_id", "appId"),))},
        (("own read",),),
        init_hooks=init_hooks,
    )
    return Core(config, ClientOptions({"own": {"app_id": "s3cret"}}, **options))


OPERATION: Any = op.Operation(
    "o", "GET", "/x", replies=(op.Reply("200", "application/json", None),)
)
BRIEF = RetryConfig("backoff", BackoffStrategy(1, 1, 1, 5000, 0))


def call(core: Core, is_async: bool) -> Any:
    if not is_async:
        return core.call(OPERATION, {}, CallOptions())

    async def main() -> Any:
        try:
            return await core.call_async(OPERATION, {}, CallOptions())
        finally:
            await core.aclose()

    return asyncio.run(main())


both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


@both
def test_order_context_and_what_they_change(server: Server, is_async: bool) -> None:
    server.reply(503, {})
    server.reply(200, {"a": 1})
    app = Later() if is_async else App()
    core = core_of(Init(server.url), app, Other(), Wrap(), Note(), retry_config=BRIEF)
    assert call(core, is_async) == {"was": {"a": 1}}
    context = ("o", server.url, ["read"])
    assert noted == [context, (503, None), context]
    assert [seen.path for seen in server.seen] == ["/x?b=2"] * 2
    assert server.seen[1].headers["x-app"] == "s3cret"


@both
def test_errors_become_answers(server: Server, is_async: bool) -> None:
    server.reply(404, {})
    for url in (server.url, "http://127.0.0.1:1"):
        assert call(core_of(Rescue(), server_url=url), is_async) == {"instead": True}


@both
@pytest.mark.parametrize("give", [False, True])
def test_answers_become_errors(server: Server, is_async: bool, give: bool) -> None:
    server.reply(200, {})
    error = LookupError("mine")
    with pytest.raises(LookupError) as caught:
        call(core_of(Spoil(error, give), server_url=server.url), is_async)
    assert caught.value is error


@both
def test_a_connection_that_fails(is_async: bool) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(core_of(Note()), is_async)
    assert noted == [(None, caught.value)]


def test_a_client_of_a_hook(server: Server) -> None:
    server.reply(200, {"a": 1})
    with httpx2.Client(headers={"x-own": "1"}) as own:
        core = core_of(Init(server.url, own))
        assert call(core, False) == {"a": 1}
        core.close()
        assert not own.is_closed and server.seen[0].headers["x-own"] == "1"


def test_an_asynchronous_hook_needs_an_asynchronous_call(server: Server) -> None:
    with pytest.raises(m.RequestValidationError, match="_async"):
        call(core_of(Later(), server_url=server.url), False)


def test_no_hooks_cost_nothing(server: Server) -> None:
    server.reply(200, {"a": 1})
    core = core_of(server_url=server.url)
    assert not core.hooks and call(core, False) == {"a": 1}
