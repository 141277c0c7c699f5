"""What is expected of a case, held against what the server saw and the driver told."""

from __future__ import annotations

import json
import re
import time
from typing import Any

from .forms import Part
from .server import Request
from .table import MODES, VALUE, Case

Outcome = dict[str, Any]
FILE_CONTENT = bytes(range(256)) * 600 + b"\r\n--boundary--\r\n\r\n"
"""More than one chunk, and nothing that a form could not trip over."""

_CLOCK_MS = 5
"""Timers of the two languages may be early by this much."""
KINDS = {
    "status": {"python": "APIError", "typescript": "APIError"},
    "redirect": {"python": "UnexpectedRedirectError", "typescript": "UnexpectedRedirectError"},
    "response": {"python": "ResponseValidationError", "typescript": "ResponseValidationError"},
    "request": {"python": "RequestValidationError", "typescript": "RequestValidationError"},
    "connection": {"python": "APIConnectionError", "typescript": "ConnectionError"},
    "timeout": {"python": "RequestTimeoutError", "typescript": "RequestTimeoutError"},
    "cancelled": {
        "sync": "KeyboardInterrupt",
        "async": "CancelledError",
        "typescript": "RequestAbortedError",
    },
}
_NO_ANSWER = ("request", "connection", "timeout", "cancelled")


def check(case: Case, mode: str, outcome: Outcome) -> None:
    """Raises AssertionError: the case went otherwise than expected."""
    expect = case.get("expect", {})
    assert "crash" not in outcome, outcome["crash"]
    if "error" in expect:
        _check_error(expect["error"], mode, outcome)
    else:
        assert "error" not in outcome, outcome["error"]["printed"]
        assert _same(outcome["value"], expect.get("value", VALUE)), outcome["value"]
    _check_log(expect.get("log", {"empty": True}), outcome["log"])
    low, high = expect.get("elapsed_ms", (0, 60_000))
    assert low - _CLOCK_MS <= outcome["elapsed_ms"] <= high
    _check_requests(expect, mode, case["script"].requests)


def _same(got: Any, wanted: Any) -> bool:
    """Equal as JSON, for which 2 and 2.0 are not the same."""
    return json.dumps(got, sort_keys=True) == json.dumps(wanted, sort_keys=True)


def _language(mode: str) -> str:
    return next(language for language, modes in MODES.items() if mode in modes)


def _check_error(wanted: Case, mode: str, outcome: Outcome) -> None:
    assert "error" in outcome, f"no error, but {outcome.get('value')}"
    error, kind = outcome["error"], wanted.get("kind", "status")
    names = KINDS[kind]
    assert error["class"] == names.get(mode, names.get(_language(mode))), error["printed"]
    assert "secret-" not in error["printed"], error["printed"]
    if error["class"] in ("KeyboardInterrupt", "CancelledError"):
        return
    assert error["known"], error["class"]
    assert error["status"] == (0 if kind in _NO_ANSWER else wanted["status"])
    if kind in _NO_ANSWER:
        assert (error["body"], error["headers"]) == ("", {})
    for words in wanted.get("says", []):
        assert words.lower() in error["message"].lower(), error["message"]
    if "body" in wanted:
        assert error["body"] == wanted["body"]
    for name, value in wanted.get("headers", {}).items():
        assert error["headers"].get(name) == value, error["headers"]


def _check_log(wanted: Case, log: str) -> None:
    if wanted.get("empty"):
        assert log == ""
    for words in wanted.get("has", []):
        assert words in log
    for words in wanted.get("lacks", []):
        assert words not in log


def _check_requests(expect: Case, mode: str, requests: list[Request]) -> None:
    assert len(requests) == expect.get("requests", 1)
    for at, request in enumerate(requests):
        for name, value in expect.get("request", {}).items():
            assert getattr(request, name) == value
        for name, value in expect.get("headers", {}).items():
            wanted = value[at] if isinstance(value, list) else value
            assert _fits(request.headers.get(name), wanted), (name, request.headers)
        if expect.get("unread"):
            assert request.body == b""
        else:
            check_parts(expect.get("parts"), _language(mode), request.parts)
    if expect.get("left"):
        assert _comes(requests[0]), "the connection was left open"
    for first, second, (low, high) in zip(
        requests, requests[1:], expect.get("gaps_ms", []), strict=False
    ):
        assert low - _CLOCK_MS <= (second.began - first.answered) * 1000 <= high


def _fits(got: str | None, wanted: str | None) -> bool:
    if wanted is None or not wanted.startswith("~"):
        return got == wanted
    return got is not None and re.search(wanted[1:], got) is not None


def _comes(request: Request) -> bool:
    """Whether the client left; the server may hear of it a moment after the driver is done."""
    end = time.monotonic() + 2
    while not request.left and time.monotonic() < end:
        time.sleep(0.01)
    return request.left


def check_parts(wanted: Case | None, language: str, parts: list[Part]) -> None:
    """Raises AssertionError: there are other parts, or they are otherwise."""
    if wanted is None:
        return
    assert {part.name for part in parts} == {*wanted}
    for name, description in wanted.items():
        described = description.get(language, description) if _is(description) else description
        several = described if isinstance(described, list) else [described]
        got = [part for part in parts if part.name == name]
        assert len(got) == len(several), got
        for part, one in zip(got, several, strict=True):
            _check_part(one, part)


def _is(value: Any) -> bool:
    return isinstance(value, dict)


def _check_part(wanted: Case, part: Part) -> None:
    if "file" in wanted:
        assert (part.filename, part.content_type) == (wanted["file"], wanted["type"])
        assert part.body == FILE_CONTENT
        return
    assert part.filename is None
    if "json" in wanted:
        assert part.content_type == "application/json"
        assert _same(json.loads(part.body), wanted["json"]), part.body
    else:
        assert (part.content_type, part.body.decode()) == (None, wanted["text"])
