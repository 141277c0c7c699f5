"""Runs every case of exchanges.json, sync and async."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import Iterator
from typing import Any

import httpcore2
import pytest
from exchanges import SCHEMES, Loopback, call_options, cases, client, operation
from orq_ai_sdk._runtime import errors
from orq_ai_sdk._runtime.binary import BinaryResponse, BinaryResponseAsync
from orq_ai_sdk._runtime.page_rules import PagedOperation
from orq_ai_sdk._runtime.paging import AsyncPage, Page
from orq_ai_sdk._runtime.streams import EventStream, EventStreamAsync

CASES = list(cases())
KINDS: dict[str, Any] = {
    "api": errors.APIError,
    "connection": errors.APIConnectionError,
    "timeout": errors.RequestTimeoutError,
    "redirect": errors.UnexpectedRedirectError,
    "tooLarge": errors.ResponseTooLargeError,
    "cancelled": asyncio.CancelledError,
    "invalidRequest": errors.RequestValidationError,
    "invalidResponse": errors.ResponseValidationError,
}


@pytest.fixture(scope="module")
def loopback() -> Iterator[Loopback]:
    server = Loopback()
    yield server
    server.close()


@pytest.fixture(autouse=True, scope="module")
def _certificates() -> Iterator[None]:
    """Read the certificates once: that takes longer than most of the exchanges."""
    made = httpcore2.default_ssl_context()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpcore2, "default_ssl_context", lambda **_: made)
        yield


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_exchange(loopback: Loopback, case: Any, mode: str) -> None:
    abort = case.get("call", {}).get("abortAfterMs")
    if mode == "sync" and abort is not None:
        pytest.skip("a sync call cannot be cancelled")
    play = loopback.ask("POST", "start", case.get("server"))
    started = time.monotonic()
    with client(case, play["origin"]) as sdk:
        outcome = sync_call(sdk, case) if mode == "sync" else asyncio.run(async_call(sdk, case))
    took = (time.monotonic() - started) * 1000
    seen = loopback.settled(play["id"])
    loopback.ask("DELETE", play["id"])
    expect = case["expect"]
    outcome, items = outcome
    check_outcome(outcome, expect.get("outcome"))
    assert items == expect.get("outcome", {}).get("items", items)
    check_requests(seen["requests"], expect.get("requests", 1), play)
    low, high = expect.get("ms", [0, 10_000])
    assert low <= took <= high
    times = [request["at"] for request in seen["requests"]]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    for (low, high), gap in zip(expect.get("gaps", []), gaps, strict="gaps" in expect):
        assert low <= gap <= high
    assert seen["busy"] == 0
    assert seen["connections"] == expect.get("connections", seen["connections"])


def sync_call(sdk: Any, case: Any) -> Any:
    made, arguments = operation(case.get("operation", {}))
    items: list[Any] = []
    try:
        call = sdk._core.call_paged if is_paged(made) else sdk._core.call
        outcome = call(made, arguments, call_options(case))
        if isinstance(outcome, BinaryResponse):
            outcome = outcome.read().decode()
        if isinstance(outcome, EventStream | Page):
            for item in outcome:
                items.append(item)
                if len(items) == case.get("take"):
                    break
            outcome = items
    except Exception as error:  # noqa: BLE001
        outcome = error
    return outcome, items


def is_paged(made: Any) -> bool:
    return isinstance(made, PagedOperation)


async def async_call(sdk: Any, case: Any) -> Any:
    items: list[Any] = []
    abort = case.get("call", {}).get("abortAfterMs")
    task = asyncio.ensure_future(whole_call(sdk, case, items))
    if abort is not None:
        asyncio.get_running_loop().call_later(abort / 1000, task.cancel)
    try:
        return await task, items
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
        return error, items
    finally:
        await sdk.aclose()


async def whole_call(sdk: Any, case: Any, items: list[Any]) -> Any:
    made, arguments = operation(case.get("operation", {}))
    call = sdk._core.call_async_paged if is_paged(made) else sdk._core.call_async
    outcome = await call(made, arguments, call_options(case))
    if isinstance(outcome, BinaryResponseAsync):
        return (await outcome.read()).decode()
    if not isinstance(outcome, EventStreamAsync | AsyncPage):
        return outcome
    async for item in outcome:
        items.append(item)
        if len(items) == case.get("take"):
            break
    # The event loop closes what was left.
    await asyncio.sleep(0.05 if "take" in case else 0)
    return items


def check_outcome(outcome: Any, expect: Any) -> None:
    if expect is None:
        return
    if "error" not in expect:
        assert outcome == expect["value"]
        return
    assert type(outcome) is KINDS[expect["error"]], repr(outcome)
    if "status" in expect:
        assert outcome.status_code == expect["status"]
    assert re.search(expect.get("message", ""), str(outcome))
    texts = []
    while outcome:
        texts += [str(outcome), repr(outcome)]
        outcome = outcome.__cause__ or outcome.__context__
    for scheme in SCHEMES.values():
        for secret in scheme["secret"].split(":"):
            assert secret == "me" or not any(secret in text for text in texts)


def check_requests(seen: Any, expect: Any, play: Any) -> None:
    if expect is None:
        return
    if isinstance(expect, int):
        assert len(seen) == expect, seen
        return
    for request, wanted in zip(seen, expect, strict=True):
        if isinstance(wanted, str):
            wanted = {"is": wanted}
        line = f"{request['method']} {request['path']}"
        assert line == wanted.get("is", line)
        assert request["origin"] == wanted.get("origin", "origin")
        assert request.get("body") == wanted.get("body", request.get("body"))
        for name, value in wanted.get("headers", {}).items():
            given = request["headers"].get(name)
            if isinstance(value, bool):
                assert given is not None, name
            elif isinstance(value, dict):
                assert given not in (None, value["not"])
            elif value == "same":
                assert given == seen[0]["headers"][name]
            else:
                assert given == value, name
