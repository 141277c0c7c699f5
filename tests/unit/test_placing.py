"""Groups and names of operations: settings first, then extensions, then tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import operations
from generator.api import Api
from generator.diagnostics import Issue
from generator.facts import Issues
from generator.placing import GroupPath, Placing
from tests.unit.support import HEAD, document

OK = "responses: {'204': {description: OK}}"
PATHS = f"""paths:
  /a: {{get: {{operationId: listA, tags: [a, x], {OK}}}}}
  /b: {{get: {{operationId: listB, tags: [b], x-speakeasy-group: ext, {OK}}}}}
  /c: {{get: {{operationId: listC, {OK}}}}}
  /d: {{get: {{operationId: listD, x-speakeasy-ignore: true, {OK}}}}}
"""


def parsed(folder: Path, placing: Placing) -> tuple[Api, list[Issue]]:
    issues = Issues()
    api = operations.parse(document(folder, HEAD + PATHS), issues, placing)
    return api, issues.found


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ({}, {"listA": [("a",), ("x",)], "listB": [("ext",)], "listC": [()]}),
        ({"a": ("s", "t")}, {"listA": [("s", "t"), ("x",)], "listB": [("ext",)], "listC": [()]}),
        ({"listA": ("s",), "a": ()}, {"listA": [("s",)], "listB": [("ext",)], "listC": [()]}),
        ({"b": ("s",)}, {"listA": [("a",), ("x",)], "listB": [("s",)], "listC": [()]}),
        ({"a": None}, {"listA": [("x",)], "listB": [("ext",)], "listC": [()]}),
        ({"a": None, "x": None, "listC": None}, {"listB": [("ext",)]}),
        ({"b": ()}, {"listA": [("a",), ("x",)], "listB": [()], "listC": [()]}),
    ],
)
def test_groups(
    tmp_path: Path, groups: dict[str, GroupPath | None], found: dict[str, list[GroupPath]]
) -> None:
    api, issues = parsed(tmp_path, Placing(groups))
    assert {operation.id: list(operation.groups) for operation in api.operations} == found
    assert issues == []


def test_names(tmp_path: Path) -> None:
    api, _ = parsed(tmp_path, Placing(methods={"listC": "list"}))
    assert [operation.name for operation in api.operations] == ["listA", "listB", "list"]


def test_a_hidden_operation_can_be_named(tmp_path: Path) -> None:
    assert parsed(tmp_path, Placing({"listD": ("d",)}))[1] == []


def test_what_the_document_does_not_have_is_refused(tmp_path: Path) -> None:
    placing = Placing({"listAA": None, "y": ("y",)}, {"a": "list"}, "settings.yaml")
    _, issues = parsed(tmp_path, placing)
    assert [(issue.message, issue.loc.file, issue.loc.path) for issue in issues] == [
        ("the document has no operation or tag 'listAA'", "settings.yaml", ("groups", "listAA")),
        ("the document has no operation or tag 'y'", "settings.yaml", ("groups", "y")),
        ("the document has no operation 'a'", "settings.yaml", ("methods", "a")),
    ]
    assert issues[0].hint == "did you mean 'listA'?"
