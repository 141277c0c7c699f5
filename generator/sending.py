"""What only requests carry: files given in any way, numbers with all their digits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .api import Array, Map, Model, Nullable, ObjectShape, Operation, Scalar, Type, UnionShape
from .reach import reached, sent, told

_WIDE = ("int64", "uint64")
Change = Callable[[Scalar], Scalar]


def as_sent(operations: tuple[Operation, ...], models: tuple[Model, ...]) -> tuple[Model, ...]:
    """The same models; those that no answer has take more than an answer would bring.

    A file inside of a form is an upload. A number of many digits may come as one that has them.
    A decimal that is one of several things is a plain number: as text, it would pass for text.
    """
    table = {model.ref: model for model in models}
    forms = [o.body.type for o in operations if o.body and o.body.kind == "multipart"]
    others = [o.body.type for o in operations if o.body and o.body.kind != "multipart"]
    answered = reached((type for o in operations for type in told(o)), table)
    asked = reached((type for o in operations for type in sent(o)), table) - answered
    in_forms = reached(forms, table) - reached(others, table) - answered
    made = []
    for model in models:
        if isinstance(model.shape, UnionShape):
            model = _changed(model, _plain)
        if model.ref in in_forms:
            model = _changed(model, _upload)
        made.append(_changed(model, _wide) if model.ref in asked else model)
    return tuple(made)


def _upload(type: Scalar) -> Scalar:
    return replace(type, kind="upload") if type.kind == "file" else type


def _plain(type: Scalar) -> Scalar:
    return replace(type, kind="number") if type.kind == "decimal" else type


def _wide(type: Scalar) -> Scalar:
    is_wide = type.kind == "integer" and type.format in _WIDE or type.kind in ("bigint", "decimal")
    return replace(type, wide=True) if is_wide else type


def _changed(model: Model, change: Change) -> Model:
    shape = model.shape
    if isinstance(shape, ObjectShape):
        fields = tuple(replace(field, type=_type(field.type, change)) for field in shape.fields)
        extra = None if shape.extra is None else _type(shape.extra, change)
        return replace(model, shape=replace(shape, fields=fields, extra=extra))
    if isinstance(shape, UnionShape):
        variants = tuple(_type(variant, change) for variant in shape.variants)
        return replace(model, shape=replace(shape, variants=variants))
    return model


def _type(type: Type, change: Change) -> Type:
    if isinstance(type, Scalar):
        return change(type)
    if isinstance(type, Nullable):
        return Nullable(type=_type(type.type, change))
    if isinstance(type, Array):
        return Array(items=_type(type.items, change))
    if isinstance(type, Map):
        return Map(values=_type(type.values, change))
    return type
