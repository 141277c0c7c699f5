"""Where a schema's reference leads, and what a schema says beside its reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from .source import Node

# What shapes a type. Beside a reference, everything else only annotates or restricts values.
_SHAPING = (
    *("additionalProperties", "allOf", "anyOf", "const", "enum", "items", "oneOf"),
    *("patternProperties", "properties", "required"),
)


def target_of(node: Node) -> Node:
    """The schema that a reference leads to: the first that says more than where to look.

    Raises SpecError for a reference that leads nowhere, or to itself.
    """
    seen: set[str] = set()
    while node.reference is not None and not says_more(node):
        if node.ref in seen:
            raise node.error("this reference leads back to itself")
        seen.add(node.ref)
        node = node.follow()
    return node


def says_more(node: Node) -> bool:
    """Whether a schema with a reference has a shape of its own, as it may since 3.1."""
    if node.reference is None or not node.document.has_siblings:
        return False
    return any(key in node.value for key in _SHAPING) or binds(node)


def binds(node: Node) -> bool:
    """Whether a reference leads to a template whose anchors this place fills in."""
    if node.reference is None or not ("$defs" in node or "$dynamicAnchor" in node):
        return False
    return node.follow().scope not in ((), node.scope)


def parts_of(node: Node) -> Iterator[Node]:
    """What a schema includes: the target of its reference, then the members of its `allOf`."""
    reference = node.reference
    if reference is not None:
        alone = {reference.path[-1]: reference.value}
        yield replace(node, value=alone)
    yield from node.list("allOf")


def name_of(target: Node) -> str:
    """The document's own word for a schema: its last key, or the name of its file."""
    if target.path:
        return str(target.path[-1])
    return PurePath(target.file).stem.removesuffix(".schema")
