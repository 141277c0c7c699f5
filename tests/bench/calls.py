"""What a small JSON POST costs through an SDK and through the bare HTTP client beneath it.

Runs in the environment of the SDK and prints JSON: microseconds of processor time a call, of
both, and the median of their ratios over pairs of rounds that follow each other.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable

ROUNDS = 40
CALLS = 100
INPUT = {"input": "x", "model": "m"}


def main(package: str, name: str, http: str, url: str, path: str) -> None:
    """Measure one SDK against one HTTP client."""
    address = "base_url" if package == "openai" else "server_url"
    sdk = getattr(importlib.import_module(package), name)(api_key="x", **{address: url})
    moderations = sdk.moderations if package == "openai" else sdk.router.moderations
    client = importlib.import_module(http).Client()

    def called() -> object:
        return moderations.create(**INPUT)

    def bare() -> object:
        return client.post(url + path, json=INPUT, headers={"authorization": "Bearer x"}).json()

    assert getattr(called(), "model") == bare()["model"]  # type: ignore[index]  # noqa: B009
    report([(cost(called), cost(bare)) for _ in range(ROUNDS + 2)][2:])


async def main_async(package: str, name: str, http: str, url: str, path: str) -> None:
    """The same, asynchronously."""
    sdk = getattr(importlib.import_module(package), name)(api_key="x", server_url=url)
    client = importlib.import_module(http).AsyncClient()

    async def called() -> object:
        return await sdk.router.moderations.create_async(**INPUT)

    async def bare() -> object:
        headers = {"authorization": "Bearer x"}
        return (await client.post(url + path, json=INPUT, headers=headers)).json()

    rounds = range(ROUNDS + 2)
    report([(await cost_async(called), await cost_async(bare)) for _ in rounds][2:])


def report(pairs: list[tuple[float, float]]) -> None:
    """Print the medians."""
    ours, its = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(json.dumps({"sdk": ours, "bare": its, "ratio": ratio}))


def cost(call: Callable[[], object]) -> float:
    """Microseconds of processor time a call."""
    start = time.process_time()
    for _ in range(CALLS):
        call()
    return (time.process_time() - start) / CALLS * 1e6


async def cost_async(call: Callable[[], Awaitable[object]]) -> float:
    """Microseconds of processor time a call."""
    start = time.process_time()
    for _ in range(CALLS):
        await call()
    return (time.process_time() - start) / CALLS * 1e6


if __name__ == "__main__":
    if sys.argv[1] == "async":
        asyncio.run(main_async(*sys.argv[2:]))
    else:
        main(*sys.argv[1:])
