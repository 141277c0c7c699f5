"""Documents with locations: raw values, `$ref` look-up, nothing assumed about their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import unquote

from . import reading
from .diagnostics import Issue, Loc, Path, SpecError, step
from .files import Files, Source

_MAX_DETOURS = 50


Scope = tuple[tuple[str, str, Path], ...]


@dataclass(slots=True)
class Document:
    """The root file and every file that its references reach inside its folder."""

    files: Files
    origins: Callable[[Path], Loc] | None = None
    _labels: dict[tuple[str, Path], list[str]] = field(default_factory=dict)
    _detours: dict[str, Node | None] = field(default_factory=dict)
    _deep: int = 0

    @classmethod
    def read(cls, path: FilePath) -> Document:
        """Read the root file.

        Raises SpecError where it cannot be read or is no YAML or JSON.
        """
        document = cls(Files(path))
        document.files.load(path, str(path))
        return document

    @property
    def root_path(self) -> FilePath:
        """The file that was asked for."""
        return self.files.root_path

    @property
    def sources(self) -> dict[str, Source]:
        """Every file read so far."""
        return self.files.sources

    @property
    def root(self) -> Node:
        """The whole document."""
        name = str(self.root_path)
        return Node(self, name, (), "#", self.sources[name].value)

    @property
    def has_siblings(self) -> bool:
        """Whether what stands beside a `$ref` of a schema counts, as it does since 3.1."""
        root = self.root.value
        return not (isinstance(root, dict) and str(root.get("openapi", "")).startswith("3.0"))

    def replace_root(self, value: Any, origins: Callable[[Path], Loc]) -> None:
        """Put an overlaid value in place of the one read; `origins` says what came from where."""
        source = self.sources[str(self.root_path)]
        source.value = value
        self._detours.clear()
        self.files.name(source, marked=True)
        self.origins = origins
        self._labels.clear()

    def adopt(self, other: Document) -> None:
        """Know the files of another document, so that places in them can be shown."""
        self.sources.update(other.sources)

    def ref(self, file: str, path: Path) -> str:
        """A name for a place that no other has, and that stays when others come and go.

        It is the file, seen from the folder of the document, and the pointer; items of lists
        are called by what they call themselves.
        """
        name, value = "", self.sources[file].value
        if file != str(self.root_path):
            name = FilePath(file).relative_to(self.root_path.parent).as_posix()
        steps = []
        for depth, token in enumerate(path):
            steps.append(self.step(file, path[:depth], value, token))
            value = value[token]
        return f"{name}#{''.join(steps)}"

    def step(self, file: str, path: Path, value: Any, token: str | int) -> str:
        """The end of such a name: one key, or one item of the list that stands at a path."""
        if isinstance(token, str):
            return step(token)
        here = (file, path)
        if here not in self._labels:
            self._labels[here] = _labels(value)
        return step(self._labels[here][token])

    def placed(self, issue: Issue) -> Issue:
        """The issue with its line, looked up now."""
        return self.all_placed([issue])[0]

    def all_placed(self, issues: Sequence[Issue]) -> list[Issue]:
        """The issues with their lines; each file is gone through once."""
        placed = list(issues)
        waiting: dict[str, dict[int, Path]] = {}
        for number, issue in enumerate(issues):
            loc = self._origin(issue.loc)
            if issue.place is None and loc.file in self.sources:
                waiting.setdefault(loc.file, {})[number] = loc.path
        for file, paths in waiting.items():
            source = self.sources[file]
            places = reading.find(source.text, source.is_json, paths.values())
            for number, place in zip(paths, places, strict=True):
                loc = Loc(file=file, path=issues[number].loc.path)
                placed[number] = replace(issues[number], loc=loc, place=place)
        return placed

    def resolve(self, node: Node) -> Node:
        """The value that a node's `$ref` leads to, or the node itself.

        Raises SpecError for a target that is missing, remote, outside the folder, or a circle.
        """
        seen = set()
        while node.reference is not None:
            here = (node.file, node.path, node.scope)
            if here in seen:
                raise SpecError(node.loc, "this reference leads back to itself")
            seen.add(here)
            node = self.follow(node)
        return node

    def follow(self, node: Node) -> Node:
        """One step: where the `$ref` or `$dynamicRef` of a node leads.

        Raises SpecError as `resolve` does, but for a circle.
        """
        reference = node.reference
        assert reference is not None
        name, _, fragment = reference.value.partition("#")
        fragment = unquote(fragment)
        if reference.path[-1] == "$dynamicRef":
            bound = next((b for b in node.scope if b[0] == fragment), None)
            if bound:
                return self.at(bound[1], bound[2], ())
        file, path = (
            self.files.find(node.file, node.path, name, reference.loc)
            if name
            else (node.file, None)
        )
        if fragment and not fragment.startswith("/"):
            target = self._anchored(node, file, path, fragment, reference)
        else:
            target = self._pointed(node, file, path, fragment, reference)
        return self._bound(node, target)

    # --- where a reference leads ------------------------------------------------------

    def at(self, file: str, path: Path, scope: Scope = ()) -> Node:
        """The node at a place that is there."""
        value = self.sources[file].value
        for key in path:
            value = value[key]
        return Node(self, file, path, self.ref(file, path), value, scope)

    def _anchored(
        self, node: Node, file: str, path: Path | None, name: str, reference: Node
    ) -> Node:
        found = self.sources[file].anchors.find(node.path if path is None else path, name)
        if found is None:
            raise reference.error(f"the anchor {name!r} is not known")
        return self.at(file, found, node.scope if path is None else ())

    def _pointed(
        self, node: Node, file: str, path: Path | None, pointer: str, reference: Node
    ) -> Node:
        """A pointer counts from its resource; many mean the file all the same."""
        root = self.sources[file].anchors.base(node.path)[0] if path is None else path
        tokens = [t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:]]
        scope = node.scope if path is None else ()
        if path is None and root and tokens:
            try:
                return self._walk(self.at(file, root, scope), tokens, reference)
            except SpecError:
                root = ()
        return self._walk(self.at(file, root, scope), tokens, reference)

    def _walk(self, node: Node, tokens: list[str], reference: Node) -> Node:
        for token in tokens:
            key = _step(node.value, token)
            if key is None and node.reference is not None:
                node = self._detour(node, reference)
                key = _step(node.value, token)
            if key is None:
                known = ", ".join(map(str, list(node.value)[:6])) if _holds(node.value) else ""
                message = f"{reference.value!r} leads nowhere: there is no {token!r} here"
                raise reference.error(message, f"it holds: {known}" if known else "")
            node = node.child(key)
        return node

    def _detour(self, node: Node, reference: Node) -> Node:
        """What a reference in the middle of a pointer leads to, found once."""
        here = f"{node.file}#{node.ref}"
        if here not in self._detours:
            if self._deep >= _MAX_DETOURS:
                raise reference.error("references lead through too many others")
            self._detours[here] = None
            self._deep += 1
            try:
                self._detours[here] = self.resolve(node)
            finally:
                self._deep -= 1
                if self._detours[here] is None:
                    del self._detours[here]
        found = self._detours[here]
        if found is None:
            raise reference.error("this reference leads back to itself")
        return found

    def _bound(self, node: Node, target: Node) -> Node:
        """The target, knowing which anchors the schema that refers to it gives a new meaning."""
        anchors, own = self.sources[target.file].anchors, self.sources[node.file].anchors
        home, here = anchors.home(target.path), own.home(node.path)
        if (node.file, here) == (target.file, home):
            return replace(target, scope=node.scope)
        asked = anchors.asked.get(home)
        if not asked:
            return target.plain()
        declared = anchors.dynamic.get(home, {})
        given = own.dynamic.get(here, {}) if self._speaks(node.file, here) else {}
        scope = {name: (name, node.file, path) for name, path in given.items()}
        scope.update({bound[0]: bound for bound in node.scope})
        kept = tuple(scope[name] for name in sorted(asked & set(declared) & set(scope)))
        return replace(target, scope=kept)

    def _speaks(self, file: str, home: Path) -> bool:
        """Whether a home is one schema, and not a whole document of many."""
        return bool(home) or "openapi" not in self.at(file, (), ())

    def _origin(self, loc: Loc) -> Loc:
        if self.origins is None or loc.file != str(self.root_path):
            return loc
        return self.origins(loc.path)


@dataclass(frozen=True, slots=True)
class Node:
    """A value at its place in a document.

    `name` is one that no other value has, as `Document.ref` makes it; it grows with the path, as
    every schema is asked for it.
    """

    document: Document
    file: str
    path: Path
    name: str
    value: Any
    scope: Scope = ()

    @property
    def loc(self) -> Loc:
        """The place of the value."""
        return Loc(file=self.file, path=self.path)

    @property
    def ref(self) -> str:
        """The name; a schema whose dynamic anchors are bound is another one with each binding."""
        if not self.scope:
            return self.name
        bound = (f"{name}={self.document.ref(file, path)}" for name, file, path in self.scope)
        return f"{self.name}?{'&'.join(bound)}"

    @property
    def reference(self) -> Node | None:
        """The text of `$ref`, else of `$dynamicRef`, where there is one."""
        if not isinstance(self.value, dict):
            return None
        for key in ("$ref", "$dynamicRef"):
            if isinstance(self.value.get(key), str):
                return self.child(key)
        return None

    def called(self, what: str) -> Node:
        """The same value as something of its own, known by another name."""
        return replace(self, name=f"{self.name} {what}")

    def plain(self) -> Node:
        """The same value with no anchor bound."""
        return replace(self, scope=()) if self.scope else self

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def child(self, key: str | int) -> Node:
        """The value under a key or index that is there."""
        name = self.name + self.document.step(self.file, self.path, self.value, key)
        path = (*self.path, key)
        return Node(self.document, self.file, path, name, self.value[key], self.scope)

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        if isinstance(self.value, dict) and key in self.value:
            return self.child(key)
        return None

    def resolve(self) -> Node:
        """The value that `$ref` leads to, or this one."""
        return self.document.resolve(self)

    def follow(self) -> Node:
        """One step of that way; there must be a reference."""
        return self.document.follow(self)

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


def _holds(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(value), "a number")
