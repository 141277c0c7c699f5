"""Schemas as JSON Schema has them: `allOf` taken in, types named or implied, null found."""

from __future__ import annotations

from dataclasses import dataclass, field

from .references import parts_of, target_of
from .source import Node

TYPES = ("string", "number", "integer", "boolean", "object", "array", "null")


OBJECT_KEYS = ("properties", "additionalProperties", "patternProperties")


@dataclass(slots=True)
class Merged:
    """An object schema with its `allOf` parts taken in; children keep their own places.

    `unions` are the lists of alternatives that stand beside its properties.
    """

    nodes: list[Node]
    properties: dict[str, Node]
    required: dict[str, Node]
    extra: Node | None = None
    unions: list[Node] = field(default_factory=list)


def merge(nodes: list[Node]) -> Merged:
    merged = Merged([], {}, {})
    for node in nodes:
        _merge_into(merged, node, ())
    return merged


def _merge_into(merged: Merged, node: Node, above: tuple[str, ...]) -> None:
    target = target_of(node)
    if not isinstance(target.value, dict):
        return
    if target.ref in above:
        raise node.error("this schema includes itself through allOf")
    merged.nodes.append(target)
    for part in parts_of(target):
        _merge_into(merged, part, (*above, target.ref))
    for key in ("oneOf", "anyOf"):
        if key in target and not only_requires(target.value[key]):
            merged.unions.append(target.child(key))
    for name, child in target.entries("properties"):
        merged.properties[name] = child
    for required in target.list("required"):
        if isinstance(required.value, str):
            merged.required[required.value] = required
    extra = target.get("additionalProperties")
    if extra is not None:
        merged.extra = None if extra.value is False else extra
    for _, pattern in target.entries("patternProperties"):
        merged.extra = pattern if merged.extra is None else merged.extra


def above(union: Node, merged: Merged) -> Node:
    """The schema that has a list of alternatives."""
    return next(n for n in merged.nodes if n.file == union.file and n.path == union.path[:-1])


def widened(merged: Merged) -> Merged:
    """An object that may have what any of its alternatives has."""
    members = [member for union in merged.unions for member in union.elements()]
    for name, child in merge(members).properties.items():
        merged.properties.setdefault(name, child)
    return merged


def kinds_of(node: Node) -> list[str]:
    """The types that a schema names, or those its keywords imply; null left out."""
    declared = node.get("type")
    if declared is None:
        if any(key in node for key in OBJECT_KEYS):
            return ["object"]
        if "items" in node or "prefixItems" in node:
            return ["array"]
        return []
    listed = declared.value if isinstance(declared.value, list) else [declared.value]
    for name in listed:
        if name not in TYPES:
            hint = f"one of {', '.join(TYPES)}"
            raise declared.error(f"{name!r} is no type of JSON Schema", hint)
    return [name for name in listed if name != "null"]


def allows_null(node: Node) -> bool:
    value = node.value
    if value.get("nullable") is True:
        return True
    declared = value.get("type")
    if declared == "null" or isinstance(declared, list) and "null" in declared:
        return True
    listed = value.get("enum")
    return isinstance(listed, list) and None in listed


def is_null(node: Node) -> bool:
    value = node.value
    if not isinstance(value, dict):
        return False
    return value.get("type") == "null" or value.get("enum") == [None]


def only_requires(members: object) -> bool:
    """Whether the members of a union do nothing but demand properties."""
    return (
        isinstance(members, list)
        and bool(members)
        and all(
            isinstance(member, dict) and set(member) <= {"required", "not"} for member in members
        )
    )
