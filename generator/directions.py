"""Models by direction: a request carries no read-only field, an answer no write-only one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .api import (
    Array,
    Body,
    Field,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Operation,
    Param,
    Payload,
    Shape,
    Stream,
    Type,
    UnionShape,
)
from .graph import references
from .reach import Models, reached, sent, told


def split(
    operations: tuple[Operation, ...], models: tuple[Model, ...], payloads: Iterable[Payload] = ()
) -> tuple[tuple[Operation, ...], tuple[Model, ...]]:
    """The same operations and models, with a second model where both directions differ.

    The model that answers have keeps the name; what requests have is called its input.
    """
    table = {model.ref: model for model in models}
    asked = reached((type for o in operations for type in sent(o)), table)
    came = (type for o in operations for type in told(o))
    answered = reached((*came, *(payload.type for payload in payloads)), table)
    differing = _holding(table)
    if not differing:
        return operations, models
    twice, only_asked = asked & answered & differing, asked - answered
    inputs = {ref: f"{ref} input" for ref in table if ref in twice}
    way_in = _Way(inputs, "read_only")
    way_out = _Way({}, "write_only")
    made = [
        (way_in if model.ref in only_asked else way_out).model(model)
        if model.ref in differing
        else model
        for model in models
    ]
    made += [way_in.second(table[ref]) for ref in inputs]
    return tuple(map(way_in.operation, operations)), tuple(made)


@dataclass(frozen=True, slots=True)
class _Way:
    """One direction: the models that it has of its own, and the fields that it leaves out."""

    renamed: Mapping[str, str]
    without: str

    def operation(self, operation: Operation) -> Operation:
        body = operation.body
        return replace(
            operation,
            params=self.params(operation.params),
            globals=self.params(operation.globals),
            body=self.body(body) if body else None,
        )

    def params(self, params: tuple[Param, ...]) -> tuple[Param, ...]:
        return tuple(replace(param, type=self.type(param.type)) for param in params)

    def body(self, body: Body) -> Body:
        item = self.type(body.item) if body.item else None
        others = tuple(map(self.body, body.others))
        return replace(body, type=self.type(body.type), item=item, others=others)

    def second(self, model: Model) -> Model:
        """The model that this direction has beside the other."""
        naming = replace(model.naming, leaf=f"{model.naming.leaf} Input")
        return replace(self.model(model), ref=self.renamed[model.ref], naming=naming)

    def model(self, model: Model) -> Model:
        return replace(model, shape=self.shape(model.shape))

    def shape(self, shape: Shape) -> Shape:
        if isinstance(shape, ObjectShape):
            fields = tuple(
                replace(f, type=self.type(f.type)) for f in shape.fields if self.keeps(f)
            )
            extra = None if shape.extra is None else self.type(shape.extra)
            return replace(shape, fields=fields, extra=extra)
        if isinstance(shape, UnionShape):
            mapping = tuple((value, self.renamed.get(ref, ref)) for value, ref in shape.mapping)
            variants = tuple(map(self.type, shape.variants))
            return replace(shape, variants=variants, mapping=mapping)
        return shape

    def keeps(self, field: Field) -> bool:
        """What tells the members of a union apart travels in both directions."""
        return field.discriminates or not getattr(field, self.without)

    def type(self, type: Type) -> Type:
        if isinstance(type, Named):
            return Named(ref=self.renamed.get(type.ref, type.ref))
        if isinstance(type, Nullable):
            return Nullable(type=self.type(type.type))
        if isinstance(type, Array | Stream):
            return replace(type, items=self.type(type.items))
        if isinstance(type, Map):
            return Map(values=self.type(type.values))
        return type


def _holding(table: Models) -> set[str]:
    """The models that hold, at any depth, a field of one direction."""
    holders: dict[str, list[str]] = {}
    stack = []
    for model in table.values():
        for ref in references(model):
            holders.setdefault(ref, []).append(model.ref)
        shape = model.shape
        if isinstance(shape, ObjectShape):
            one_way = any(
                (f.read_only or f.write_only) and not f.discriminates for f in shape.fields
            )
            stack += [model.ref] if one_way else []
    found: set[str] = set()
    while stack:
        ref = stack.pop()
        if ref not in found:
            found.add(ref)
            stack += holders.get(ref, ())
    return found
