"""Types as a graph: what a model leads to, which unions lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal as Choice

from .api import (
    Array,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Scalar,
    Stream,
    Type,
    UnionShape,
)

# Which numbers may have more digits than a double; who reads decimals, reads such integers, too.
Digits = Choice["", "integers", "decimals"]

# Beyond this many alternatives a union is better named than spelled out.
_MOST = 40
# Integers of all other formats, or of none, may have more digits than a double.
_SHORT = ("int8", "int16", "int32", "uint8", "uint16", "uint32")


def references(model: Model) -> Iterator[str]:
    """The models that a model names."""
    for type in _types(model):
        yield from named_in(type)


def _types(model: Model) -> Iterator[Type]:
    shape = model.shape
    if isinstance(shape, ObjectShape):
        yield from (field.type for field in shape.fields)
        yield from (shape.extra,) if shape.extra else ()
    elif isinstance(shape, UnionShape):
        yield from shape.variants


def named_in(type: Type) -> Iterator[str]:
    """The model that a type names, behind lists, maps, streams and null."""
    core = _core(type)
    if isinstance(core, Named):
        yield core.ref


def _core(type: Type) -> Type:
    while isinstance(type, Nullable | Array | Map | Stream):
        if isinstance(type, Nullable):
            type = type.type
        else:
            type = type.values if isinstance(type, Map) else type.items
    return type


def digits_by_model(models: Mapping[str, Model]) -> Mapping[str, Digits]:
    """The models that lead to numbers that a double may not hold, and to which."""
    holders: dict[str, list[str]] = {}
    for ref, model in models.items():
        for inner in references(model):
            holders.setdefault(inner, []).append(ref)
    found: dict[str, Digits] = {}
    words: tuple[Digits, ...] = ("decimals", "integers")
    for word in words:
        stack = [r for r, m in models.items() if any(digits_of(t, {}) == word for t in _types(m))]
        while stack:
            ref = stack.pop()
            if ref not in found:
                found[ref] = word
                stack += holders.get(ref, ())
    return found


def digits_of(type: Type, found: Mapping[str, Digits]) -> Digits:
    """The numbers that a double may not hold and a type leads to; `found` is known of models."""
    core = _core(type)
    if isinstance(core, Named):
        return found.get(core.ref, "")
    if not isinstance(core, Scalar):
        return ""
    if core.kind == "decimal":
        return "decimals"
    is_long = core.kind == "integer" and core.format not in _SHORT
    return "integers" if is_long or core.kind == "bigint" else ""


def circular_unions(models: Mapping[str, Model]) -> frozenset[str]:
    """The unions that lead to a circle of unions, with no object between."""
    unions = {ref for ref, model in models.items() if isinstance(model.shape, UnionShape)}
    left = {ref: {r for r in references(models[ref]) if r in unions} for ref in unions}
    held: dict[str, list[str]] = {}
    for ref, below in left.items():
        for inner in below:
            held.setdefault(inner, []).append(ref)
    ends = [ref for ref, below in left.items() if not below]
    while ends:
        end = ends.pop()
        del left[end]
        for ref in held.get(end, ()):
            left[ref].discard(end)
            ends += [] if left[ref] else [ref]
    return frozenset(left)


def alternatives(models: Mapping[str, Model]) -> dict[str, tuple[Type, ...]]:
    """What each union comes down to, unions inside it spelled out; not for circles."""
    circular = circular_unions(models)
    return {
        ref: _leaves(ref, models)
        for ref, model in models.items()
        if isinstance(model.shape, UnionShape) and ref not in circular
    }


def _leaves(ref: str, models: Mapping[str, Model]) -> tuple[Type, ...]:
    found: dict[Type, None] = {}
    waiting: list[Type] = [Named(ref=ref)]
    steps = 0
    while waiting and steps < _MOST:
        steps += 1
        type = waiting.pop()
        shape = models[type.ref].shape if isinstance(type, Named) else None
        if isinstance(shape, UnionShape):
            waiting += reversed(shape.variants)
        else:
            found[type] = None
    return () if waiting else tuple(found)
