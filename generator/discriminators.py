"""What tells the members of a union apart: stated by the document, or seen in its members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .api import EnumShape, Literal, Model, Named, ObjectShape, Type, UnionShape
from .diagnostics import SpecError
from .facts import Issues
from .references import name_of, target_of
from .source import Node

Models = Mapping[str, Model]


def infer(models: Models) -> tuple[Model, ...]:
    """The models with discriminators, and the fields marked that discriminate."""
    made = dict(models)
    marked: dict[str, str] = {}
    for ref, model in models.items():
        if isinstance(model.shape, UnionShape):
            shape = _discriminated(model.shape, models)
            made[ref] = replace(model, shape=shape)
            if shape.discriminator:
                marked.update((target, shape.discriminator) for _, target in shape.mapping)
    for ref, name in marked.items():
        made[ref] = _mark(made[ref], name)
    return tuple(made.values())


def declared(
    node: Node, members: list[Node], variants: list[Type], issues: Issues
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The discriminator that the document states, with every mapping looked up."""
    declared = node.get("discriminator")
    if declared is None:
        return "", ()
    name = declared.text("propertyName")
    if not name:
        raise declared.error("a discriminator needs `propertyName`")
    mapping: dict[str, str] = {}
    for value, target in declared.entries("mapping"):
        with issues.catching():
            mapping[value] = _mapped(target)
    for member in members:
        if member.reference is not None:
            target = target_of(member)
            if target.ref not in mapping.values():
                mapping.setdefault(name_of(target), target.ref)
    known = {v.ref for v in variants if isinstance(v, Named)}
    return name, tuple((v, ref) for v, ref in mapping.items() if ref in known)


def _mapped(target: Node) -> str:
    name = str(target.value)
    plain = name.replace("-", "").replace("_", "").replace(".", "").isalnum()
    ref = f"#/components/schemas/{name}" if plain else name
    pointer = Node(target.document, target.file, target.path, target.name, {"$ref": ref})
    try:
        return target_of(pointer).ref
    except (SpecError, KeyError):
        message = f"the mapping leads to {name!r}, which does not exist"
        raise target.error(message, "name a schema of the components") from None


def _discriminated(shape: UnionShape, models: Models) -> UnionShape:
    if shape.discriminator or len(shape.variants) < 2:
        return shape
    tables = [_constants(variant, models) for variant in shape.variants]
    for name in tables[0]:
        values = [table.get(name) for table in tables]
        if None not in values and len(set(values)) == len(values):
            refs = [v.ref for v in shape.variants if isinstance(v, Named)]
            mapping = tuple(zip(map(str, values), refs, strict=True))
            return replace(shape, discriminator=name, mapping=mapping)
    return shape


def _constants(variant: Type, models: Models) -> dict[str, str]:
    """The required fields of a variant that have exactly one text as value."""
    model = models.get(variant.ref) if isinstance(variant, Named) else None
    if model is None or not isinstance(model.shape, ObjectShape):
        return {}
    found = {}
    for field in model.shape.fields:
        value = _constant(field.type, models)
        if field.required and value is not None:
            found[field.name] = value
    return found


def _constant(type: Type, models: Models) -> str | None:
    if isinstance(type, Literal) and isinstance(type.value, str):
        return type.value
    model = models.get(type.ref) if isinstance(type, Named) else None
    if model and isinstance(model.shape, EnumShape) and len(model.shape.values) == 1:
        value = model.shape.values[0]
        return value if isinstance(value, str) else None
    return None


def _mark(model: Model, name: str) -> Model:
    if not isinstance(model.shape, ObjectShape):
        return model  # a member may be a union itself, whose members have the field
    fields = tuple(
        replace(field, discriminates=True) if field.name == name else field
        for field in model.shape.fields
    )
    return replace(model, shape=replace(model.shape, fields=fields))
