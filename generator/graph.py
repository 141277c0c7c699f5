"""Types as a graph: what a model leads to, which unions lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def long_models(models: Mapping[str, Model]) -> frozenset[str]:
    """The models that lead to numbers that a double may not hold."""
    holders: dict[str, list[str]] = {}
    for ref, model in models.items():
        for inner in references(model):
            holders.setdefault(inner, []).append(ref)
    stack = [r for r, m in models.items() if any(is_long(t, frozenset()) for t in _types(m))]
    found: set[str] = set()
    while stack:
        ref = stack.pop()
        if ref not in found:
            found.add(ref)
            stack += holders.get(ref, ())
    return frozenset(found)


def is_long(type: Type, found: frozenset[str]) -> bool:
    """Whether a type leads to numbers that a double may not hold; `found` are models that do."""
    core = _core(type)
    if isinstance(core, Scalar):
        is_long = core.kind == "integer" and core.format not in _SHORT
        return is_long or core.kind in ("bigint", "decimal")
    return isinstance(core, Named) and core.ref in found


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
