"""Same input, same bytes: whatever the hash seed, the locale, the time zone or the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOT_MADE = {"__pycache__", ".sdkloom_cache"}  # the latter knows the tools of this machine
SETTINGS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "POSIX", "TZ": "America/St_Johns"},
]


def generate(out: Path, settings: dict[str, str]) -> dict[str, bytes]:
    """Every file of the packages that a fresh process writes."""
    command = [sys.executable, "-m", "generator", "generate", "--spec", "spec/openapi.yaml"]
    command += ["--config", "spec/settings.yaml", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=True)
    return files(out)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not NOT_MADE & set(path.relative_to(folder).parts)
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is written here and now; whether `generated/` holds that, `make drift` tells."""
    return generate(tmp_path_factory.mktemp("usual") / "out", {})


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda s: s["TZ"])
def test_surroundings_do_not_show(
    settings: dict[str, str], usual: dict[str, bytes], tmp_path: Path
) -> None:
    made = generate(tmp_path / "out", settings)
    assert made.keys() == usual.keys()
    assert [name for name in made if made[name] != usual[name]] == []


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    generate(out, {})
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    generate(out, {})
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
