"""Import and construction are fast and load no large library."""

from __future__ import annotations

import os
import subprocess
import sys

from harness import PACKAGES, RUNTIME

MAKE = "from orq_ai_sdk import Orq; orq = Orq(api_key='k'); orq.router.images.variations"
LIMIT_MS = 25


def run(code: str) -> float:
    """Milliseconds of processor time."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen([sys.executable, "-c", code], cwd=PACKAGES, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    assert status == 0
    return (usage.ru_utime + usage.ru_stime) * 1000


def test_large_libraries_are_not_loaded() -> None:
    heavy = "('pydantic', 'httpx2', 'asyncio', 'dataclasses', 'inspect', 'email')"
    code = f"import sys; {MAKE}; assert not [m for m in {heavy} if m in sys.modules]"
    run(code)


def test_import_and_construction_are_fast() -> None:
    make = "from orq_ai_sdk import Orq; Orq(api_key='k')"
    run(make)  # compiles
    extra = min(run(make) - min(run("pass") for _ in range(3)) for _ in range(10))
    assert extra <= LIMIT_MS


def test_the_runtime_is_small() -> None:
    for path in RUNTIME.glob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 300, path.name
