"""Which models of answers take what a newer server may send beside what the document lists."""

from __future__ import annotations

from collections.abc import Mapping

from .api import Api, EnumShape, Model, Named, ObjectShape, UnionShape, Unknown
from .reach import reached, told


def open_models(api: Api) -> frozenset[str]:
    """The enums and unions that answers or payloads hold, unless the document closes them.

    An enum that it calls open is so for requests, too.

    What tells the members of a union apart stays the constant it is: another value is another
    member.
    """
    models = {model.ref: model for model in api.models}
    types = [type for operation in api.operations for type in told(operation)]
    types += [payload.type for payload in api.payloads]
    received, tags = reached(types, models), _tags(models)
    received |= {ref for ref, model in models.items() if _is_opened(model)}
    return frozenset(ref for ref in received if _may_grow(models[ref]) and ref not in tags)


def _is_opened(model: Model) -> bool:
    return isinstance(model.shape, EnumShape) and model.shape.opened


def _may_grow(model: Model) -> bool:
    shape = model.shape
    if isinstance(shape, EnumShape):
        return not shape.closed
    if isinstance(shape, UnionShape):
        anything = any(isinstance(variant, Unknown) for variant in shape.variants)
        return len(shape.variants) > 1 and not anything and not shape.closed
    return False


def _tags(models: Mapping[str, Model]) -> set[str]:
    """The enums of one value that discriminate."""
    found = set()
    for model in models.values():
        for field in model.shape.fields if isinstance(model.shape, ObjectShape) else ():
            if field.discriminates and isinstance(field.type, Named):
                shape = models[field.type.ref].shape
                if isinstance(shape, EnumShape) and len(shape.values) == 1:
                    found.add(field.type.ref)
    return found
