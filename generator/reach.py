"""Which models an API needs, and in which direction: those that its operations reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .api import Model, Named, ObjectShape, Operation, Param, Payload, Type, UnionShape
from .graph import named_in, references

Models = Mapping[str, Model]


def used(
    models: Models,
    operations: Iterable[Operation],
    clients: Iterable[Param],
    payloads: Iterable[Payload] = (),
) -> Models:
    """The models behind operations, parameters of the client and payloads, in the order met."""
    types = [param.type for param in clients]
    types += [payload.type for payload in payloads]
    for operation in operations:
        types += [*sent(operation), *told(operation)]
    found = reached(types, models)
    return {ref: model for ref, model in models.items() if ref in found}


def sent(operation: Operation) -> Iterator[Type]:
    """The types of what a request carries."""
    if operation.request:
        yield Named(ref=operation.request)
    yield from (param.type for param in (*operation.params, *operation.globals))
    if operation.body:
        yield operation.body.type
        yield from (operation.body.item,) if operation.body.item else ()


def told(operation: Operation) -> Iterator[Type]:
    """The types of what answers carry."""
    for reply in operation.replies:
        yield from () if reply.type is None else (reply.type,)
    if operation.result is not None:
        yield operation.result


def with_errors(operations: Iterable[Operation], models: tuple[Model, ...]) -> tuple[Model, ...]:
    """The models, those marked that are the whole body of an error."""
    failed: set[str] = set()
    others: set[str] = set()
    for operation in operations:
        bodies = (r.type for r in operation.failures if r.kind == "json")
        failed.update(type.ref for type in bodies if isinstance(type, Named))
        values = (*sent(operation), operation.result, *(r.type for r in operation.successes))
        others.update(type.ref for type in values if isinstance(type, Named))
    return tuple(
        replace(model, error="shared" if model.ref in others else "own")
        if model.ref in failed and isinstance(model.shape, ObjectShape | UnionShape)
        else model
        for model in models
    )


def reached(types: Iterable[Type], models: Models) -> set[str]:
    """The models that types lead to."""
    found: set[str] = set()
    stack = [ref for type in types for ref in named_in(type)]
    while stack:
        ref = stack.pop()
        if ref not in found:
            found.add(ref)
            stack += references(models[ref])
    return found
