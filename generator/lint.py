"""The official verdict on a document, with places."""

from __future__ import annotations

from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from .diagnostics import Issue, Loc
from .source import Document


def lint(document: Document) -> list[Issue]:
    """What openapi-spec-validator says, each error with its line."""
    root = document.root
    is_30 = root.text("openapi").startswith("3.0")
    validator = OpenAPIV30SpecValidator if is_30 else OpenAPIV31SpecValidator
    found = []
    for error in validator(root.value).iter_errors():
        loc = Loc(file=root.file, path=tuple(getattr(error, "absolute_path", ())))
        message = getattr(error, "message", str(error))
        issue = Issue(severity="error", message=message, loc=loc)
        found.append(document.placed(issue))
    return found
