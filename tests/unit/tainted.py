"""Documents in which everything that is free has a mark, and doors that take the mark off."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import FunctionType
from typing import Any

import pytest

from generator import doors
from generator.language import Language
from generator.languages import LANGUAGES

MARK = "\ue000"  # for private use: no document, no template and no rule of ours has it

# The keys below these are the document's own words.
NAMED = frozenset(
    ["callbacks", "content", "definitions", "$defs", "encoding", "examples", "headers", "links"]
    + [
        "mapping",
        "mediaTypes",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
    ]
    + ["requestBodies", "responses", "schemas", "scopes", "securitySchemes", "variables"]
    + ["webhooks"]
)
# What is below these is data: every key and text in it is the document's own.
DATA = frozenset(["const", "dataValue", "default", "enum", "example", "value"])
# Words that OpenAPI defines; another one is refused or has a meaning of its own.
WORDS = frozenset(["$anchor", "$dynamicAnchor", "$id", "$schema", "$self", "format", "in"])
WORDS |= {"openapi", "statusCodes", "strategy", "style", "swagger", "type"}
# The keys of responses that OpenAPI defines.
KEPT = re.compile(r"[1-5](?:[0-9]{2}|XX)|default|x-.*")


def tainted(node: Any, key: str = "", named: bool = False) -> Any:
    """The document with a mark on every text and key that is free.

    `key` is the one above the node; `named` says that the node's own keys are free.
    """
    if isinstance(node, dict):
        below = {}
        for inner, value in node.items():
            free = named and not (key == "responses" and KEPT.fullmatch(str(inner)))
            shown = _key(inner, key) if free else inner
            below[shown] = _below(inner, value, named, key)
        return below
    if isinstance(node, list):
        return [tainted(item, key) for item in node]
    return marked(node, key) if isinstance(node, str) else node


def _below(inner: str, value: Any, named: bool, above: str) -> Any:
    if named:  # a word of the document's own says nothing about what is below it
        return tainted(value, above if above in ("mapping", "scopes") else "")
    if inner in DATA or inner == "examples" and isinstance(value, list):
        return data(value)
    if inner == "security" and isinstance(value, list):
        return [{mark(name): scopes for name, scopes in need.items()} for need in value]
    return tainted(value, inner, inner in NAMED and isinstance(value, dict))


def data(node: Any) -> Any:
    """Data with a mark on every key and text."""
    if isinstance(node, dict):
        return {mark(key): data(value) for key, value in node.items()}
    if isinstance(node, list):
        return [data(item) for item in node]
    return mark(node) if isinstance(node, str) else node


def marked(text: str, key: str) -> str:
    """A text with marks, in a form that fits where it stands."""
    if key in ("$ref", "$dynamicRef") or text.startswith("#/"):
        return reference(text)
    if key == "mapping":
        return reference(f"#/components/schemas/{text}")
    if key in WORDS:
        return text
    if "://" in text or text.startswith("/"):
        return address(text)
    return mark(text)


def mark(text: str) -> str:
    """A text with a mark at both ends of each line."""
    return "\n".join(f"{MARK}{row}{MARK}" for row in text.split("\n"))


def address(text: str) -> str:
    """A path or a URL with marks around its words."""
    scheme, cut, rest = text.rpartition("://")
    return scheme + cut + re.sub(r"[^/{}]+", lambda m: mark(m[0]), rest)


def media_type(text: str) -> str:
    """A media type of the same kind, with marks in a parameter."""
    return f"{text}; {mark('a')}={mark('b')}"


def reference(text: str) -> str:
    """A reference to what its target is called now."""
    file, _, pointer = text.partition("#")
    if not pointer.startswith("/"):
        return text  # a whole file, or an anchor
    named, above = False, ""
    out = [f"{file}#"]
    for token in pointer.split("/")[1:]:
        plain = token.replace("~1", "/").replace("~0", "~")
        shown = _key(plain, above) if named and not KEPT.fullmatch(plain) else plain
        out.append(shown.replace("~", "~0").replace("/", "~1"))
        named, above = not named and token in NAMED, token
    return "/".join(out)


def _key(key: str, above: str) -> str:
    if above == "content":
        return media_type(key)
    return address(key) if key.startswith("/") else mark(key)


def spoilt(node: Any) -> Iterator[tuple[str, Any]]:
    """Documents with a mark where OpenAPI leaves no choice: in one of its words, numbers and flags.

    One for each key and the key above it, called by both.
    """
    seen: set[str] = set()
    for path in _fixed(node, ()):
        name = ".".join([step for step in path if isinstance(step, str)][-2:]).replace(MARK, "")
        if name not in seen:
            seen.add(name)
            yield name, _replaced(node, path)


def _fixed(node: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict | list):
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for step, value in pairs:
            yield from _fixed(value, (*path, step))
    elif node is not None and MARK not in str(node):
        yield path


def _replaced(node: Any, path: tuple[str | int, ...]) -> Any:
    if not path:
        return mark(str(node))
    step, *rest = path
    if isinstance(node, dict):
        return {**node, step: _replaced(node[step], tuple(rest))}
    assert isinstance(step, int)
    return [*node[:step], _replaced(node[step], tuple(rest)), *node[step + 1 :]]


# --- doors -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Door:
    """A function that makes text of a document harmless; `room` marks where it leads to."""

    module: str
    name: str
    room: str

    @property
    def function(self) -> Callable[..., str]:
        found: Callable[..., str] = getattr(sys.modules[self.module], self.name)
        return found


CODE, MARKDOWN, ATTRIBUTE, MANIFEST = "\ue001", "\ue002", "\ue003", "\ue004"
# Only what escapes: a literal or a table that forgot to call one of these is seen.
DOORS = (
    *(
        Door(f"generator.languages.{key}.atoms", name, CODE)
        for key in LANGUAGES
        for name in ("string", "comment")
    ),
    Door(doors.__name__, "md_text", MARKDOWN),
    Door(doors.__name__, "md_cell", MARKDOWN),
    Door(doors.__name__, "md_code", MARKDOWN),
    Door(doors.__name__, "md_attribute", ATTRIBUTE),
    Door(doors.__name__, "json_text", MANIFEST),
    Door(doors.__name__, "toml_text", MANIFEST),
)
ROOMS = re.compile(f"[{MARK}{CODE}{MARKDOWN}{ATTRIBUTE}{MANIFEST}]")


def watched(
    patch: pytest.MonkeyPatch, languages: Iterable[Language], listed: tuple[Door, ...] = DOORS
) -> list[Language]:
    """The languages with doors that put the mark of their room in place of any other.

    They are replaced wherever a module of the generator knows them by name.
    """
    made = {door.function: _watch(door) for door in listed}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "generator":
            for attribute, value in list(vars(module).items()):
                if isinstance(value, FunctionType) and value in made:
                    patch.setattr(module, attribute, made[value])
    return [
        replace(language, code=replace(language.code, comment=made.get(comment, comment)))
        for language in languages
        for comment in (language.code.comment,)
    ]


def _watch(door: Door) -> Callable[..., str]:
    function = door.function

    def call(*args: Any) -> str:
        return ROOMS.sub(door.room, _unescaped(function(*args)))

    return call


def _unescaped(text: str) -> str:
    """JSON and code may write a mark as an escape."""
    return re.sub(r"\\u(e00[0-4])", lambda m: chr(int(m[1], 16)), text)


# --- leaks -------------------------------------------------------------------------------

_MARKDOWN = {CODE, MARKDOWN, ATTRIBUTE}


def leaks(path: str, text: str) -> Iterator[str]:
    """The lines of a file with text that came through no door, or through that of another room."""
    if ROOMS.search(path):
        yield f"{path}: its name"
    fenced = False
    for number, row in enumerate(text.split("\n"), 1):
        found = set(ROOMS.findall(row))
        if found - _allowed(path, row, fenced):
            shown = ROOMS.sub(lambda m: f"<{ord(m[0]):X}>", row)
            yield f"{path}:{number}: {shown.strip()}"
        if path.endswith(".md") and row.startswith("```"):
            fenced = not fenced


def _allowed(path: str, row: str, fenced: bool) -> set[str]:
    if not path.endswith(".md"):
        return {MANIFEST} if path.endswith((".json", ".toml")) else {CODE}
    if row.startswith("<!-- "):
        return {ATTRIBUTE}
    return {CODE, MARKDOWN} if fenced else {MARKDOWN}
