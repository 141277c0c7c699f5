"""The official verdict, with places."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

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


def with_ref(ref: str) -> str:
    schema = f"{{$ref: '{ref}'}}"
    answer = f"{{description: x, content: {{application/json: {{schema: {schema}}}}}}}"
    return f"{HEAD}paths:\n  /a:\n    get:\n      responses:\n        '200': {answer}\n"


@pytest.mark.parametrize(
    "ref", ["http://127.0.0.1:9/x.yaml", "https://example.com/x", "ftp://example.com/x", "data:,{}"]
)
def test_nothing_is_fetched(ref: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        pytest.fail("the validator went to the network")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    (issue,) = lint(document(tmp_path, with_ref(ref)))
    assert "nothing is fetched" in issue.message
    assert issue.place and "$ref" in issue.place.lines[issue.place.line - 1]


@pytest.mark.parametrize("form", ["../secret.yaml", "{uri}", "link.yaml"])
def test_no_file_outside_the_folder_is_read(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("type: SECRET_MARKER\n", "utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(secret)
    found = lint(document(inside, with_ref(form.format(uri=secret.as_uri()))))
    assert found
    assert "SECRET_MARKER" not in str(found)


def test_files_of_the_document_are_read(tmp_path: Path) -> None:
    (tmp_path / "pet.yaml").write_text("type: object\n", "utf-8")
    assert lint(document(tmp_path, with_ref("pet.yaml"))) == []


def test_a_document_without_a_version_is_refused(tmp_path: Path) -> None:
    (issue,) = lint(document(tmp_path, "info: {title: x, version: '1'}"))
    assert "no OpenAPI document" in issue.message
