"""What a call costs over the bare HTTP client, and what type checkers are shown."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable
from typing import Any

import httpx2
from harness import RUNTIME
from orq_ai_sdk import Orq
from orq_ai_sdk._runtime.base import BaseModel

CALLS = 150
"""Functions called beyond what the bare client calls. Processor time follows this count, which
no load on the machine changes: 150 are about a fifth more than the bare client has on a socket."""

ANSWER = {"id": "a", "display_name": "b"}


def functions(call: Callable[[], object]) -> int:
    """How many Python functions a call enters, once everything has been loaded."""
    call()
    call()
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return count


def test_a_call_adds_little_to_the_bare_client() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json=ANSWER)

    client = httpx2.Client(transport=httpx2.MockTransport(handler))
    url = "http://127.0.0.1/v2/contacts"
    with Orq(api_key="k", client=client) as orq:
        used = functions(lambda: orq.contacts.create(external_id="a"))

    def bare() -> Any:
        headers = {"authorization": "Bearer k"}
        return client.post(url, json={"external_id": "a"}, headers=headers).json()

    assert 0 < used - functions(bare) <= CALLS


def test_what_type_checkers_see_of_a_model_is_there() -> None:
    told = ast.parse((RUNTIME / "base.pyi").read_text("utf-8"))
    declared = next(node for node in told.body if isinstance(node, ast.ClassDef))
    for node in declared.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            assert hasattr(BaseModel, node.target.id), node.target.id
        if isinstance(node, ast.FunctionDef):
            real: Any = inspect.getattr_static(BaseModel, node.name)
            assert isinstance(real, property) == (
                "property" in map(ast.unparse, node.decorator_list)
            )
            if not isinstance(real, property):
                names = {arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)}
                taken = inspect.signature(getattr(real, "__func__", real)).parameters
                if not any(taken[name].kind is inspect.Parameter.VAR_KEYWORD for name in taken):
                    assert names <= taken.keys(), node.name


def test_type_checkers_are_not_sent_to_pydantic() -> None:
    told = ast.parse((RUNTIME / "base.pyi").read_text("utf-8"))
    froms = [node.module for node in ast.walk(told) if isinstance(node, ast.ImportFrom)]
    assert froms and set(froms) <= {"collections.abc", "typing"}
    assert not [node for node in ast.walk(told) if isinstance(node, ast.Import)]
