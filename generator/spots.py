"""Where a schema stands, as far as its name depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from .api import Room
from .diagnostics import Path
from .references import name_of
from .source import Node

_DEFS = ("$defs", "definitions")
_LOOKS = ("$ref", "allOf", "anyOf", "enum", "items", "oneOf", "properties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a schema stands, as far as its name depends on it.

    `leaf` is the wanted name, `piece` what the path calls it, `context` the path above.
    `root` is what its file is called after; at `home` that is an operation.
    `named` says that the leaf is the schema's own key, which no title replaces.
    """

    leaf: str
    piece: str
    context: tuple[str, ...]
    room: Room
    root: str
    union: str = ""
    bare: bool = True
    form: bool = False
    home: str = ""
    named: bool = False

    def root_of(self, node: Node) -> str:
        """The root of a schema: what an operation only refers to may serve others as well."""
        if self.room == "component" or not self.home or node.ref.startswith(f"{self.home}/"):
            return self.root
        return node.document.ref(node.file, node.path[:3])

    def below(self, name: str) -> Spot:
        """The spot of a property; of an error only the whole body is one."""
        return replace(
            self,
            leaf=name,
            piece=name,
            context=(*self.context, self.piece) if self.piece else self.context,
            room="response" if self.room == "error" else self.room,
            bare=True,
            named=False,
        )

    def variant(self, number: int, union: str) -> Spot:
        """The spot of a member of a union, counted from 1."""
        return replace(self.below(str(number)), union=union)


def own_spot(target: Node) -> Spot | None:
    """The spot that a schema has by its own place, whoever refers to it; None where it has none."""
    length = _named_length(target)
    if length is None:
        return None
    holder = _above(target, length)
    name = name_of(holder)
    spot = Spot(
        leaf=name,
        piece=name,
        context=tuple(_around(holder)),
        room="component",
        root=holder.ref,
        named=True,
    )
    return _inside(spot, target.path[length:])


def _named_length(target: Node) -> int | None:
    """How much of a path is up to the nearest schema with a name of its own."""
    path = target.path
    for length in range(len(path), 1, -1):
        if path[length - 2] in _DEFS or length == 3 and path[:2] == ("components", "schemas"):
            return length
    if target.file == str(target.document.root_path):
        return None
    value = target.document.sources[target.file].value
    if isinstance(value, dict) and "openapi" in value:
        return None
    for length in range(len(path)):
        if _looks_like_a_schema(_above(target, length).value):
            return length
    return len(path)


def _looks_like_a_schema(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("type"), str | list) or any(key in value for key in _LOOKS)


def _above(target: Node, length: int) -> Node:
    node = target.document.at(target.file, target.path[:length])
    return replace(node, scope=target.scope)


def _around(holder: Node) -> Iterator[str]:
    """What tells schemas of one name apart: the schema, or else the folder, that holds them."""
    path, root = holder.path, holder.document.root_path
    if len(path) > 1 and path[-2] in _DEFS:
        if len(path) > 2 or holder.file != str(root):
            yield name_of(_above(holder, len(path) - 2))
    elif not path and PurePath(holder.file).parent != PurePath(root.parent):
        yield PurePath(holder.file).parent.name


def _inside(spot: Spot, rest: Path) -> Spot | None:
    """The spot of a part, as it is when the whole is read; None below other keywords."""
    tokens = list(rest)
    while tokens:
        key = tokens.pop(0)
        if key == "properties" and tokens:
            spot = spot.below(str(tokens.pop(0)))
        elif key in ("oneOf", "anyOf") and tokens and isinstance(tokens[0], int):
            spot = spot.variant(int(tokens.pop(0)) + 1, spot.leaf)
        elif key == "additionalProperties":
            spot = spot.below(spot.piece or spot.leaf)
        elif key != "items":
            return None
    return spot
