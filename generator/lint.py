"""The official verdict on a document, with places."""

from __future__ import annotations

from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from .diagnostics import Issue, Loc, Path
from .source import Document


def lint(document: Document) -> list[Issue]:
    """What openapi-spec-validator says, each error with its line."""
    root = document.root
    is_30 = root.text("openapi").startswith("3.0")
    validator = OpenAPIV30SpecValidator if is_30 else OpenAPIV31SpecValidator
    found: list[Issue] = []
    try:
        for error in validator(root.value).iter_errors():
            path = tuple(getattr(error, "absolute_path", ()))
            found.append(_issue(root.file, path, getattr(error, "message", str(error))))
    except Exception as error:  # noqa: BLE001  the validator stumbles over what it just refused
        if not found:
            reason = f"the validator cannot read this: {type(error).__name__}: {error}"
            found.append(_issue(root.file, (), reason))
    return [document.placed(issue) for issue in found]


def _issue(file: str, path: Path, message: str) -> Issue:
    return Issue(severity="error", message=message, loc=Loc(file=file, path=path))
