"""Small documents for the tests: read, understood, planned, rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator import operations
from generator.api import Api
from generator.diagnostics import Issue, SpecError, SpecErrors
from generator.facts import Issues
from generator.languages import LANGUAGES
from generator.package import Package
from generator.plan import plan
from generator.render import Renderer
from generator.settings import Settings
from generator.source import Document

HEAD = "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\n"


def document(folder: Path, text: str, name: str = "spec.yaml") -> Document:
    path = folder / name
    path.write_text(text, "utf-8")
    return Document.read(path)


def understood(folder: Path, text: str) -> tuple[Api, list[Issue]]:
    """The meaning of a document, and every problem, each with its place."""
    read, issues = document(folder, text), Issues()
    try:
        api = operations.parse(read, issues)
    except SpecError as error:
        raise SpecErrors([read.placed(error.issue)]) from None
    return api, [read.placed(issue) for issue in issues.found]


def api_of(folder: Path, text: str) -> Api:
    """The meaning of a document that has no problem."""
    api, issues = understood(folder, text)
    assert not issues, issues
    return api


def with_schemas(*rows: str) -> str:
    """A document with one operation that returns `Root`, and these schemas."""
    listed = "".join(f"    {row}\n" for text in rows for row in text.splitlines())
    answer = "{application/json: {schema: {$ref: '#/components/schemas/Root'}}}"
    return (
        f"{HEAD}paths:\n  /root:\n    get:\n      operationId: getRoot\n      responses:\n"
        f"        '200': {{description: OK, content: {answer}}}\n"
        f"components:\n  schemas:\n{listed}"
    )


def packaged(folder: Path, text: str, language: str, **settings: Any) -> Package:
    api = api_of(folder, text)
    return plan(api, LANGUAGES[language], Settings(**settings).completed(api))


def rendered(folder: Path, text: str, language: str, **settings: Any) -> dict[str, str]:
    package = packaged(folder, text, language, **settings)
    return {file.path: file.text for file in Renderer(LANGUAGES[language]).files(package)}
