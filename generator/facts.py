"""What a schema says beside its type, and the problems noted while reading it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from .api import Example
from .diagnostics import Issue, Loc, SpecError
from .source import Node


class Issues:
    """The problems of a run, in the order found."""

    def __init__(self) -> None:
        self.found: list[Issue] = []
        self._parts: list[str] = []

    @contextmanager
    def catching(self, part: str = "") -> Iterator[None]:
        """Note a SpecError and go on behind the block.

        `part` is what then lacks in the output; without one it is that of the block around.
        """
        self._parts.append(part or (self._parts[-1] if self._parts else ""))
        try:
            yield
        except SpecError as error:
            self.found.append(replace(error.issue, part=self._parts[-1]))
        finally:
            self._parts.pop()

    def leaves_out(self, part: str, since: int) -> bool:
        """Whether a problem, noted when there were so many, costs this part."""
        return any(i.part == part and i.severity == "error" for i in self.found[since:])

    def warn(self, loc: Loc, message: str, hint: str = "") -> None:
        """Note something that does not change the output."""
        self.found.append(Issue(severity="warning", message=message, loc=loc, hint=hint))


class Facts:
    """Annotations of a schema, looked for beside a `$ref` first, then at its target."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes

    def text(self, key: str) -> str:
        """The first text under a key."""
        for node in self._nodes:
            if node.value.get(key) is not None:
                return node.text(key)
        return ""

    def flag(self, key: str) -> bool:
        """Whether any part says so."""
        return any(node.flag(key) for node in self._nodes)

    def has(self, key: str) -> bool:
        """Whether any part has the key."""
        return any(key in node for node in self._nodes)

    def raw(self, key: str) -> object:
        """The first value under a key."""
        for node in self._nodes:
            if key in node:
                return node.value[key]
        return None

    def example(self) -> Example:
        """`example`, else `examples`, of the first part that has one."""
        for node in self._nodes:
            found = example_of(node)
            if found:
                return found
        return Example()


def example_of(node: Node) -> Example:
    """The examples written at a schema: `example`, else the list `examples`."""
    if "example" in node:
        return Example(values=(node.value["example"],))
    listed = node.value.get("examples") if isinstance(node.value, dict) else None
    return Example(values=tuple(listed)) if isinstance(listed, list) else Example()


def facts_of(node: Node) -> Facts:
    """The annotations of the schema at a node."""
    return Facts(list(_chain(node)))


def title_of(node: Node) -> str:
    """The title of a schema, else that of a part of its `allOf`; parts of parts say less."""
    seen: set[str] = set()
    level = [node]
    while level:
        below: dict[str, Node] = {}
        for part in level:
            target = part if "title" in part else part.resolve()
            if "title" in target:
                return target.text("title")
            seen.update((part.ref, target.ref))
            below.update((child.ref, child) for child in target.list("allOf"))
        level = [child for ref, child in below.items() if ref not in seen]
    return ""


def _chain(node: Node) -> Iterator[Node]:
    """A schema, the parts of its `allOf`, and what its `$ref` leads to."""
    seen: set[str] = set()
    stack = [node]
    while stack:
        current = stack.pop()
        if not isinstance(current.value, dict) or current.ref in seen:
            continue
        seen.add(current.ref)
        yield current
        if current.reference is not None:
            stack.append(current.follow())
        if "allOf" in current:
            stack.extend(current.list("allOf"))  # the last part speaks first
