"""Models to code: final names of fields and members, types, codecs, modules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from .api import (
    EnumShape,
    Field,
    Literal,
    Model,
    Named,
    ObjectShape,
    Type,
    UnionShape,
    Unknown,
)
from .graph import circular_unions
from .language import Language, Site
from .lock import Names
from .methods import split_null
from .names import Scope, words
from .naming import Lexicon, by_module, claim
from .package import (
    ExportPlan,
    FieldPlan,
    MemberPlan,
    ModelPlan,
    ModulePlan,
    NamespacePlan,
    TagPlan,
    VariantPlan,
)
from .settings import Settings
from .text import ModelName
from .writing import Writer


def plan_modules(lexicon: Lexicon, given: frozenset[str]) -> tuple[ModulePlan, ...]:
    """Every file of models, in the order of the document."""
    grouped = by_module(lexicon.models.values(), lexicon.names)
    circular = circular_unions(lexicon.models)
    return tuple(
        _module(namespace, name, models, lexicon, given, circular)
        for (namespace, name), models in grouped.items()
    )


def by_namespace(
    modules: Iterable[ModulePlan], language: Language, settings: Settings
) -> tuple[NamespacePlan, ...]:
    """The files of each namespace, sorted by name; a namespace may be empty."""
    order = language.code.order
    found: dict[str, list[ModulePlan]] = {name: [] for name in language.namespaces}
    for module in sorted(modules, key=lambda module: order(module.name)):
        found[module.namespace].append(module)
    return tuple(_namespace(name, found[name], language, settings) for name in found)


def _namespace(
    name: str, modules: list[ModulePlan], language: Language, settings: Settings
) -> NamespacePlan:
    holds_errors = name == language.error_namespace
    exports = [(export, f".{module.name}") for module in modules for export in module.exports]
    if holds_errors:
        exports += language.code.error_exports(settings)
    return NamespacePlan(
        name=name,
        holds_errors=holds_errors,
        modules=tuple(modules),
        imports=language.code.namespace_imports(exports),
        exports=in_order(exports, language),
    )


def in_order(exports: Iterable[tuple[str, str]], language: Language) -> tuple[ExportPlan, ...]:
    """Public names in the order of the language."""
    pairs = sorted(exports, key=lambda pair: language.code.export_order(pair[0]))
    return tuple(ExportPlan(name=name, module=module) for name, module in pairs)


def _module(
    namespace: str,
    name: str,
    models: list[Model],
    lexicon: Lexicon,
    given: frozenset[str],
    circular: frozenset[str],
) -> ModulePlan:
    folder = lexicon.language.code.models_folder(namespace)
    writer = Writer(lexicon, Site(folder=folder, module=name))
    planner = _Models(lexicon, writer)
    plans = tuple(
        replace(
            planner.plan(m),
            is_given=m.ref in given and _is_structured(m),
            is_circular=m.ref in circular,
            is_open=m.ref in lexicon.open,
        )
        for m in models
    )
    for span in lexicon.language.code.module_needs(plans):
        writer.want(span)
    exports = [name for plan in plans for name in lexicon.language.code.exported(plan)]
    return ModulePlan(
        name=name,
        namespace=namespace,
        title=_title(models),
        imports=writer.imports(),
        models=plans,
        exports=tuple(sorted(exports, key=lexicon.language.code.order)),
    )


def _title(models: list[Model]) -> str:
    """What the models of a file belong to, in the document's own words."""
    root = models[0].root
    whole = (model.naming.leaf for model in models if model.ref == root)
    return next(whole, root.rpartition("/")[2])


class _Models:
    """Plans the models of one module."""

    def __init__(self, lexicon: Lexicon, writer: Writer) -> None:
        self.lexicon, self.writer = lexicon, writer

    def plan(self, model: Model) -> ModelPlan:
        """A model of any shape."""
        name, shape = self.lexicon.names[model.ref], model.shape
        base = ModelPlan(name=name, doc=self.writer.doc(model.description, "", model.deprecated))
        if isinstance(shape, ObjectShape):
            return self._object(model.ref, shape, base)
        if isinstance(shape, EnumShape):
            kinds = tuple(sorted({type(value).__name__ for value in shape.values}))
            return replace(base, members=self._members(model.ref, shape), kinds=kinds)
        if isinstance(shape, UnionShape):
            return self._union(model.ref, shape, base)
        return base

    def _object(self, ref: str, shape: ObjectShape, base: ModelPlan) -> ModelPlan:
        extra, codec = "", ""
        typed = shape.extra is not None and not isinstance(shape.extra, Unknown)
        if shape.extra is not None:
            # What anything may be is written where that imports nothing.
            extra = self.writer.type(shape.extra, "returned" if typed else "docs")
            codec = self.writer.type(shape.extra, "codec")
        fields = tuple(self._field(ref, field) for field in shape.fields)
        taken = self.lexicon.language.reserved["error_field"]
        return replace(
            base,
            fields=fields,
            extra=extra,
            extra_codec=codec,
            has_typed_extra=typed,
            shown=tuple(field for field in fields if base.name.error and field.name not in taken),
        )

    def _field(self, ref: str, field: Field) -> FieldPlan:
        write = self.writer.field
        constant = ""
        if field.is_filled and isinstance(field.type, Literal):
            constant = self.lexicon.language.code.constant(field.type.value)
        typed = write(field.type, "typed", field.required and not constant)
        return FieldPlan(
            name=self.lexicon.field(ref, field.name),
            wire=field.name,
            type=write(field.type, "returned", field.required),
            typed=typed,
            codec=write(field.type, "codec", field.required),
            required=field.required,
            nullable=split_null(field.type)[1],
            doc=self.writer.doc(field.description, "", field.deprecated),
            constant=constant,
        )

    def _members(self, ref: str, shape: EnumShape) -> tuple[MemberPlan, ...]:
        language = self.lexicon.language
        kept = self.lexicon.kept if language.names_members else Names()
        scope = Scope(language.reserved["member"])
        for value in shape.values:
            kept.hold(scope, ref, "members", _part(value))
        return tuple(
            MemberPlan(
                name=claim(
                    kept,
                    scope,
                    (ref, "members", _part(value)),
                    language.cases["member"](name or _said(value)),
                ),
                literal=language.code.constant(value),
            )
            for value, name in zip_longest(shape.values, shape.names, fillvalue="")
        )

    def _union(self, ref: str, shape: UnionShape, base: ModelPlan) -> ModelPlan:
        variants = tuple(self._variant(variant) for variant in shape.variants)
        mapping = self._mapping(shape)
        field = ""
        if mapping:
            field = self.lexicon.field(shape.mapping[0][1], shape.discriminator)
        unknown = self.lexicon.language.code.unknown
        return replace(
            base,
            variants=variants,
            typed_union=self._typed_union(ref, base.name, variants),
            discriminator=field,
            discriminator_wire=shape.discriminator if mapping else "",
            mapping=mapping,
            is_closed=shape.closed,
            unknown=self.writer.text(unknown(field)) if ref in self.lexicon.open else "",
        )

    def _typed_union(self, ref: str, name: ModelName, variants: tuple[VariantPlan, ...]) -> str:
        """The plain records of a union as one expression."""
        if name.spread:
            return self.writer.type(Named(ref=ref), "typed")
        return " | ".join(dict.fromkeys(variant.typed for variant in variants))

    def _variant(self, type: Type) -> VariantPlan:
        return VariantPlan(
            type=self.writer.type(type, "returned"),
            typed=self.writer.type(type, "typed"),
            codec=self.writer.type(type, "codec"),
        )

    def _mapping(self, shape: UnionShape) -> tuple[TagPlan, ...]:
        """Values of the discriminator, when they cover every variant."""
        refs = [v.ref for v in shape.variants if isinstance(v, Named) and self._has_fields(v)]
        if len({*refs}) != len(shape.variants) or {*refs} - {ref for _, ref in shape.mapping}:
            return ()
        constant = self.lexicon.language.code.constant
        return tuple(
            TagPlan(
                literal=constant(value),
                codec=self.writer.type(Named(ref=ref), "codec"),
                place=refs.index(ref),
            )
            for value, ref in shape.mapping
        )

    def _has_fields(self, variant: Named) -> bool:
        return isinstance(self.lexicon.models[variant.ref].shape, ObjectShape | UnionShape)


def _is_structured(model: Model) -> bool:
    return isinstance(model.shape, ObjectShape | UnionShape)


def _part(value: str | int | float | bool) -> str:
    """The value as the lock calls it: text as it is, other values with their type."""
    return value if isinstance(value, str) else f"{type(value).__name__} {value}"


def _said(value: str | int | float | bool) -> str:
    """What a member is called after; signs are words, and no words at all are "value"."""
    text = str(value)
    if text[:1] == "-" and text[1:2].isdigit():
        return f"minus {text[1:]}"
    if not text:
        return "empty"
    return text if words(text) else "value"
