"""What generating, importing and bundling cost; exits with 1 where a figure is over its limit."""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
    over = [
        name
        for name, value, limit in (*generating(), *importing(), *bundling())
        if report(name, value, limit)
    ]
    return 1 if over else 0


def report(name: str, value: float, limit: float) -> bool:
    """Print a figure; whether it is over its limit."""
    bad = value > limit
    print(f"{name:<58} {value:>10,.1f}   limit {limit:>9,.1f}{'   OVER' if bad else ''}")
    return bad


def generating() -> list[tuple[str, float, float]]:
    """Both packages of spec/openapi.yaml into an empty folder."""

    def once() -> float:
        with tempfile.TemporaryDirectory() as folder:
            command = [
                sys.executable,
                "-m",
                "generator",
                "generate",
                "--spec",
                "spec/openapi.yaml",
                "--config",
                "spec/settings.yaml",
                "--out",
                folder,
            ]
            return timed(command, ROOT)

    return [("generate both packages, ms (median of 5)", median(once, 5), 2000)]


def importing() -> list[tuple[str, float, float]]:
    """Import and construct the client, over a bare interpreter."""
    source = ROOT / "generated/python/src"
    bare = median(lambda: timed([sys.executable, "-c", "pass"], source), RUNS)
    used = median(lambda: timed([sys.executable, "-c", USE], source), RUNS)
    print(f"{'bare interpreter, ms':<58} {bare:>10,.1f}")
    print(f"{'import and construct, times the bare interpreter':<58} {used / bare:>10,.2f}")
    return [("import and construct the Python client, ms over bare", used - bare, 40)]


def bundling() -> list[tuple[str, float, float]]:
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
    return [("one TypeScript call, minified and gzip -9, bytes", size, 8192)]


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
