"""Types to example values: the document's own examples first, else a fixed choice."""

from __future__ import annotations

from collections.abc import Mapping

from .api import (
    Array,
    Atom,
    Entries,
    EnumShape,
    Example,
    Field,
    FileShape,
    Items,
    Literal,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Raw,
    Record,
    Scalar,
    Type,
    UnionShape,
    Value,
)
from .names import words

_DEPTHS = (12, 6, 3, 1)  # how deep an example may go: the first that is not too large
_LARGEST = 1000  # values in an example; circles of models grow by the power of their depth
_BY_FORMAT = {
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "uri": "https://example.com",
    "url": "https://example.com",
    "email": "user@example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}
_BY_KIND: dict[str, Value] = {
    "integer": Atom(value=1),
    "bigint": Atom(value=1, kind="bigint"),
    "number": Atom(value=1.5),
    "decimal": Atom(value=1.5, kind="decimal"),
    "boolean": Atom(value=True),
    "date": Atom(value="2026-01-31"),
    "date-time": Atom(value="2026-01-31T09:30:00Z", kind="date-time"),
    "file": Atom(value="example.file", kind="file"),
    "upload": Atom(value="example.file", kind="file"),
}


class Examples:
    """Example values over the models of one document."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models
        self._deep: dict[Type, bool] = {}
        self._built_models: dict[tuple[str, str, int], Value] = {}
        self._sizes: dict[int, int] = {}  # by identity, of what `_built_models` keeps

    def shows(self, field: Field) -> bool:
        """Whether an example of an object shows a field.

        Required fields always; others when they, or something below them, have an example
        that says more than the default does.
        """
        if field.required:
            return not field.read_only
        if field.deprecated or field.read_only:
            return False
        if field.example:
            return not (field.has_default and field.example.values[0] == field.default)
        return self._is_deep(field.type)

    def of_field(self, field: Field) -> Value:
        """The example value of a field."""
        return self.of_type(field.type, field.example, field.name)

    def of_type(self, type: Type, example: Example, name: str) -> Value:
        """The example value of a type that is called `name`."""
        for depth in _DEPTHS:
            value = self._of(type, example, name, depth)
            if self._size(value) <= _LARGEST:
                break
        return value

    def of_raw(self, type: Type, raw: Raw) -> Value:
        """A value of the document, known to fit its type."""
        return self._converted(raw, type)

    def fits(self, raw: Raw, type: Type) -> bool:
        """Whether a value of the document satisfies a type, as far as examples need it."""
        if isinstance(type, Nullable):
            return raw is None or self.fits(raw, type.type)
        if isinstance(type, Named):
            return self._fits_model(raw, self._models[type.ref])
        if isinstance(type, Array):
            return isinstance(raw, list) and all(self.fits(r, type.items) for r in raw)
        if isinstance(type, Map):
            return isinstance(raw, dict) and all(self.fits(r, type.values) for r in raw.values())
        if isinstance(type, Literal):
            return raw == type.value
        if isinstance(type, Scalar):
            return _fits_scalar(raw, type)
        return True

    def root(self, model: Model, examples: tuple[Example, ...]) -> Value:
        """The example of a whole body or page.

        An example of the whole gives the values that it names; fields that it does not name
        follow the rules of fields.
        """
        if not isinstance(model.shape, ObjectShape):
            example = next((e for e in examples if e), Example())
            return self.of_type(Named(ref=model.ref), example, "")
        given = root_values(examples)
        fields = tuple(
            (field.name, self.of_root_field(field, given))
            for field in model.shape.fields
            if self.shows_in_root(field, given)
        )
        return Record(ref=model.ref, fields=fields)

    def shows_in_root(self, field: Field, given: Mapping[str, Raw]) -> bool:
        """Whether the example of a whole body shows a field."""
        return self._given(field, given) or self.shows(field)

    def of_root_field(self, field: Field, given: Mapping[str, Raw]) -> Value:
        """The value of a field in the example of a whole body."""
        if self._given(field, given):
            return self._converted(given[field.name], field.type)
        return self.of_field(field)

    def _given(self, field: Field, given: Mapping[str, Raw]) -> bool:
        return field.name in given and self.fits(given[field.name], field.type)

    # --- does it have an example ----------------------------------------------------

    def _is_deep(self, type: Type) -> bool:
        known = self._deep.get(type)
        if known is None:
            self._deep[type] = False  # a circle adds nothing
            known = self._deep[type] = self._looks_deep(type)
        return known

    def _looks_deep(self, type: Type) -> bool:
        if isinstance(type, Nullable):
            return self._is_deep(type.type)
        if isinstance(type, Array):
            return self._is_deep(type.items)
        if isinstance(type, Map):
            return self._is_deep(type.values)
        if not isinstance(type, Named):
            return False
        model = self._models[type.ref]
        if model.example:
            return True
        if isinstance(model.shape, ObjectShape):
            return any(
                bool(field.example) or self._is_deep(field.type) for field in model.shape.fields
            )
        if isinstance(model.shape, UnionShape):
            return any(self._is_deep(variant) for variant in model.shape.variants)
        return False

    # --- building -------------------------------------------------------------------

    def _of(self, type: Type, example: Example, name: str, depth: int) -> Value:
        if example:
            raw = example.values[0]
            if self.fits(raw, type):
                return self._converted(raw, type)
            if isinstance(raw, list) and isinstance(type, Array):
                # The example does not fit; that it has so many items is still worth keeping.
                built = self._of(type.items, Example(), name, depth - 1)
                return Items(items=(built,) * len(raw))
        return self._built(type, name, depth)

    def _built(self, type: Type, name: str, depth: int) -> Value:
        if isinstance(type, Nullable):
            return self._built(type.type, name, depth)
        if isinstance(type, Named):
            return self._built_model(self._models[type.ref], name, depth)
        if isinstance(type, Array):
            if depth <= 0:
                return Items(items=())
            return Items(items=(self._built(type.items, name, depth - 1),))
        if isinstance(type, Map):
            if depth <= 0:
                return Entries(entries=())
            return Entries(entries=(("key", self._built(type.values, "", depth - 1)),))
        if isinstance(type, Literal):
            return Atom(value=type.value)
        if isinstance(type, Scalar):
            return _placeholder(type, name)
        return Atom(value="<value>")

    def _built_model(self, model: Model, name: str, depth: int) -> Value:
        key = (model.ref, name, depth)
        known = self._built_models.get(key)
        if known is None:
            known = self._built_models[key] = self._new_model(model, name, depth)
            self._sizes[id(known)] = self._size(known)
        return known

    def _size(self, value: Value) -> int:
        """How many values a value holds, itself among them."""
        if isinstance(value, Atom):
            return 1
        known = self._sizes.get(id(value))
        if known:
            return known
        if isinstance(value, Items):
            return 1 + sum(map(self._size, value.items))
        entries = value.fields if isinstance(value, Record) else value.entries
        return 1 + sum(self._size(item) for _, item in entries)

    def _new_model(self, model: Model, name: str, depth: int) -> Value:
        if model.example and self.fits(model.example.values[0], Named(ref=model.ref)):
            return self._converted(model.example.values[0], Named(ref=model.ref))
        shape = model.shape
        if isinstance(shape, EnumShape):
            return Atom(value=shape.values[0])
        if isinstance(shape, FileShape):
            return Atom(value="example.file", kind="file")
        if isinstance(shape, UnionShape):
            return self._built_union(shape, name, depth)
        fields = tuple(
            (field.name, self._of(field.type, field.example, field.name, depth - 1))
            for field in shape.fields
            if depth > 0 and self.shows(field)
        )
        return Record(ref=model.ref, fields=fields)

    def _built_union(self, shape: UnionShape, name: str, depth: int) -> Value:
        if not shape.variants or depth <= 0:
            return Atom(value=None)
        deep = [variant for variant in shape.variants if self._is_deep(variant)]
        return self._built((deep or list(shape.variants))[0], name, depth - 1)

    # --- values of the document -----------------------------------------------------

    def _fits_model(self, raw: Raw, model: Model) -> bool:
        shape = model.shape
        if isinstance(shape, EnumShape):
            return raw in shape.values
        if isinstance(shape, UnionShape):
            return any(self.fits(raw, variant) for variant in shape.variants)
        if isinstance(shape, FileShape):
            return False
        if not isinstance(raw, dict):
            return False
        return all(
            self.fits(raw[field.name], field.type) if field.name in raw else not field.required
            for field in shape.fields
        )

    def _converted(self, raw: Raw, type: Type) -> Value:
        if isinstance(type, Nullable):
            return self._converted(raw, type.type)
        if isinstance(raw, list):
            items = type.items if isinstance(type, Array) else None
            return Items(items=tuple(self._untyped(r, items) for r in raw))
        if isinstance(raw, dict):
            return self._converted_dict(raw, type)
        if isinstance(type, Scalar) and type.kind == "date-time":
            return Atom(value=str(raw), kind="date-time")
        if isinstance(type, Named):
            return self._converted_named(raw, self._models[type.ref])
        assert raw is None or isinstance(raw, str | int | float | bool)
        if isinstance(type, Scalar) and type.kind in ("bigint", "decimal"):
            return Atom(value=raw, kind=type.kind)
        return Atom(value=raw)

    def _converted_named(self, raw: Raw, model: Model) -> Value:
        if isinstance(model.shape, UnionShape):
            for variant in model.shape.variants:
                if self.fits(raw, variant):
                    return self._converted(raw, variant)
        return self._untyped(raw, None)

    def _converted_dict(self, raw: dict[str, Raw], type: Type) -> Value:
        model = self._models[type.ref] if isinstance(type, Named) else None
        if model and isinstance(model.shape, UnionShape):
            for variant in model.shape.variants:
                if self.fits(raw, variant):
                    return self._converted(raw, variant)
        if model and isinstance(model.shape, ObjectShape):
            types = {field.name: field.type for field in model.shape.fields}
            fields = tuple((k, self._untyped(v, types.get(k))) for k, v in raw.items())
            return Record(ref=model.ref, fields=fields)
        values = type.values if isinstance(type, Map) else None
        return Entries(entries=tuple((k, self._untyped(v, values)) for k, v in raw.items()))

    def _untyped(self, raw: Raw, type: Type | None) -> Value:
        if type is not None:
            return self._converted(raw, type)
        if isinstance(raw, list):
            return Items(items=tuple(self._untyped(item, None) for item in raw))
        if isinstance(raw, dict):
            return Entries(entries=tuple((k, self._untyped(v, None)) for k, v in raw.items()))
        assert raw is None or isinstance(raw, str | int | float | bool)
        return Atom(value=raw)


def root_values(examples: tuple[Example, ...]) -> Mapping[str, Raw]:
    """The entries of the first example of a whole body."""
    for example in examples:
        if example and isinstance(example.values[0], dict):
            return example.values[0]
    return {}


def _placeholder(type: Scalar, name: str) -> Value:
    if type.kind != "string":
        return _BY_KIND[type.kind]
    if type.format in _BY_FORMAT:
        return Atom(value=_BY_FORMAT[type.format])
    last = (words(name) or [""])[-1].lower()
    if last in ("id", "key", "url", "email"):
        known = {"url": "https://example.com", "email": "user@example.com"}
        return Atom(value=known.get(last, f"<{last}>"))
    return Atom(value="<value>")


def _fits_scalar(raw: Raw, type: Scalar) -> bool:
    if type.kind == "boolean":
        return isinstance(raw, bool)
    if isinstance(raw, bool):
        return False
    if type.kind in ("integer", "bigint"):
        return isinstance(raw, int) or isinstance(raw, float) and raw.is_integer()
    if type.kind in ("number", "decimal"):
        return isinstance(raw, int | float)
    return isinstance(raw, str) and type.kind not in ("file", "upload")
