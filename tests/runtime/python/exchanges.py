"""Reads exchanges.json: cases spelled out, their servers, and what a case makes of the runtime."""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness import HERE
from orq_ai_sdk._runtime.client import Client
from orq_ai_sdk._runtime.operation import (
    BinaryReply,
    Body,
    Configuration,
    Operation,
    Param,
    Part,
    Reply,
    Scheme,
    Server,
    StreamReply,
)
from orq_ai_sdk._runtime.options import (
    BackoffStrategy,
    CallOptions,
    ClientOptions,
    RetryConfig,
)
from orq_ai_sdk._runtime.page_rules import PagedOperation, PageInput, PageRule
from orq_ai_sdk._runtime.unset import UNSET

TABLE = json.loads((HERE.parent / "exchanges.json").read_text("utf-8"))
SCHEMES: dict[str, Any] = TABLE["schemes"]


def fill(value: Any, names: dict[str, Any]) -> Any:
    """The value with each $name replaced."""
    if isinstance(value, dict):
        return {key: fill(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [fill(item, names) for item in value]
    if not isinstance(value, str):
        return value
    for name, text in names.items():
        if value == f"${name}":
            return text
        value = value.replace(f"${name}", str(text))
    return value


def shown(value: Any) -> str:
    """A value in the name of a case."""
    return value if isinstance(value, str) else json.dumps(value)


def cases() -> Iterator[Any]:
    """Every case, with `each` spelled out."""
    for case in TABLE["cases"]:
        each = case.get("each", {})
        lists = [range(v) if isinstance(v, int) else v for v in each.values()]
        for values in itertools.product(*lists):
            names = dict(zip(each, values, strict=True))
            about = " ".join([case["about"], *map(shown, values)])
            rest = {key: value for key, value in case.items() if key != "each"}
            yield fill(rest, names) | {"about": about}


class Loopback:
    """The process of loopback.py."""

    def __init__(self) -> None:
        command = [sys.executable, str(Path(HERE.parent) / "loopback.py")]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()

    def ask(self, method: str, path: str, data: Any = None) -> Any:
        """One request to the control port."""
        body = None if method != "POST" else json.dumps(data).encode()
        request = urllib.request.Request(f"{self.url}/{path}", body, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read())

    def settled(self, name: str) -> Any:
        """What was seen, once no exchange is unfinished; at most a second is waited for that."""
        end = time.monotonic() + 1
        while (seen := self.ask("GET", name))["busy"] and time.monotonic() < end:
            time.sleep(0.01)
        return seen

    def close(self) -> None:
        """End it."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(10)


def retries(given: Any, codes: Any = None) -> Any:
    """A RetryConfig of the table's words."""
    if given is None:
        return UNSET
    names = {
        "initialInterval": "initial_interval",
        "maxInterval": "max_interval",
        "exponent": "exponent",
        "maxElapsedTime": "max_elapsed_time",
        "jitterMs": "jitter_ms",
    }
    backoff = {names[key]: value for key, value in given.get("backoff", {}).items()}
    return RetryConfig(
        given["strategy"],
        BackoffStrategy(**backoff),
        given.get("retryConnectionErrors", False),
        codes,
        given.get("maxRetries"),
    )


class Pipe(io.RawIOBase):
    """A body that can be read once."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self.data.read(size)


def body(given: Any) -> tuple[Body | None, Any]:
    """The body of the operation, and its value."""
    if given is None:
        return None, None
    ((kind, value),) = given.items()
    if kind == "json":
        return Body("application/json", lambda: Any, "body"), value
    if kind == "text":
        return Body("text/plain", lambda: str, "body", "text"), value
    data = value.encode()
    content: Any = io.BytesIO(data) if kind == "bytes" else Pipe(data)
    return Body("application/octet-stream", lambda: bytes, "body", "binary"), content


REPLIES: dict[str, Any] = {
    "json": Reply("200", "*/*", lambda: Any),
    "text": Reply("200", "*/*", lambda: str),
    "object": Reply("200", "*/*", lambda: dict[str, Any]),
    "none": Reply("200", None, None),
    "bytes": BinaryReply("200", "*/*", lambda: bytes),
}


def reply(given: Any) -> Reply:
    """The reply of an operation."""
    if isinstance(given, str):
        return REPLIES[given]
    flags = {"data": "either", **given}
    return StreamReply("200", "*/*", lambda: Any, **flags)


_FORMS = ("query", "cookie")


def _style(place: str) -> str:
    return "form" if place in _FORMS else "simple"


def operation(given: Any) -> tuple[Operation[Any], dict[str, Any]]:
    """The operation of a case, and its arguments."""
    params = [
        Param(f"p{index}", one["in"], one["name"], _style(one["in"]), one["in"] in _FORMS)
        for index, one in enumerate(given.get("params", ()))
    ]
    arguments = {f"p{index}": one.get("value") for index, one in enumerate(given.get("params", ()))}
    sent, value = body(given.get("body"))
    if sent:
        arguments["body"] = value
    paged = {"paging": paging(given["paging"])} if "paging" in given else {}
    made: Operation[Any] = (PagedOperation[Any, Any] if paged else Operation[Any])(
        **paged,
        id="x",
        method=given.get("method", "GET"),
        path=given.get("path", "/a"),
        params=params,
        body=sent,
        replies=(reply(given.get("reply", "json")),),
        security=given.get("security", ()),
        retries=retries(given["retries"]) if "retries" in given else None,
        retry_codes=given.get("retryCodes", ()),
        timeout_ms=given.get("timeoutMs"),
        key_header=given.get("keyHeader"),
    )
    return made, arguments


def paging(given: Any) -> PageRule:
    """The paging of an operation; an input is the number of a parameter, or a field of the body."""
    words = dict(given)
    for name in {"input", "limit"} & given.keys():
        at, kind, start = (given[name].get(key) for key in ("at", "kind", "start"))
        words[name] = PageInput(f"p{at}", kind or "", start=start)
        if isinstance(at, str):
            words[name] = PageInput("body", kind or "", at, at, start)
    return PageRule(**words, items=given.get("results"))


def client(case: Any, origin: str) -> Client:
    """The client of a case."""
    given, document = case.get("client", {}), case.get("document", {})
    config = Configuration(
        name="t",
        version="1",
        document_version="1",
        user_agent="t",
        servers=(Server(origin),),
        schemes={name: _scheme(one) for name, one in SCHEMES.items()},
        security=(),
        timeout_ms=5000,
        max_response_bytes=given.get("maxResponseBytes", 2**20),
        retries=retries(document["retries"]) if "retries" in document else None,
        retry_codes=document.get("retryCodes", ()),
    )
    options = ClientOptions(
        {name: _secret(one) for name, one in SCHEMES.items()},
        server_url=given.get("serverURL"),
        retry_config=retries(given.get("retries")),
        timeout_ms=given.get("timeoutMs"),
    )
    return Client(config, options)


def _secret(one: Any) -> Any:
    values = one["secret"].split(":")
    return dict(zip(CLIENT, values, strict=True)) if one["kind"] == "oauth" else one["secret"]


CLIENT = ("client_id", "client_secret")


def _scheme(one: Any) -> Scheme:
    if one["kind"] == "oauth":
        parts = [Part(key, key) for key in CLIENT]
        return Scheme("oauth2", parts=parts, grant="client_credentials", token_url="/token")
    if one["kind"] == "apiKey":
        return Scheme("apiKey", place=one["in"], name=one["name"])
    return Scheme("http", scheme=one["kind"])


def call_options(case: Any) -> CallOptions:
    """The options of the call of a case."""
    given = case.get("call", {})
    return CallOptions(
        retries(given.get("retries"), given.get("retryCodes")),
        given.get("serverURL"),
        given.get("timeoutMs"),
        given.get("headers"),
        given.get("accept"),
    )
