"""A wheel and a tarball are built, installed where nothing else is, and used as the README says."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from .server import Server
from .snippets import PACKAGES, Snippet, snippets
from .table import SECRET, VALUE
from .workshop import TSC, must, run, typescript_settings

pytestmark = pytest.mark.install


def _quick_start(package: str) -> Snippet:
    return next(one for one in snippets(package) if one.kind == "call")


def _copy(package: str, folder: Path) -> Path:
    """The package in a place of its own, for building leaves things behind."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "dist")
    return Path(shutil.copytree(PACKAGES[package], folder / "package", ignore=ignored))


def _check_use(server: Server, key: str, command: list[str | Path], folder: Path) -> None:
    script = server.play(key, {"json": VALUE})
    printed = must(run(command, folder, env={"ORQ_API_KEY": SECRET}))
    assert VALUE["data"][0]["url"] in printed
    assert [one.headers["authorization"] for one in script.requests] == [f"Bearer {SECRET}"]


def test_wheel(server: Server, tmp_path: Path) -> None:
    """The wheel brings its dependencies, its types and the quick start."""
    package = _copy("python", tmp_path)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)]
    must(run([*build, str(package)], tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    user = tmp_path / "user"
    must(run([sys.executable, "-m", "venv", user], tmp_path))
    (python,) = [found for found in user.glob("*/python*") if found.stem == "python"]
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must(run([*install, str(wheel)], user, seconds=170))
    whence = "import orq_ai_sdk as o, pathlib as p; print(p.Path(o.__file__).with_name('py.typed'))"
    typed = Path(must(run([python, "-c", whence], user)).strip())
    assert typed.is_relative_to(user) and typed.exists()
    program = user / "quick_start.py"
    program.write_text(_quick_start("python").aimed(server.url("wheel")), "utf-8")
    _check_use(server, "wheel", [python, program], user)


def test_tarball(server: Server, node: str, tmp_path: Path) -> None:
    """The tarball brings its compiled code, its types and the quick start."""
    npm = shutil.which("npm")
    assert npm, "Node comes with npm"
    package = _copy("typescript", tmp_path)
    must(run([node, TSC, "-p", package], package))
    # Without its scripts, which would want a compiler of the package's own.
    must(run([npm, "pack", "--ignore-scripts", "--pack-destination", tmp_path], package))
    (tarball,) = tmp_path.glob("*.tgz")
    user = tmp_path / "user"
    user.mkdir()
    (user / "package.json").write_text('{"type": "module", "private": true}\n')
    must(run([npm, "install", "--no-audit", "--no-fund", tarball], user, seconds=170))
    start = _quick_start("typescript").aimed(server.url("tarball"))
    (user / "quick_start.ts").write_text(start, "utf-8")
    (user / "tsconfig.json").write_text(typescript_settings(["quick_start.ts"]))
    must(run([node, TSC, "-p", user], user))
    _check_use(server, "tarball", [node, user / "out" / "quick_start.js"], user)
