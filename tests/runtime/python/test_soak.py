"""Many calls, a tenth of them given up: no socket stays open, memory does not grow.

A thousand by default; the variable CALLS asks for more (`make soak`: 10,000).
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exchanges import Loopback, client, operation
from orq_ai_sdk._runtime.errors import RequestTimeoutError
from orq_ai_sdk._runtime.options import CallOptions

CALLS = int(os.environ.get("CALLS", "1000"))
WARM = 500
TOGETHER = 50
GROWTH_MIB = 5

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts in /proc")


@pytest.fixture(scope="module")
def loopback() -> Iterator[Loopback]:
    server = Loopback()
    yield server
    server.close()


def memory() -> float:
    """The resident memory of this process, in MiB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


def sockets() -> int:
    """How many sockets this process has open."""
    found = 0
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found += str(entry.readlink()).startswith("socket:")
        except OSError:
            continue
    return found


class Marks:
    """What is measured once all is warm, and at the end."""

    def __init__(self, sockets: int) -> None:
        self.sockets = sockets
        self.memory = self.left = 0.0

    def check(self, name: str, seen: Any, given_up: int) -> None:
        growth = self.left - self.memory
        print(
            f"\n{name}: {CALLS} calls, {given_up} given up, {sockets() - self.sockets} sockets left, "
            f"{seen['open']} at the server, memory {growth:+.1f} MiB"
        )
        assert given_up > CALLS / 20
        # What earlier tests left may go meanwhile; more than before is what this test left.
        left = max(0, sockets() - self.sockets)
        assert (left, seen["open"], seen["busy"]) == (0, 0, 0)
        assert growth < GROWTH_MIB


def closed(loopback: Loopback, name: str) -> Any:
    """What the server saw, once every connection is closed; a second is waited for that."""
    end = time.monotonic() + 1
    while (seen := loopback.ask("GET", name))["open"] and time.monotonic() < end:
        time.sleep(0.02)
    return seen


def test_cancelled_calls_leave_nothing(loopback: Loopback) -> None:
    chance = random.Random(1)
    play = loopback.ask("POST", "start", [{"json": {"a": 1}, "wait": 1, "quiet": True}])
    made, arguments = operation({"method": "POST", "body": {"json": 1}})
    given_up = 0

    async def call(core: Any, cancelled: bool) -> None:
        nonlocal given_up
        task = asyncio.ensure_future(core.call_async(made, arguments, CallOptions()))
        if cancelled:
            asyncio.get_running_loop().call_later(chance.random() * 0.03, task.cancel)
        try:
            assert await task == {"a": 1}
        except asyncio.CancelledError:
            given_up += 1

    async def main(marks: Marks) -> None:
        sdk = client({}, play["origin"])
        core = sdk._core  # pyright: ignore[reportPrivateUsage]
        for done in range(0, WARM + CALLS, TOGETHER):
            if done == WARM:
                marks.memory = memory()
            await asyncio.gather(*(call(core, number % 10 == 0) for number in range(TOGETHER)))
        marks.left = memory()
        await sdk.aclose()

    marks = Marks(sockets())
    asyncio.run(main(marks))
    marks.check("async", closed(loopback, play["id"]), given_up)


def test_calls_that_time_out_leave_nothing(loopback: Loopback) -> None:
    script = {"": [{"json": {"a": 1}, "quiet": True}], "/late": [{"hang": "start", "quiet": True}]}
    play = loopback.ask("POST", "start", script)
    sdk = client({}, play["origin"])
    core = sdk._core  # pyright: ignore[reportPrivateUsage]
    in_time, late = operation({}), operation({"path": "/late"})
    marks = Marks(sockets())
    given_up = 0
    for number in range(WARM + CALLS):
        if number == WARM:
            marks.memory = memory()
        made, arguments = late if number % 10 == 0 else in_time
        try:
            core.call(made, arguments, CallOptions(timeout_ms=5000 if number % 10 else 10))
        except RequestTimeoutError:
            given_up += 1
    marks.left = memory()
    sdk.close()
    marks.check("sync", closed(loopback, play["id"]), given_up)


@pytest.mark.parametrize("times", [1, 2])
def test_a_bomb_stays_small(loopback: Loopback, times: int) -> None:
    coding = ", ".join(["gzip"] * times)
    reply = {"repeat": ["0", 2**26], "gzip": times, "headers": {"content-encoding": coding}}
    play = loopback.ask("POST", "start", [reply])
    sdk = client({"client": {"maxResponseBytes": 2**20}}, play["origin"])
    core = sdk._core  # pyright: ignore[reportPrivateUsage]
    made, arguments = operation({})
    with pytest.raises(Exception, match="larger than|more than one"):
        core.call(made, arguments, CallOptions())
    before = memory()
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the highest mark starts anew
    with pytest.raises(Exception, match="larger than|more than one"):
        core.call(made, arguments, CallOptions())
    status = Path("/proc/self/status").read_text("ascii")
    highest = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(f"\ngzip {times} times: {highest - before:+.1f} MiB at most")
    assert highest - before < 16
    sdk.close()
