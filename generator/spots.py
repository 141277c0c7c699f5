"""Where a schema stands, as far as its name depends on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .api import Room
from .source import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a schema stands, as far as its name depends on it.

    `leaf` is the wanted name, `piece` what the path calls it, `context` the path above.
    `root` is what its file is called after; at `home` that is an operation.
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

    def root_of(self, node: Node) -> str:
        """The root of a schema: what an operation only refers to may serve others as well."""
        if self.room == "component" or not self.home or node.ref.startswith(f"{self.home}/"):
            return self.root
        return node.document.ref(node.file, node.path[:3])

    def below(self, name: str) -> Spot:
        """The spot of a property; of an error only the whole body is one."""
        context = (*self.context, self.piece) if self.piece else self.context
        room: Room = "response" if self.room == "error" else self.room
        return replace(self, leaf=name, piece=name, context=context, room=room, bare=True)

    def variant(self, number: int, union: str) -> Spot:
        """The spot of a member of a union, counted from 1."""
        return replace(self.below(str(number)), union=union)
