"""Where a call stands in the client and what it is called: by settings, extensions, or tags."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .diagnostics import Loc, SpecError
from .source import Node

GroupPath = tuple[str, ...]
Nested = Callable[[str], GroupPath | None]


@dataclass(slots=True)
class Placing:
    """What the settings say: groups of operations or tags (None hides), names of methods."""

    groups: Mapping[str, GroupPath | None] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    _ids: set[str] = field(default_factory=set)
    _tags: set[str] = field(default_factory=set)

    def groups_of(self, node: Node, id: str, nested: Nested) -> tuple[GroupPath, ...]:
        """The groups of an operation: the client itself is the empty path; none hides it.

        `nested` tells where the document has the group of a tag, if it makes one.
        """
        tags = tuple(dict.fromkeys(str(tag.value) for tag in node.list("tags") if tag.value))
        self._ids.add(id)
        self._tags.update(tags)
        if node.flag("x-speakeasy-ignore"):
            return ()
        if id in self.groups:
            return _shown(self.groups[id])
        if any(tag in self.groups for tag in tags):
            paths = (self.groups.get(tag, nested(tag)) for tag in tags)
            return tuple(path for listed in paths for path in _shown(listed))
        group = node.text("x-speakeasy-group")
        if group:
            return (tuple(filter(None, group.split("."))),)
        return tuple(path for tag in tags for path in _shown(nested(tag))) or ((),)

    def name_of(self, node: Node, id: str) -> str:
        """What the method of an operation is made of."""
        return self.methods.get(id) or node.text("x-speakeasy-name-override") or id

    def unknown(self) -> Iterator[SpecError]:
        """A fault for each setting that names nothing of the document."""
        known = {"groups": self._ids | self._tags, "methods": self._ids}
        what = {"groups": "operation or tag", "methods": "operation"}
        for setting, keys in (("groups", self.groups), ("methods", self.methods)):
            for key in keys:
                if key not in known[setting]:
                    near = difflib.get_close_matches(key, sorted(known[setting]), 1)
                    message = f"the document has no {what[setting]} {key!r}"
                    loc = Loc(file=self.file, path=(setting, key))
                    yield SpecError(loc, message, f"did you mean {near[0]!r}?" if near else "")


def _shown(path: GroupPath | None) -> tuple[GroupPath, ...]:
    return () if path is None else (path,)
