"""Every case of the table, sync and async, with the generated Python package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from ..checks import check
from ..server import Server
from ..table import CASES, MODES, Case, job, play
from ..workshop import PYTHON, drive

DRIVER = Path(__file__).with_name("driver.py")


@pytest.fixture(scope="module", params=MODES["python"])
def ran(request: pytest.FixtureRequest, server: Server, desk: Path) -> tuple[str, Any, Any]:
    """A mode, its cases as played and what came of them."""
    mode = request.param
    played = {case["name"]: play(server, case, mode) for case in CASES}
    jobs = [job(case, mode) for case in played.values()]
    command = [sys.executable, "-W", "error", DRIVER]
    env = {"PYTHONPATH": str(PYTHON / "src")}
    return mode, played, drive(command, desk, jobs, env)


def test_knows_the_table(ran: tuple[str, dict[str, Case], dict[str, Any]]) -> None:
    """No case is lost on the way, and none made up."""
    _, _, outcomes = ran
    assert [*outcomes] == [case["name"] for case in CASES]


@pytest.mark.parametrize("name", [case["name"] for case in CASES])
def test_case(ran: tuple[str, dict[str, Case], dict[str, Any]], name: str) -> None:
    """The case goes as the table says."""
    mode, played, outcomes = ran
    check(played[name], mode, outcomes[name])
