"""Every case of the table, by method and by function, with the generated TypeScript package."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from ..checks import check
from ..server import Server
from ..table import CASES, MODES, Case, job, play
from ..workshop import BUILD, TSC, build_typescript, drive, fresh, must, run, typescript_settings

DRIVER = Path(__file__).with_name("driver.ts")


@pytest.fixture(scope="module")
def driver(node: str) -> Path:
    """The driver, compiled against the package as a user's program is."""
    home = fresh(BUILD / "driver")
    build_typescript(node, home)
    shutil.copy(DRIVER, home)
    (home / "tsconfig.json").write_text(typescript_settings([DRIVER.name]))
    must(run([node, TSC, "-p", home], home))
    return home / "out" / "driver.js"


@pytest.fixture(scope="module", params=MODES["typescript"])
def ran(
    request: pytest.FixtureRequest, server: Server, desk: Path, node: str, driver: Path
) -> tuple[str, Any, Any]:
    """A mode, its cases as played and what came of them."""
    mode = request.param
    played = {case["name"]: play(server, case, mode) for case in CASES}
    jobs = [job(case, mode) for case in played.values()]
    return mode, played, drive([node, "--no-warnings", driver], desk, jobs, {})


def test_knows_the_table(ran: tuple[str, dict[str, Case], dict[str, Any]]) -> None:
    """No case is lost on the way, and none made up."""
    _, _, outcomes = ran
    assert [*outcomes] == [case["name"] for case in CASES]


@pytest.mark.parametrize("name", [case["name"] for case in CASES])
def test_case(ran: tuple[str, dict[str, Case], dict[str, Any]], name: str) -> None:
    """The case goes as the table says."""
    mode, played, outcomes = ran
    check(played[name], mode, outcomes[name])
