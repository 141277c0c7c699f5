"""Unions as a graph: which lead back to themselves, and what the others come down to."""

from __future__ import annotations

from collections.abc import Mapping

from .api import Model, Named, Type, UnionShape, references

# Beyond this many alternatives a union is better named than spelled out.
_MOST = 40


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
