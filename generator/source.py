"""Documents with locations: raw values, `$ref` look-up, nothing assumed about their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import unquote

from . import reading
from .diagnostics import Issue, Loc, Path, SpecError, step

MAX_FILES = 5_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(slots=True)
class _Source:
    """One file of a document: its name as shown, its text and its values."""

    name: str
    text: str
    is_json: bool
    value: Any


@dataclass(slots=True)
class Document:
    """The root file and every file that its references reach inside its folder."""

    root_path: FilePath
    sources: dict[str, _Source] = field(default_factory=dict)
    origins: Callable[[Path], Loc] | None = None
    _labels: dict[tuple[str, Path], list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: FilePath) -> Document:
        """Read the root file.

        Raises SpecError where it cannot be read or is no YAML or JSON.
        """
        document = cls(path)
        document._load(path, str(path))
        return document

    @property
    def root(self) -> Node:
        """The whole document."""
        name = str(self.root_path)
        return Node(self, name, (), "", self.sources[name].value)

    def replace_root(self, value: Any, origins: Callable[[Path], Loc]) -> None:
        """Put an overlaid value in place of the one read; `origins` says what came from where."""
        self.sources[str(self.root_path)].value = value
        self.origins = origins
        self._labels.clear()

    def adopt(self, other: Document) -> None:
        """Know the files of another document, so that places in them can be shown."""
        self.sources.update(other.sources)

    def ref(self, file: str, path: Path, pointer: str = "") -> str:
        """A name for a place that no other has, and that stays when others come and go.

        It is the file, seen from the folder of the document, and the pointer; items of lists
        are called by what they call themselves.
        """
        name = ""
        if file != str(self.root_path):
            name = FilePath(file).relative_to(self.root_path.parent).as_posix()
        if any(type(token) is int for token in path):
            path, pointer = tuple(self._named(file, path)), ""
        return f"{name}#{pointer or ''.join(map(step, path))}"

    def _named(self, file: str, path: Path) -> Iterator[str]:
        value = self.sources[file].value
        for depth, token in enumerate(path):
            if isinstance(token, str):
                yield token
            else:
                here = (file, path[:depth])
                if here not in self._labels:
                    self._labels[here] = _labels(value)
                yield self._labels[here][token]
            value = value[token]

    def placed(self, issue: Issue) -> Issue:
        """The issue with its line, looked up now."""
        if issue.place is not None:
            return issue
        loc = self._origin(issue.loc)
        source = self.sources.get(loc.file)
        if source is None:
            return issue
        place = reading.find(source.text, source.is_json, loc.path)
        return Issue(
            severity=issue.severity,
            message=issue.message,
            loc=Loc(file=loc.file, path=issue.loc.path),
            hint=issue.hint,
            place=place,
        )

    def resolve(self, node: Node) -> Node:
        """The value that a node's `$ref` leads to, or the node itself.

        Raises SpecError for a target that is missing, remote, outside the folder, or a circle.
        """
        seen = set()
        while isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            here = (node.file, node.path)
            if here in seen:
                raise SpecError(node.loc, "this reference leads back to itself")
            seen.add(here)
            node = self._follow(node, node.value["$ref"])
        return node

    def _follow(self, node: Node, ref: str) -> Node:
        name, _, fragment = ref.partition("#")
        loc = node.child("$ref").loc
        target = self._file(node, name, loc) if name else node.file
        path: list[str | int] = []
        value = self.sources[target].value
        for token in _tokens(unquote(fragment), loc):
            key = _step(value, token)
            if key is None:
                known = ", ".join(map(str, list(value)[:6])) if value else ""
                message = f"{ref!r} leads nowhere: there is no {token!r} here"
                raise SpecError(loc, message, f"it holds: {known}" if known else "")
            path.append(key)
            value = value[key]
        return Node(self, target, tuple(path), "".join(map(step, path)), value)

    def _file(self, node: Node, name: str, loc: Loc) -> str:
        if _SCHEME.match(name) or name.startswith("//"):
            message = f"{name!r} is a remote reference; nothing is fetched"
            raise SpecError(loc, message, "save the document beside this one")
        return self.member(FilePath(node.file).parent / unquote(name), name, loc)

    def member(self, path: FilePath, name: str, loc: Loc) -> str:
        """The name among the sources of a file that belongs to the document, read if need be.

        Raises SpecError, at `loc`, for a file outside the folder of the document.
        """
        folder = self.root_path.parent.resolve()
        real = path.resolve()
        if not real.is_relative_to(folder):
            message = f"{name!r} lies outside the folder of the document"
            raise SpecError(loc, message, "move the file into the folder")
        shown = str(self.root_path.parent / real.relative_to(folder))
        if shown not in self.sources:
            if len(self.sources) >= MAX_FILES:
                raise SpecError(loc, f"more than {MAX_FILES:,} files are referenced")
            self._load(real, shown, loc)
        return shown

    def _load(self, path: FilePath, name: str, loc: Loc | None = None) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            here = loc or Loc(file=name)
            reason = error.strerror or "cannot be read"
            raise SpecError(here, f"cannot read {name!r}: {reason}") from None
        text = reading.decode(data, name)
        is_yaml = path.suffix in (".yaml", ".yml")
        is_json = path.suffix == ".json" or not is_yaml and text.lstrip()[:1] == "{"
        self.sources[name] = _Source(name, text, is_json, None)
        self.sources[name].value = reading.parse(text, name, is_json)

    def _origin(self, loc: Loc) -> Loc:
        if self.origins is None or loc.file != str(self.root_path):
            return loc
        return self.origins(loc.path)


@dataclass(frozen=True, slots=True)
class Node:
    """A value at its place in a document; its pointer grows with it, as every schema is asked."""

    document: Document
    file: str
    path: Path
    pointer: str
    value: Any

    @property
    def loc(self) -> Loc:
        """The place of the value."""
        return Loc(file=self.file, path=self.path)

    @property
    def ref(self) -> str:
        """A name for the value that no other value has, as `Document.ref` makes it."""
        return self.document.ref(self.file, self.path, self.pointer)

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def child(self, key: str | int) -> Node:
        """The value under a key or index that is there."""
        pointer = self.pointer + step(key)
        return Node(self.document, self.file, (*self.path, key), pointer, self.value[key])

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        if isinstance(self.value, dict) and key in self.value:
            return self.child(key)
        return None

    def resolve(self) -> Node:
        """The value that `$ref` leads to, or this one."""
        return self.document.resolve(self)

    def items(self) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping."""
        if not isinstance(self.value, dict):
            raise self.error(f"a mapping is expected, this is {_kind(self.value)}")
        for key in self.value:
            yield key, self.child(key)

    def elements(self) -> Iterator[Node]:
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.error(f"a list is expected, this is {_kind(self.value)}")
        for index in range(len(self.value)):
            yield self.child(index)

    def entries(self, key: str) -> Iterator[tuple[str, Node]]:
        """The entries of the mapping under a key; none where it is absent."""
        child = self.get(key)
        return iter(()) if child is None else child.items()

    def list(self, key: str) -> Iterator[Node]:
        """The items of the list under a key; none where it is absent."""
        child = self.get(key)
        return iter(()) if child is None else child.elements()

    def text(self, key: str) -> str:
        """The text under a key; empty where it is absent."""
        child = self.get(key)
        if child is None or child.value is None:
            return ""
        if isinstance(child.value, bool | int | float):
            return str(child.value)  # `version: 2.0` is meant as text
        if not isinstance(child.value, str):
            raise child.error(f"text is expected, this is {_kind(child.value)}")
        return child.value

    def flag(self, key: str) -> bool:
        """The truth under a key; false where it is absent."""
        child = self.get(key)
        if child is None or child.value is None:
            return False
        if not isinstance(child.value, bool):
            raise child.error(f"true or false is expected, this is {_kind(child.value)}")
        return child.value

    def error(self, message: str, hint: str = "") -> SpecError:
        """A problem at this place."""
        return SpecError(self.loc, message, hint)


def _tokens(fragment: str, loc: Loc) -> list[str]:
    if not fragment:
        return []
    if not fragment.startswith("/"):
        raise SpecError(loc, f"the anchor {fragment!r} is not known")
    raw = fragment[1:].split("/")
    return [token.replace("~1", "/").replace("~0", "~") for token in raw]


def _labels(items: list[Any]) -> list[str]:
    """What the items of a list are called; a number where they do not say, or say it again."""
    found: dict[str, None] = {}
    for number, item in enumerate(items):
        label = _label(item) if isinstance(item, dict) else ""
        plain = not label or label.isdigit() or label in found
        found[str(number) if plain else label] = None
    return list(found)


def _label(item: dict[str, Any]) -> str:
    if isinstance(item.get("in"), str) and isinstance(item.get("name"), str):
        return f"{item['in']} {item['name']}"  # a parameter
    title = item.get("title")
    return title if isinstance(title, str) else ""


def _step(value: Any, token: str) -> str | int | None:
    if isinstance(value, dict):
        return token if token in value else None
    if isinstance(value, list) and token.isdigit() and int(token) < len(value):
        return int(token)
    return None


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(value), "a number")
