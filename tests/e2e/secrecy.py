"""The ring of secrets: every call of a document with every kind of credential, and the search."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, quote_plus

import yaml

from generator import build, output
from generator.build import Inputs, Understood
from generator.languages import LANGUAGES
from generator.progress import Progress

from ..wire.calls import Speaker
from .server import Reply, Request, Script, Server
from .table import MODES, Case, fill
from .workshop import BUILD, ROOT, fresh

HERE = Path(__file__).resolve().parent
_TABLE = yaml.safe_load((HERE / "secrets.yaml").read_text("utf-8"))
CREDENTIALS: dict[str, Any] = _TABLE["credentials"]
OUTCOMES: list[Case] = _TABLE["outcomes"]
CALLS: dict[str, Case] = _TABLE["calls"]
_FITTING = {"code": 1, "message": "no"}
_WORD = b"s3cret"


def _based() -> Iterator[str]:
    """What the word looks like within base64: it may begin at three places of a group."""
    for before in range(3):
        text = base64.b64encode(bytes(before) + _WORD).decode()
        first, last = -(-before * 8 // 6), (before + len(_WORD)) * 8 // 6
        yield text[first:last]


_SECRET = re.compile("|".join((_WORD.decode(), *_based())))


def found(text: str) -> list[str]:
    """The places of a text where there is a secret, as it is or encoded in whatever way."""
    return [text[max(0, m.start() - 80) : m.end() + 20] for m in _SECRET.finditer(text)]


def secret_of(credential: Any) -> str:
    """The part that is secret."""
    return credential if isinstance(credential, str) else [*credential.values()][-1]


def made() -> tuple[Understood, Path]:
    """The document, and a folder with its packages."""
    overlay, config = HERE / "secrets.overlay.yaml", ROOT / "spec" / "settings.yaml"
    inputs = Inputs(spec=ROOT / "spec" / "openapi.yaml", overlays=(overlay,), config=config)
    understood = build.understand(inputs)
    folder = fresh(BUILD / "secrets")
    output.write(folder, build.packages(understood, tuple(LANGUAGES), Progress()))
    return understood, folder


@dataclass
class Made:
    """A call to make: the job for the driver, and what the server will have seen of it."""

    job: Case
    outcome: Case
    names: tuple[str, ...]
    script: Script
    token: Script


@dataclass
class Ring:
    """All calls in one language."""

    server: Server
    understood: Understood
    language: str
    made: list[Made] = field(default_factory=list)
    tokens: list[Script] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number, names in enumerate(self.sets):
            # The token is kept, but for the calls that are refused.
            key = f"{self.language}-token-{number}"
            self.tokens.append(self.server.play(key, *[_TABLE["token"]] * 99))
            for at, operation in enumerate(self.understood.api.operations):
                for outcome in (*OUTCOMES, *_documented(operation)):
                    if self._has_point(outcome, number, at):
                        self.made.append(self._made(number, names, operation.id, outcome))

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.understood, self.language)

    @cached_property
    def sets(self) -> list[tuple[str, ...]]:
        """The credentials that go together, for each client."""
        needs = self.understood.api.security
        return [tuple(need.scheme for need in every) for every in needs]

    def plan(self) -> Case:
        """What the driver is told."""
        return {"clients": self.clients(), "jobs": [one.job for one in self.made]}

    def clients(self) -> list[Case]:
        """The clients to make: options, and how they shall log."""
        return [
            {
                "credentials": self._options(names, f"{self.language}-token-{number}"),
                "logs_by": ("logger", "environment")[number % 2],
            }
            for number, names in enumerate(self.sets)
        ]

    def _has_point(self, outcome: Case, number: int, at: int) -> bool:
        if "token" in outcome or "token_url" in outcome:
            return self.has_token(self.sets[number])
        return not outcome.get("once") or number == at % len(self.sets)

    def has_token(self, names: tuple[str, ...]) -> bool:
        return names[-1] in ("posted", "proven", "user")

    def _options(self, names: tuple[str, ...], key: str, spoil: str = "", url: str = "") -> Case:
        """Credentials as options; those that want a token are told where to get one."""
        options: Case = {}
        for name in names:
            value = CREDENTIALS[name]
            if name == spoil:
                value = fill(value, lambda text: f"{text}\r\n\0")
            if name == names[-1] and self.has_token(names):
                value = {**value, "token_url": url or f"{self.server.url(key)}/token"}
            options[self.speaker.credentials[name]] = value
        return options

    def _made(self, number: int, names: tuple[str, ...], id: str, outcome: Case) -> Made:
        key = f"{self.language}-{number}-{id}-{outcome['name']}"
        change = self._change(key, names)
        told: Case = fill(outcome, change)
        replies: list[Reply] = []
        for reply in told.get("replies", ()):
            replies += fill(CALLS[id]["answers"], change) if reply == "ok" else [reply]
        script = self.server.play(key, *replies)
        endpoint = f"{key}-token"
        # Of a token that ends at once, there is one for each page.
        tokens = self.server.play(endpoint, *[told.get("token", _TABLE["token"])] * 2)
        spoil = names[-1] if (it := told.get("spoil", "")) == "last" else it
        own = bool(spoil or "token" in told or "token_url" in told)
        given = CALLS[id].get("arguments", {})
        call = self.speaker.job({"operationId": id, "arguments": given})
        modes = MODES[self.language]
        job = {
            "name": key,
            "client": number,
            "credentials": self._options(names, endpoint, spoil, told.get("token_url", ""))
            if own
            else None,
            "mode": modes[len(self.made) % len(modes)],
            "accessor": call.method.accessor,
            "async": call.method.async_name,
            "function": call.method.function,
            "arguments": call.arguments,
            "call": {"server_url": script.url, **told.get("call", {})},
            "raw": told.get("raw", False),
            "wrong": told.get("wrong", False),
        }
        return Made(job, told, names, script, tokens)

    def _proof(self, name: str, secret: str) -> str:
        """What a client proves itself with, where it does so."""
        if name != "proven":
            return ""
        return base64.b64encode(f"me:{quote_plus(secret)}".encode()).decode()

    def _change(self, key: str, names: tuple[str, ...]) -> Any:
        secret = secret_of(CREDENTIALS[names[-1]])
        words = {
            "{case}": key,
            "{refused}": self.server.refused,
            "{own}": self.server.origin.replace("127.0.0.1", "localhost"),
            "{pair}": f"acme%20key={quote(CREDENTIALS['query'], safe='')}",
            "{secret}": secret,
            "{quoted}": f"{quote(secret, safe='')} {quote_plus(secret)}",
            "{based}": self._proof(names[-1], secret),
        }

        def change(text: str) -> str:
            for word, value in words.items():
                text = text.replace(word, value)
            return text

        return change


def _documented(operation: Any) -> Iterator[Case]:
    """The errors of an operation, as documented and with another body."""
    for reply in operation.failures:
        if reply.media_type:
            status = int(reply.status.replace("XX", "04").replace("default", "418"))
            for name, kind, body in (
                ("fits", "typed", _FITTING),
                ("misfits", "status", {"code": []}),
            ):
                name = f"{name}_{reply.status}"
                yield {"name": name, "is": [kind], "replies": [{"status": status, "json": body}]}


def check_sent(ring: Ring) -> None:
    """Raises AssertionError: a secret that should have been sent was not."""
    for one in ring.made:
        outcome = one.outcome
        if outcome.get("spoil") or "headers" in one.job["call"]:
            continue
        if outcome.get("replies") and not outcome.get("wrong"):
            assert one.script.requests, one.job
        for request in one.script.requests:
            _check_request(one, request)
        if "token" in outcome:
            assert one.token.requests, one.job
        _check_tokens(one.names[-1], one.token)
    for names, script in zip(ring.sets, ring.tokens, strict=True):
        assert bool(script.requests) == ring.has_token(names)
        _check_tokens(names[-1], script)


def _check_request(one: Made, request: Request) -> None:
    headers, query = request.headers, parse_qs(request.query)
    assert CREDENTIALS["query"] in query["acme key"]
    assert headers["x-acme"] == CREDENTIALS["header"]
    assert quote(CREDENTIALS["cookie"], safe="") in headers["cookie"]
    assert headers["x-app"] == secret_of(CREDENTIALS["app"])
    word, _, text = headers["authorization"].partition(" ")
    assert (word in ("Bearer", "Basic", "Token")) and found(text), text


def _check_tokens(name: str, script: Script) -> None:
    for request in script.requests:
        proof = request.headers.get("authorization", "")
        text = f"{request.body.decode()} {proof}"
        assert found(text) and (name == "proven") == proof.startswith("Basic "), text
