"""The server, the folder to build in, and Node, without which the TypeScript half cannot run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite(f"{__package__}.checks")  # before it is imported

from .checks import FILE_CONTENT  # noqa: E402
from .server import Server, serving  # noqa: E402
from .workshop import TSC  # noqa: E402


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server of all cases."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working directory with the files that cases and snippets open."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("cat.png", "example.file"):
        (folder / name).write_bytes(FILE_CONTENT)
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node; without Node or the compiler, a loud end."""
    found = shutil.which("node")
    if found and TSC.exists():
        return found
    reason = "TypeScript is not tested: it takes Node, and `npm ci` in tests/"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
