"""What paths into JSON lead to in types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .api import Array, Map, Model, Named, Nullable, ObjectShape, Type, UnionShape, Unknown
from .paging import Path


def reached(type: Type, path: Path, models: Mapping[str, Model]) -> Type | None:
    """The type at the end of a path; None where no value of the type has it."""
    return walk(type, path, models)[1]


def walk(
    type: Type, path: Path, models: Mapping[str, Model]
) -> tuple[tuple[tuple[str, str | int], ...], Type | None]:
    """Each step with the model whose field it is, if it is one, and the type at the end.

    Of a union, the first member that has the rest of the path counts.
    """
    steps: list[tuple[str, str | int]] = []
    for number, step in enumerate(path):
        for member in _members(type, models):
            inner = _below(member, step, models)
            if inner is not None and _leads(inner, path[number + 1 :], models):
                steps.append((member.ref if isinstance(member, Named) else "", step))
                type = inner
                break
        else:
            return tuple(steps), None
    return tuple(steps), type


def _leads(type: Type, path: Path, models: Mapping[str, Model]) -> bool:
    """Whether some value of a type has a path."""
    types = [type]
    for step in path:
        members = (member for type in types for member in _members(type, models))
        below = (_below(member, step, models) for member in members)
        types = list(dict.fromkeys(inner for inner in below if inner is not None))
    return bool(types)


def _members(type: Type, models: Mapping[str, Model]) -> Iterator[Type]:
    """What a type may be, without null; unions come down to their members."""
    waiting, seen = [type], set[Type]()
    while waiting:
        type = waiting.pop(0)
        if type in seen:
            continue
        seen.add(type)
        shape = models[type.ref].shape if isinstance(type, Named) else None
        if isinstance(type, Nullable):
            waiting.append(type.type)
        elif isinstance(shape, UnionShape):
            waiting.extend(shape.variants)
        else:
            yield type


def _below(type: Type, step: str | int, models: Mapping[str, Model]) -> Type | None:
    if isinstance(type, Unknown):
        return type
    if isinstance(step, int):
        return type.items if isinstance(type, Array) else None
    if isinstance(type, Map):
        return type.values
    shape = models[type.ref].shape if isinstance(type, Named) else None
    if not isinstance(shape, ObjectShape):
        return None
    found = (field.type for field in shape.fields if field.name == step)
    return next(found, shape.extra)


def items_of(type: Type | None, models: Mapping[str, Model]) -> Type | None:
    """The type of the items of what may be a list; None where it is none."""
    for member in _members(type, models) if type is not None else ():
        if isinstance(member, Array):
            return member.items
        if isinstance(member, Unknown):
            return member
    return None
