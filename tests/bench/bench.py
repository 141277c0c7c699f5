"""What generating, importing and bundling cost; exits with 1 where a figure is over its limit."""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generating import Figure, generating

ROOT = Path(__file__).resolve().parent.parent.parent
NODE_BIN = ROOT / "tests/node_modules/.bin"
RUNS = 10
USE = "from orq_ai_sdk import Orq; Orq(api_key='x')"
ENTRY = """\
import { OrqCore } from "./core.js";
import { routerImagesVariationsCreate } from "./funcs/routerImagesVariationsCreate.js";
console.log(await routerImagesVariationsCreate(new OrqCore(), { model: "m" }));
"""


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    shared = parser.parse_args().shared
    over = []
    for figures in (generating(shared), importing(), bundling()):
        over += [name for name, value, limit in figures if report(name, value, limit)]
    return 1 if over else 0


def report(name: str, value: float, limit: float) -> bool:
    """Print a figure; whether it is over its limit."""
    bad = value > limit
    print(
        f"{name:<58} {value:>10,.2f}   limit {limit:>9,.1f}{'   OVER' if bad else ''}", flush=True
    )
    return bad


def importing() -> Iterator[Figure]:
    """Import and construct the client, over a bare interpreter."""
    source = ROOT / "generated/python/src"
    bare = median(lambda: timed([sys.executable, "-c", "pass"], source), RUNS)
    used = median(lambda: timed([sys.executable, "-c", USE], source), RUNS)
    print(f"{'bare interpreter, ms':<58} {bare:>10,.1f}")
    print(f"{'import and construct, times the bare interpreter':<58} {used / bare:>10,.2f}")
    yield "import and construct the Python client, ms over bare", used - bare, 40


def bundling() -> Iterator[Figure]:
    """One standalone call, bundled, minified and compressed."""
    source = ROOT / "generated/typescript/src"
    command = [
        str(NODE_BIN / "esbuild"),
        "--bundle",
        "--minify",
        "--format=esm",
        "--platform=browser",
        "--target=es2022",
        "--loader=ts",
        f"--sourcefile={source}/entry.ts",
    ]
    done = subprocess.run(
        command, input=ENTRY.encode(), cwd=source, capture_output=True, check=True
    )
    size = len(gzip.compress(done.stdout, 9, mtime=0))
    print(f"{'one TypeScript call, minified, bytes':<58} {len(done.stdout):>10,}")
    yield "one TypeScript call, minified and gzip -9, bytes", size, 8192


def median(measure: object, runs: int) -> float:
    """The median of some runs after a first that warms the caches."""
    assert callable(measure)
    measure()
    return statistics.median(measure() for _ in range(runs))


def timed(command: list[str], folder: Path) -> float:
    """Milliseconds that a command takes."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env={**os.environ})
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
