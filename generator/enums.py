"""Enums beyond the keyword: names that extensions give to values, alternatives that are values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .api import EnumShape, Literal, Type
from .facts import facts_of
from .source import Node

_LISTS = ("x-speakeasy-enums", "x-enum-varnames", "x-enumNames", "x-enum-names")


def names_of(node: Node, values: tuple[object, ...]) -> tuple[str, ...]:
    """A name for each value, empty where there is none; nothing at all where none has one."""
    found = {str(value): name for value, name in _pairs(node) if isinstance(name, str)}
    names = tuple(found.get(str(value), "") for value in values)
    return names if any(names) else ()


def _pairs(node: Node) -> Iterator[tuple[object, object]]:
    listed = node.value.get("enum")
    for key in _LISTS:
        given = node.value.get(key)
        if isinstance(given, Mapping):
            yield from given.items()
        elif isinstance(given, list) and len(given) == len(listed):
            yield from zip(listed, given, strict=True)
    described = node.value.get("x-ms-enum")
    values = described.get("values") if isinstance(described, Mapping) else None
    for entry in values if isinstance(values, list) else ():
        if isinstance(entry, Mapping):
            yield entry.get("value"), entry.get("name")


def is_closed(node: Node) -> bool:
    """Whether the document says that there will never be another value."""
    return bool(node.value.get("x-speakeasy-unknown-values") == "disallow")


def is_opened(node: Node) -> bool:
    """Whether the document says that other values may be sent as well."""
    return bool(node.value.get("x-speakeasy-unknown-values") == "allow")


def constants(members: list[Node], variants: list[Type]) -> EnumShape | None:
    """Alternatives that are single values are an enum whose members have titles."""
    values = tuple(v.value for v in variants if isinstance(v, Literal) and _is_member(v.value))
    if len(values) < 2 or len(values) < len(members):
        return None
    names = tuple(facts_of(member).text("title") for member in members)
    return EnumShape(values=values, names=names if any(names) else ())


def _is_member(value: object) -> bool:
    return type(value) in (str, int)
