"""The official verdict on a document, with places; it reads no more than the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import unquote, urlsplit

from jsonschema_path import SchemaPath
from openapi_spec_validator.shortcuts import get_validator_cls
from openapi_spec_validator.validation.exceptions import ValidatorDetectError

from .diagnostics import Issue, Loc, Path, SpecError
from .source import Document, Node


def lint(document: Document) -> list[Issue]:
    """What openapi-spec-validator says, each error with its line."""
    root = document.root
    found: list[Issue] = []
    try:
        base = document.root_path.resolve().as_uri()
        schema = SchemaPath.from_dict(root.value, base_uri=base, handlers=_Closed(document))
        for error in get_validator_cls(root.value)(schema).iter_errors():
            path = tuple(getattr(error, "absolute_path", ()))
            found.append(_issue(root.file, path, getattr(error, "message", str(error))))
    except ValidatorDetectError:
        found.append(_issue(root.file, (), "this is no OpenAPI document: its version is not known"))
    except Exception as error:  # noqa: BLE001  the validator stumbles over what it just refused
        found += _broken_references(root)
        if not found:
            reason = f"the validator cannot read this: {type(error).__name__}: {error}"
            found.append(_issue(root.file, (), reason))
    return document.all_placed(found)


class _Closed(dict[str, Callable[[str], Any]]):
    """Handlers for the addresses of references: files of the document, and nothing else.

    The validator's own would fetch from the network and open any file. Every scheme counts as
    known here, so that it never falls back on them.
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def __contains__(self, scheme: object) -> bool:
        return True

    def __getitem__(self, scheme: str) -> Callable[[str], Any]:
        return self._load

    def _load(self, uri: str) -> Any:
        parts = urlsplit(uri)
        loc = self._document.root.loc
        if parts.scheme != "file" or parts.netloc:
            raise SpecError(loc, f"{uri!r} is a remote reference; nothing is fetched")
        name = self._document.files.member(FilePath(unquote(parts.path)), uri, loc)
        return self._document.sources[name].value


def _broken_references(root: Node) -> Iterator[Issue]:
    """Every `$ref` of the root file that leads nowhere, or where nobody may go."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            try:
                node.resolve()
            except SpecError as error:
                yield error.issue
        elif isinstance(node.value, dict):
            waiting += [child for _, child in node.items()]
        elif isinstance(node.value, list):
            waiting += node.elements()


def _issue(file: str, path: Path, message: str) -> Issue:
    return Issue(severity="error", message=message, loc=Loc(file=file, path=path))
