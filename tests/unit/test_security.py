"""Schemes of a document, and what refers to those that are at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import SpecError
from generator.facts import Issues
from generator.security import Security
from generator.source import Node
from tests.unit.support import document

SCHEMES = (
    "components: {securitySchemes: {\n"
    "  key: {type: apiKey, in: header, name: k},\n"
    "  bad: {type: nope},\n"
    "  tv: {type: oauth2, flows: {deviceAuthorization: {tokenUrl: 'https://x'}}}}}\n"
)


def read(folder: Path, text: str) -> tuple[Security, Node, Issues]:
    issues, root = Issues(), document(folder, SCHEMES + text).root
    return Security(root, issues), root, issues


def test_a_scheme_at_fault_is_noted_as_such(tmp_path: Path) -> None:
    security, _, issues = read(tmp_path, "")
    assert [scheme.key for scheme in security.schemes] == ["key", "tv"]
    assert [issue.part for issue in issues.found] == ["security scheme bad"]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("a: 1", None),
        ("security: []", ()),
        ("security: [{}, {key: [], tv: [a]}]", ((), ("key", "tv"))),
    ],
)
def test_needs(tmp_path: Path, text: str, needs: object) -> None:
    security, root, _ = read(tmp_path, text)
    assert security.needs(root) == needs


@pytest.mark.parametrize(("key", "message"), [("bad", "at fault itself"), ("no", "there is no")])
def test_needs_that_cannot_be_met_are_refused(tmp_path: Path, key: str, message: str) -> None:
    security, root, _ = read(tmp_path, f"security: [{{{key}: []}}]")
    with pytest.raises(SpecError, match=message):
        security.needs(root)
