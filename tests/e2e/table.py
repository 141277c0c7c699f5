"""The table of cases: reads it, and makes of each case one job for a driver."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from .server import Server

Case = dict[str, Any]
SECRET = "secret-token-0123"
MODES = {"python": ("sync", "async"), "typescript": ("class", "function")}
"""The ways to call an operation."""

_TABLE = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
CASES: list[Case] = _TABLE["cases"]
_OK = _TABLE["defaults"]["ok"]
VALUE = _TABLE["defaults"]["value"]
"""What a call returns that expects nothing else."""


def fill(value: Any, change: Callable[[str], str]) -> Any:
    """The same with another text for each text in it."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [fill(item, change) for item in value]
    if isinstance(value, dict):
        return {key: fill(item, change) for key, item in value.items()}
    return value


def play(server: Server, case: Case, mode: str) -> Case:
    """Put the replies of a case on the server; gives the case with its addresses filled in."""
    key = f"{mode}-{case['name']}"

    def change(text: str) -> str:
        return text.replace("{case}", server.url(key)).replace("{refused}", server.refused)

    filled: Case = fill(case, change)
    filled["script"] = server.play(key, *filled.get("replies", [_OK]))
    return filled


def job(case: Case, mode: str) -> Case:
    """The part of a case that a driver gets to know: what to do, not what is expected."""
    client = {"api_key": SECRET, "server_url": case["script"].url, **case.get("client", {})}
    told = {key: case.get(key) for key in ("name", "call", "env", "cancel_ms")}
    given = case.get("input", {"model": "m"})
    return {**told, "mode": mode, "client": client, "input": given, "calls": case.get("calls", 1)}
