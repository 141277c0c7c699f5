"""Paths to what stands under them: an operation for each method, and the groups it is in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .api import METHODS
from .facts import Issues
from .source import Node

_ITEM_KEYS = ("summary", "description", "servers", "parameters", "$ref")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z")
# What OpenAPI 3.2 adds, and documents that say they are older do not have.
_NEW = ("query", "additionalOperations")
# Says something about an operation; whoever looks for the operation does not look there.
_NO_GROUP = ("badge", "audience")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One operation where it stands; `items` are the path items around it, the nearest last."""

    path: str
    method: str
    items: tuple[Node, ...]
    node: Node

    @property
    def part(self) -> str:
        """What problems call it."""
        return f"operation {self.method.upper()} {self.path}"


def routes(root: Node, issues: Issues) -> Iterator[Route]:
    """Every operation, in the order of the document."""
    is_new = not re.match(r"3\.[01]\.", root.text("openapi"))
    for path, item in root.entries("paths"):
        if path.startswith("x-"):
            continue
        with issues.catching(f"path {path}"):
            if not path.startswith("/"):
                raise item.error("a path begins with a slash", f"write /{path}")
            yield from _under(path, item, is_new, issues)


def _under(path: str, item: Node, is_new: bool, issues: Issues) -> Iterator[Route]:
    """The operations of a path item and of those it refers to; what stands nearer wins."""
    items = list(_chain(item))
    taken: set[str] = set()
    for holder in items:
        for method, node in _methods(path, holder, is_new, issues):
            if method not in taken:
                yield Route(path=path, method=method, items=tuple(reversed(items)), node=node)
            taken.add(method)


def _chain(item: Node) -> Iterator[Node]:
    seen: set[str] = set()
    while True:
        if item.ref in seen:
            raise item.error("this reference leads back to itself")
        seen.add(item.ref)
        yield item
        if item.reference is None:
            return
        item = item.follow()


def _methods(path: str, item: Node, is_new: bool, issues: Issues) -> Iterator[tuple[str, Node]]:
    for key, node in item.items():
        with issues.catching(f"operation {key.upper()} {path}"):
            if key in _NEW and not is_new:
                raise node.error(f"OpenAPI has {key!r} since 3.2", "write `openapi: 3.2.0`")
            if key in METHODS:
                yield key, node
            elif key == "additionalOperations":
                yield from _additional(path, node, issues)
            elif key not in _ITEM_KEYS and not key.startswith("x-"):
                raise _unknown_key(key, node, is_new)


def _additional(path: str, holder: Node, issues: Issues) -> Iterator[tuple[str, Node]]:
    """Operations by the method as it is sent, capitals and all."""
    for method, node in holder.items():
        with issues.catching(f"operation {method} {path}"):
            if not _TOKEN.match(method):
                raise node.error(f"{method!r} is no HTTP method", "a method is one word")
            if method.lower() in METHODS:
                raise node.error(f"{method!r} has a key of its own", f"write `{method.lower()}`")
            if method.upper() == "CONNECT":
                raise node.error("'CONNECT' is for proxies; no client of an API can send it")
            yield method, node


def _unknown_key(key: str, node: Node, is_new: bool) -> Exception:
    methods = [method for method in METHODS if is_new or method not in _NEW]
    near = difflib.get_close_matches(key.lower(), methods, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(methods)}"
    return node.error(f"{key!r} is no HTTP method", hint)


class Tags:
    """The tags of a document, nested as it says."""

    def __init__(self, root: Node, issues: Issues) -> None:
        self._nodes: dict[str, Node] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        with issues.catching("list of tags"):
            for node in root.list("tags"):
                with issues.catching("tag"):
                    self._nodes.setdefault(node.text("name"), node)
        for name, node in self._nodes.items():
            with issues.catching(f"nesting of the tag {name}"):
                self._paths[name] = self._nested(name, node, issues)

    def _nested(self, name: str, node: Node, issues: Issues) -> tuple[str, ...]:
        path = [name]
        while parent := node.text("parent"):
            if parent in path:
                raise node.child("parent").error("this tag is nested inside itself")
            path.append(parent)
            if parent not in self._nodes:
                issues.warn(node.child("parent").loc, f"there is no tag {parent!r} in `tags`")
                break
            node = self._nodes[parent]
        return tuple(reversed(path))

    def path(self, name: str) -> tuple[str, ...] | None:
        """The group that a tag makes, with those around it; None where it makes none."""
        node = self._nodes.get(name)
        if node is not None and node.value.get("kind") in _NO_GROUP:
            return None
        return self._paths.get(name, (name,))
