"""Streams: what an event stands for, and how its data is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .api import (
    EnumShape,
    Field,
    Literal,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Reply,
    Scalar,
    Stream,
    Type,
    UnionShape,
    Unknown,
)
from .plans import ItemsPlan

_FIELDS = frozenset(("data", "event", "id", "retry"))
_TEXTS = ("string", "date", "date-time", "file")
_NUMBERS = ("integer", "bigint", "number", "decimal", "boolean")
# What streams whose data is JSON usually end with, though few documents say it.
_USUAL_END = "[DONE]"
_Models = Mapping[str, Model]


def items_of(reply: Reply, models: _Models) -> ItemsPlan | None:
    """How the values of an answer are read, where it is a stream of them."""
    if not isinstance(reply.type, Stream) or reply.kind == "binary":
        return None
    if reply.kind != "events":
        return ItemsPlan(framing=reply.kind)
    leaves = tuple(_leaves(reply.type.items, models))
    events = [fields for leaf in leaves if (fields := _event(leaf, models))]
    whole = bool(events) and len(events) == len(leaves)
    held = leaves
    if whole:
        types = (fields["data"].type for fields in events if "data" in fields)
        held = tuple(leaf for type in types for leaf in _leaves(type, models))
    data = _written({form for leaf in held for form in _forms(leaf, models)})
    return ItemsPlan(
        framing="events",
        whole=whole,
        bare=whole and any(_may_lack_data(fields) for fields in events),
        data=data,
        sentinel=reply.sentinel or (_USUAL_END if data == "json" else ""),
        names=tuple(dict.fromkeys(n for f in events if whole for n in _names(f, models))),
    )


def _leaves(type: Type, models: _Models) -> Iterator[Type]:
    """What a type may be, behind null and unions."""
    waiting, seen = [type], set[str]()
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, Nullable):
            waiting.insert(0, one.type)
            continue
        shape = models[one.ref].shape if isinstance(one, Named) else None
        if not isinstance(shape, UnionShape):
            yield one
        elif isinstance(one, Named) and one.ref not in seen:
            seen.add(one.ref)
            waiting[:0] = shape.variants


def _event(leaf: Type, models: _Models) -> dict[str, Field]:
    """The fields of an object that is an event, and not what is in the data of one."""
    shape = models[leaf.ref].shape if isinstance(leaf, Named) else None
    if not isinstance(shape, ObjectShape):
        return {}
    fields = {field.name: field for field in shape.fields}
    return fields if fields.keys() <= _FIELDS or {"data", "event"} <= fields.keys() else {}


def _may_lack_data(fields: Mapping[str, Field]) -> bool:
    return "event" in fields and not ("data" in fields and fields["data"].required)


def _names(fields: Mapping[str, Field], models: _Models) -> Iterator[str]:
    """The events that a model knows by name."""
    for leaf in _leaves(fields["event"].type, models) if "event" in fields else ():
        shape = models[leaf.ref].shape if isinstance(leaf, Named) else None
        values = shape.values if isinstance(shape, EnumShape) else ()
        values = (leaf.value,) if isinstance(leaf, Literal) else values
        yield from (value for value in values if isinstance(value, str))


def _forms(leaf: Type, models: _Models) -> Iterator[str]:
    """Whether a value is written as it is, or as JSON; or as either."""
    shape = models[leaf.ref].shape if isinstance(leaf, Named) else None
    values = shape.values if isinstance(shape, EnumShape) else ()
    values = (leaf.value,) if isinstance(leaf, Literal) else values
    yield from ("text" if isinstance(value, str) else "json" for value in values)
    if isinstance(leaf, Scalar) and leaf.kind not in _NUMBERS or isinstance(leaf, Unknown):
        yield "text"
    if not values and not (isinstance(leaf, Scalar) and leaf.kind in _TEXTS):
        yield "json"


def _written(forms: set[str]) -> str:
    return "either" if len(forms) > 1 else next(iter(forms), "json")
