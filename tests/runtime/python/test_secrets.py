"""No secret is shown: every scheme, every outcome, every logger at DEBUG."""

from __future__ import annotations

import asyncio
import base64
import itertools
import logging
import pickle
import traceback
import urllib.parse
from typing import Any

import pytest
from harness import Seen, Server
from orq_ai_sdk._runtime import hooks as h
from orq_ai_sdk._runtime import operation as op
from orq_ai_sdk._runtime.client import Client, Core
from orq_ai_sdk._runtime.errors import SDKError
from orq_ai_sdk._runtime.options import (
    BackoffStrategy,
    CallOptions,
    ClientOptions,
    RetryConfig,
)

S = "s3cret+/ü "
LOGIN = (op.Part("username", "username", None, True), op.Part("password", "password"))
CLIENT = (
    op.Part("client_id", "client_id", None, True),
    op.Part("client_secret", "client_secret", None, True),
)
GRANT = {"parts": CLIENT, "grant": "client_credentials", "token_url": "/oauth"}
APP = (op.Part("app_id", "appId"), op.Part("key", "key"))
SCHEMES: dict[str, tuple[op.Scheme, Any]] = {
    "header": (op.Scheme("apiKey", place="header", name="X-Acme"), "s3cret+/"),
    "query": (op.Scheme("apiKey", place="query", name="acme key"), S),
    "cookie": (op.Scheme("apiKey", place="cookie", name="acme"), S),
    "bearer": (op.Scheme("http"), "s3cret+/"),
    "basic": (op.Scheme("http", scheme="basic", parts=LOGIN), {"username": "u", "password": S}),
    "own": (op.Scheme("custom", parts=APP), {"app_id": "a", "key": "s3cret+/"}),
    "post": (op.Scheme("oauth2", **GRANT), {"client_id": "me", "client_secret": S}),
    "proven": (op.Scheme("oauth2", basic=True, **GRANT), {"client_id": "me", "client_secret": S}),
    "user": (
        op.Scheme("oauth2", parts=LOGIN, grant="password", token_url="/oauth"),
        {"username": "u", "password": S},
    ),
}
FORMS = {form(S) for form in (str, urllib.parse.quote, urllib.parse.quote_plus)}
FORMS |= {urllib.parse.quote(S, safe=""), "s3cret", "t0ken"}
FORMS |= {
    base64.b64encode(text.encode()).decode().rstrip("=")[:-1]
    for text in (S, f"u:{S}", f"me:{S}", f"me:{urllib.parse.quote_plus(S)}", "s3cret+/", "t0ken")
}
OUTCOMES: dict[str, tuple[int, Any]] = {
    "good": (200, {}),
    "refused": (400, {"message": "no"}),
    "unauthorized": (401, {}),
    "fails": (503, b"no"),
    "broken": (200, b"{"),
    "elsewhere": (302, b""),
}


class Sender(h.BeforeRequestHook):
    def before_request(self, hook_ctx: h.HookContext, request: Any) -> Any:
        own: Any = hook_ctx.security_source.get("own")
        if own:
            request.headers["x-own"] = own["key"]
        SHOWN.append(repr(hook_ctx))
        return request


class Watcher(h.AfterErrorHook):
    def after_error(self, hook_ctx: h.HookContext, response: Any, error: Any) -> Any:
        SHOWN.append(f"{response!r} {error!r} {error}")
        return response, error


SHOWN: list[str] = []


def register(hooks: h.Hooks) -> None:
    hooks.register_before_request_hook(Sender())
    hooks.register_after_error_hook(Watcher())


def client_of(url: str, name: str, credential: Any) -> Client:
    config = op.Configuration(
        "n",
        "1",
        "1",
        "ua",
        (op.Server(url),),
        {name: SCHEMES[name][0]},
        ((f"{name} read",),),
        init_hooks=register,
    )
    options = ClientOptions({name: credential}, debug_logger=logging.getLogger("sdk"))
    return Client(config, options)


REPLY = op.Reply("200", "application/json", None)
OPERATION: Any = op.Operation("o", "GET", "/x", replies=(REPLY,))
BRIEF = RetryConfig("backoff", BackoffStrategy(1, 1, 1, 60, 0), True)


def attempt(client: Client, is_async: bool, **options: Any) -> None:
    """One call; all that it says goes to `SHOWN`."""
    core: Core = client._core  # pyright: ignore[reportPrivateUsage]
    call = CallOptions(retries=BRIEF, **options)

    async def main() -> None:
        try:
            await core.call_async(OPERATION, {}, call)
        finally:
            await core.aclose()

    try:
        asyncio.run(main()) if is_async else core.call(OPERATION, {}, call)
    except SDKError as error:
        SHOWN.extend((repr(error), str(error), error.message, repr(error.raw_response)))
        SHOWN.append("".join(traceback.format_exception(error)))
        SHOWN.append(pickle.dumps(error).decode("latin-1"))
    known = (client, core, core.config, core.options, core.config.schemes, core.tokens)
    SHOWN.extend(map(repr, known))
    SHOWN.append(repr(vars(client)))


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", SCHEMES)
def test_no_secret_is_shown(
    name: str, is_async: bool, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    SHOWN.clear()
    reply = OUTCOMES["good"]

    def answer(seen: Seen) -> tuple[int, Any]:
        if seen.path == "/oauth":
            return 200, {"access_token": "t0ken", "expires_in": 60}
        return reply

    server.answer_with(answer)
    credential = SCHEMES[name][1]
    try:
        for outcome in OUTCOMES:
            reply = OUTCOMES[outcome]
            attempt(client_of(server.url, name, credential), is_async)
        if SCHEMES[name][0].grant:
            server.answer_with(lambda seen: (400, {"error": "x", "error_description": S}))
            attempt(client_of(server.url, name, credential), is_async)
            server.answer_with(answer)
        for url in ("http://127.0.0.1:1", "http://u:s3cret@h", "ftp://s3cret"):
            attempt(client_of(url, name, credential), is_async)
        bad = {k: f"{v}\n\x00" for k, v in credential.items()} if type(credential) is dict else None
        attempt(client_of(server.url, name, bad or f"{credential}\n\x00"), is_async)
        attempt(client_of(server.url, name, lambda: credential), is_async, timeout_ms=1)
    finally:
        server.answer_with(None)
    everything = "\n".join(SHOWN + caplog.messages)
    assert "request GET" in everything and "HTTP Request" in everything
    assert any("oauth" in seen.path or "x" in seen.path for seen in server.seen)
    found = [everything[max(0, everything.find(f) - 90) :][:150] for f in FORMS if f in everything]
    assert found == []


def test_the_server_had_the_secrets(server: Server) -> None:
    """Or there would be nothing to find."""
    server.answer_with(lambda seen: (200, {"access_token": "t0ken"}))
    for name, (_, credential) in SCHEMES.items():
        server.seen.clear()
        attempt(client_of(server.url, name, credential), False)
        sent = itertools.chain.from_iterable(
            (seen.path, *map(str, seen.headers.values()), seen.body.decode())
            for seen in server.seen
        )
        text = "\n".join(sent)
        assert any(form in text for form in FORMS), name
    server.answer_with(None)


def test_two_clients_hide_what_is_theirs(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.answer_with(lambda seen: (200, {}))
    clients = [
        Client(
            op.Configuration(
                "n", "1", "1", "ua", (op.Server(server.url),), {"k": scheme}, (("k",),)
            ),
            ClientOptions({"k": S}),
        )
        for scheme in (
            op.Scheme("apiKey", place="query", name="first key"),
            op.Scheme("apiKey", place="query", name="second key"),
        )
    ]
    for client in (*clients, clients[0]):
        attempt(client, False)
    server.answer_with(None)
    assert "HTTP Request" in caplog.text
    assert [form for form in FORMS if form in caplog.text] == []
