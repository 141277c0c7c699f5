"""Files inside of forms: what a request gives, where an answer would have bytes."""

from __future__ import annotations

from dataclasses import replace

from .api import Array, Map, Model, Nullable, ObjectShape, Operation, Scalar, Type, UnionShape
from .reach import reached, told


def uploads(operations: tuple[Operation, ...], models: tuple[Model, ...]) -> tuple[Model, ...]:
    """The same models; files of those that only forms carry may be given in any way."""
    table = {model.ref: model for model in models}
    forms = [o.body.type for o in operations if o.body and o.body.kind == "multipart"]
    others = [o.body.type for o in operations if o.body and o.body.kind != "multipart"]
    others += [type for operation in operations for type in told(operation)]
    carried = reached(forms, table) - reached(others, table)
    return tuple(_given(model) if model.ref in carried else model for model in models)


def _given(model: Model) -> Model:
    shape = model.shape
    if isinstance(shape, ObjectShape):
        fields = tuple(replace(field, type=_type(field.type)) for field in shape.fields)
        extra = None if shape.extra is None else _type(shape.extra)
        return replace(model, shape=replace(shape, fields=fields, extra=extra))
    if isinstance(shape, UnionShape):
        variants = tuple(map(_type, shape.variants))
        return replace(model, shape=replace(shape, variants=variants))
    return model


def _type(type: Type) -> Type:
    if isinstance(type, Scalar) and type.kind == "file":
        return replace(type, kind="upload")
    if isinstance(type, Nullable):
        return Nullable(type=_type(type.type))
    if isinstance(type, Array):
        return Array(items=_type(type.items))
    if isinstance(type, Map):
        return Map(values=_type(type.values))
    return type
