"""Names that a document gives to the values of an enum, in the extensions that tools have for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
