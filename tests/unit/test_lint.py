"""The official verdict, with places."""

from __future__ import annotations

from pathlib import Path

from generator.lint import lint
from tests.unit.support import HEAD, document


def test_a_valid_document_has_no_problem(tmp_path: Path) -> None:
    for version in ("3.0.3", "3.1.0"):
        text = HEAD.replace("3.1.0", version) + "paths: {}"
        assert lint(document(tmp_path, text)) == []


def test_a_problem_has_its_line(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    get:\n      responses: 5\n"
    found = lint(document(tmp_path, text))
    assert found
    assert all(issue.severity == "error" and issue.place for issue in found)
    assert any(issue.place and issue.place.line >= 3 for issue in found)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (issue, *_) = lint(document(tmp_path, "openapi: 3.0.3\npaths: {}"))
    assert "info" in issue.message
