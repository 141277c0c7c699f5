"""What a small JSON POST costs through an SDK and through the bare HTTP client beneath it.

Runs in the environment of the SDK and prints JSON: microseconds of processor time a call, of
both, and the median of their ratios over pairs of rounds that follow each other.
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable

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
    pairs = [(cost(called), cost(bare)) for _ in range(ROUNDS + 2)][2:]
    ours, its = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(json.dumps({"sdk": ours, "bare": its, "ratio": ratio}))


def cost(call: Callable[[], object]) -> float:
    """Microseconds of processor time a call."""
    start = time.process_time()
    for _ in range(CALLS):
        call()
    return (time.process_time() - start) / CALLS * 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
