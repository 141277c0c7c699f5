"""Tokens of OAuth2 against a server on loopback: asked for once, kept, and asked for anew."""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest
from harness import Seen, Server
from orq_ai_sdk import models as m
from orq_ai_sdk._runtime import oauth
from orq_ai_sdk._runtime import operation as op
from orq_ai_sdk._runtime.client import Core
from orq_ai_sdk._runtime.errors import APIConnectionError
from orq_ai_sdk._runtime.options import CallOptions, ClientOptions

CLIENT = {"client_id": "me", "client_secret": "s3cret /&"}
PARTS = (
    op.Part("client_id", "client_id", "T_CLIENT_ID", True),
    op.Part("client_secret", "client_secret", "T_CLIENT_SECRET", True),
    op.Part("audience", "audience"),
)


class Issuer:
    """Gives out tokens, and lets in who has the newest one."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.tokens = 0
        self.lives: Any = 3600
        self.failure: tuple[int, Any] | None = None
        self.lock = threading.Lock()
        self.valid: Callable[[str], bool] = lambda token: token == f"t{self.tokens}"
        server.answer_with(self.answer)

    def answer(self, seen: Seen) -> tuple[int, Any]:
        if "oauth" not in seen.path:
            token = seen.headers.get("authorization", "").removeprefix("Bearer ")
            return (200, {"ok": token}) if self.valid(token) else (401, {"no": token})
        if self.failure:
            return self.failure
        with self.lock:
            self.tokens += 1
            body = {"access_token": f"t{self.tokens}", "token_type": "bearer"}
            return 200, {**body, "expires_in": self.lives}

    @property
    def asked(self) -> list[dict[str, str]]:
        found = [seen for seen in self.server.seen if "oauth" in seen.path]
        return [{k: v[0] for k, v in parse_qs(s.body.decode()).items()} for s in found]


@pytest.fixture
def issuer(server: Server) -> Iterator[Issuer]:
    yield Issuer(server)
    server.answer_with(None)


def core_of(server: Server, credential: Any = CLIENT, **scheme: Any) -> Core:
    given = {"parts": PARTS, "grant": "client_credentials", "token_url": "/oauth/token"}
    config = op.Configuration(
        "n", "1", "1", "ua", (), {"cc": op.Scheme("oauth2", **{**given, **scheme})}, (("cc read",),)
    )
    return Core(config, ClientOptions({"cc": credential}, server_url=server.url + "/v1"))


def operation(**options: Any) -> Any:
    reply = op.Reply("200", "application/json", None)
    return op.Operation(id="o", method="POST", path="/x", replies=(reply,), **options)


def call(core: Core, **options: Any) -> Any:
    return core.call(operation(**options), {}, CallOptions())["ok"]


def test_a_token_is_asked_for_once(server: Server, issuer: Issuer) -> None:
    core = core_of(server, {**CLIENT, "audience": "a b"})
    assert [call(core) for _ in range(3)] == ["t1", "t1", "t1"]
    wanted = {"grant_type": "client_credentials", **CLIENT, "audience": "a b", "scope": "read"}
    assert issuer.asked == [wanted]
    (first, *_) = server.seen
    assert first.path == "/oauth/token" and first.headers["user-agent"] == "ua"
    assert first.headers["content-type"] == "application/x-www-form-urlencoded"


def test_scopes_are_those_of_the_operation(server: Server, issuer: Issuer) -> None:
    issuer.valid = bool
    core = core_of(server)
    found = [call(core, security=((need,),)) for need in ("cc", "cc a b", "cc", "cc a b")]
    assert found == ["t1", "t2", "t1", "t2"]
    assert [form.get("scope") for form in issuer.asked] == [None, "a b"]
    core = core_of(server, {**CLIENT, "scopes": ["c", "d"]})
    assert [call(core, security=((need,),)) for need in ("cc", "cc a b")] == ["t3", "t3"]
    assert issuer.asked[-1]["scope"] == "c d"


def test_the_end_of_a_token(
    server: Server, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    core, now = core_of(server), [1000.0]
    monkeypatch.setattr(oauth, "time", SimpleNamespace(monotonic=lambda: now[0]))
    found: list[str] = []
    steps = ((0, "90"), (44, 3600), (2, 3600), (3539, None), (2, None), (1e6, 0))
    for wait, lives in steps:
        now[0] += wait
        issuer.lives = lives
        found.append(call(core))
    assert found == ["t1", "t1", "t2", "t2", "t3", "t3"]
    core.tokens.clear()
    assert [call(core), call(core)] == ["t4", "t5"]


@pytest.mark.parametrize("basic", [False, True])
def test_how_the_client_proves_itself(server: Server, issuer: Issuer, basic: bool) -> None:
    call(core_of(server, basic=basic))
    header = server.seen[0].headers.get("authorization")
    pair = base64.b64encode(b"me:s3cret+%2F%26").decode()
    assert header == (f"Basic {pair}" if basic else None)
    assert ("client_secret" in issuer.asked[0]) is not basic


def test_other_ways_to_a_token(
    server: Server, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ready token, functions, the environment, another endpoint, a user's password."""
    issuer.valid = bool
    assert call(core_of(server, "ready")) == "ready"
    assert call(core_of(server, lambda: "made")) == "made"
    assert issuer.asked == []
    assert call(core_of(server, lambda: CLIENT)) == "t1"
    monkeypatch.setenv("T_CLIENT_ID", "env")
    monkeypatch.setenv("T_CLIENT_SECRET", "e")
    assert call(core_of(server, None)) == "t2"
    assert issuer.asked[1]["client_id"] == "env"
    assert call(core_of(server, {**CLIENT, "token_url": "oauth/other"})) == "t3"
    assert call(core_of(server, {**CLIENT, "token_url": f"{server.url}/oauth2"})) == "t4"
    found = [seen.path for seen in server.seen if "oauth" in seen.path]
    assert found[-2:] == ["/v1/oauth/other", "/oauth2"]
    user = (op.Part("username", "username", None, True), op.Part("password", "password"))
    core = core_of(server, {"username": "u", "password": "p"}, grant="password", parts=user)
    call(core)
    wanted = {"grant_type": "password", "username": "u", "password": "p", "scope": "read"}
    assert issuer.asked[-1] == wanted


def test_fifty_threads_ask_once(server: Server, issuer: Issuer) -> None:
    core = core_of(server)
    with ThreadPoolExecutor(50) as pool:
        assert set(pool.map(lambda _: call(core), range(50))) == {"t1"}
        issuer.tokens = 1000  # all tokens are refused from now on
        assert set(pool.map(lambda _: call(core), range(50))) == {"t1001"}
    assert len(issuer.asked) == 2


def test_fifty_tasks_ask_once(server: Server, issuer: Issuer) -> None:
    core = core_of(server)

    async def many() -> set[str]:
        calls = (core.call_async(operation(), {}, CallOptions()) for _ in range(50))
        return {answer["ok"] for answer in await asyncio.gather(*calls)}

    async def main() -> None:
        assert await many() == {"t1"}
        issuer.tokens = 1000
        assert await many() == {"t1001"}
        await core.aclose()

    asyncio.run(main())
    assert len(issuer.asked) == 2


def test_a_call_that_ends_does_not_end_the_others(server: Server, issuer: Issuer) -> None:
    core = core_of(server)

    async def main() -> None:
        tasks = [
            asyncio.ensure_future(core.call_async(operation(), {}, CallOptions())) for _ in range(5)
        ]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        tasks[0].cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(done[0], asyncio.CancelledError)
        assert all(isinstance(answer, dict) for answer in done[1:])
        await core.aclose()

    asyncio.run(main())


def test_a_refused_call_has_another_token_once(server: Server, issuer: Issuer) -> None:
    core = core_of(server)
    call(core)
    issuer.valid = lambda token: False
    with pytest.raises(m.APIError) as caught:
        call(core)
    assert caught.value.status_code == 401
    assert issuer.tokens == 2 and len(server.seen) == 2 + 1 + 1 + 1
    with pytest.raises(m.APIError):
        call(core_of(server))  # its token is new: another would be no better
    assert issuer.tokens == 3


@pytest.mark.parametrize(
    ("status", "body", "error", "text"),
    [
        (400, {"error": "invalid_client"}, m.APIError, "cc: the token endpoint says 400: inv"),
        (401, {"error": "x", "error_description": "not s3cret /&!"}, m.APIError, r"x: not \*\*\*!"),
        (500, b"s3cret /&", m.APIError, "says 500$"),
        (302, b"", m.APIError, "says 302$"),
        (200, b"s3cret", m.ResponseValidationError, "gave no access_token"),
        (200, {"access_token": ""}, m.ResponseValidationError, "gave no access_token"),
        (200, {"access_token": 5}, m.ResponseValidationError, "gave no access_token"),
        (200, {"access_token": "s3cret", "token_type": "mac"}, m.ResponseValidationError, "no be"),
        (200, {"access_token": "s3cret\n"}, m.RequestValidationError, "control"),
    ],
)
def test_no_token(
    server: Server, issuer: Issuer, status: int, body: Any, error: Any, text: str
) -> None:
    issuer.failure = (status, body)
    with pytest.raises(error, match=text) as caught:
        call(core_of(server))
    assert "s3cret" not in str(caught.value) + repr(vars(caught.value))
    assert len(server.seen) == 1


def test_no_token_for_anybody(server: Server, issuer: Issuer) -> None:
    """Who waited for a token that was refused does not ask for it again."""
    core = core_of(server)
    issuer.failure = (503, {})
    gate = threading.Barrier(20)

    def one(_: int) -> int:
        gate.wait()
        with pytest.raises(m.APIError) as caught:
            call(core)
        return caught.value.status_code

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(one, range(20))) == {503}
    assert len(issuer.asked) < 20


@pytest.mark.parametrize(
    ("credential", "text"),
    [
        ({"client_id": "me"}, "cc: client_secret is missing"),
        ({**CLIENT, "clientid": "x"}, "cc: there is no 'clientid': one of client_id"),
        ({**CLIENT, "token_url": "ftp://s3cret"}, "cc: token_url: http"),
        ({**CLIENT, "token_url": "http://u:s3cret@h"}, "cc: token_url: http"),
        (
            {**CLIENT, "token_url": "http://h/s3cret"},
            "cc: not sent over http://; use https://, or set allow_http",
        ),
    ],
)
def test_credentials_that_cannot_be_sent(server: Server, credential: Any, text: str) -> None:
    with pytest.raises(m.RequestValidationError, match=text) as caught:
        call(core_of(server, credential))
    assert "s3cret" not in str(caught.value)


def test_no_server_for_tokens(server: Server) -> None:
    core = core_of(server, {**CLIENT, "token_url": "http://127.0.0.1:1"})
    with pytest.raises(APIConnectionError, match="cc: asking for a token failed: No response"):
        call(core)


def test_asynchronous_functions(server: Server, issuer: Issuer) -> None:
    issuer.valid = bool

    async def token() -> str:
        await asyncio.sleep(0)
        return "later"

    core = core_of(server, token)

    async def main() -> None:
        answer = await core.call_async(operation(), {}, CallOptions())
        assert answer == {"ok": "later"}
        await core.aclose()

    asyncio.run(main())
    with pytest.raises(m.RequestValidationError, match="whose name ends in _async"):
        call(core)


def test_calls_of_both_kinds_share_a_token(server: Server, issuer: Issuer) -> None:
    async def later(core: Core) -> Any:
        return (await core.call_async(operation(), {}, CallOptions()))["ok"]

    first, second = core_of(server), core_of(server)
    assert [call(first), asyncio.run(later(first)), call(first)] == ["t1"] * 3
    assert [asyncio.run(later(second)), call(second)] == ["t2"] * 2
    assert len(issuer.asked) == 2
