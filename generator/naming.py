"""Names of models: candidates from their place, handed out in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .api import (
    Entries,
    EnumShape,
    Field,
    FileShape,
    Items,
    Literal,
    Model,
    Named,
    Naming,
    ObjectShape,
    Record,
    UnionShape,
    Value,
)
from .graph import Digits, alternatives, digits_by_model, references
from .language import Language
from .lock import Names, Owner
from .names import DEVICES, Case, Scope, bounded, spelled
from .text import ModelName, ShapeName

_ORDER = {"component": 0, "request": 1, "response": 2, "error": 2}


def name_models(
    models: Iterable[Model],
    language: Language,
    taken: Iterable[str],
    errors: Collection[str] = (),
    kept: Names | None = None,
) -> dict[str, ModelName]:
    """The final name of every model; `taken` are the classes of the SDK, `errors` its errors.

    Components choose first, then requests, then responses: requests in the order of the
    document, the others with shorter paths first. Each takes the first candidate that is free.
    """
    case = language.cases["type"]
    kept = kept or Names()
    ordered = sorted(models, key=_rank)
    reserved = DEVICES | set(taken)
    outside = language.reserved["imported"] | set(errors)
    scopes = {name: Scope(reserved, fold=True) for name in language.namespaces}
    scopes[language.error_namespace].reserve(errors)
    modules = _Modules(language, kept)
    homes = {model.ref: _namespace(model, language, kept) for model in ordered}
    for model in ordered:
        _hold(model, scopes[homes[model.ref]], language, kept)
        modules.hold(homes[model.ref], model)
    names: dict[str, ModelName] = {}
    for model in ordered:
        namespace = homes[model.ref]
        wanted = [_allowed(name, language) for name in candidates(model.naming, case)]
        owner = (model.ref, "type", None)
        name = kept.claim(scopes[namespace], owner, *wanted, f"{wanted[-1]}Model")
        names[model.ref] = ModelName(
            name=name,
            namespace=namespace,
            module=modules.of(namespace, model, name),
            shape=_shape(model),
        )
    # Companions come last: a schema that is called like one keeps its name.
    companions = {
        model.ref: _with_companions(model, names[model.ref], scopes, language, kept)
        for model in ordered
    }
    counts = Counter(text for name in companions.values() for text in {name.name, name.code})
    doubled = outside | {name for name, count in counts.items() if count > 1}
    return {
        ref: replace(name, is_doubled=not doubled.isdisjoint((name.name, name.code)))
        for ref, name in companions.items()
    }


def _namespace(model: Model, language: Language, kept: Names) -> str:
    """Where a model was before, as what first refers to a shared one may change."""
    namespace = kept.kept(model.ref, "namespace")
    if namespace and namespace not in language.namespaces:
        kept.refuse(model.ref, "namespace")
    if namespace not in language.namespaces:
        namespace = language.namespace(model)
    if len(language.namespaces) > 1:
        kept.note(model.ref, "namespace", namespace)
    return namespace


def _hold(model: Model, scope: Scope, language: Language, kept: Names) -> None:
    kept.hold(scope, model.ref, "type")
    name = kept.kept(model.ref, "type")
    for label, suffix in _companions(model, language):
        kept.hold(scope, model.ref, label, plain=name and name + suffix)


def _companions(model: Model, language: Language) -> Iterator[tuple[str, str]]:
    """What else is named after a model: label and suffix."""
    record, given = language.code.companions
    shape = _shape(model)
    if record and shape != "enum":
        yield "record", record
        if shape != "file":
            yield "given", given
    if model.error:
        yield ("error", "Error") if model.error == "shared" else ("data", "Data")


def kept_types(models: Iterable[Model], language: Language, kept: Names) -> Iterator[str]:
    """The classes that models had before, which no group of operations may take."""
    for model in models:
        name = kept.kept(model.ref, "type")
        if name:
            yield name
            for label, suffix in _companions(model, language):
                yield kept.kept(model.ref, label) or name + suffix


def _with_companions(
    model: Model,
    name: ModelName,
    scopes: Mapping[str, Scope],
    language: Language,
    kept: Names,
) -> ModelName:
    scope, made = scopes[name.namespace], dict.fromkeys(("record", "given", "error", "data"), "")
    for label, suffix in _companions(model, language):
        plain = name.name + suffix
        made[label] = kept.claim(scope, (model.ref, label, None), plain, glue="_", plain=plain)
    return replace(
        name,
        record=made["record"],
        given=made["given"],
        error=name.name if made["data"] else made["error"],
        data=made["data"],
    )


def candidates(naming: Naming, case: Case) -> Iterator[str]:
    """The names a model may take, most wanted first (rulebook 14.3)."""
    leaf, union = case(naming.leaf), case(naming.union)
    pieces = [case(piece) for piece in naming.context]
    if naming.bare:
        yield _fit(leaf)
        if union:
            yield _fit(union + leaf)
    elif not pieces:
        yield _fit(leaf)
    path = ""
    for number, piece in enumerate(pieces):
        if number and piece == union:
            continue
        path += piece + (union if number == 0 else "")
        yield _fit(path + leaf)


def _allowed(name: str, language: Language) -> str:
    """The name, with a suffix where the language or what we write in it means something else."""
    return name + language.type_suffix if name in language.reserved["type"] else name


def _spread(names: dict[str, ModelName], models: Mapping[str, Model]) -> dict[str, ModelName]:
    for ref, types in alternatives(models).items():
        if names[ref].record:
            names[ref] = replace(names[ref], spread=types)
    return names


class _Modules:
    """Files of models: one for a component and its parts, one for an operation.

    Several models share a file, so that a kept one is no claim of a single model.
    """

    def __init__(self, language: Language, kept: Names) -> None:
        self._case = language.cases["module"]
        self._kept = kept
        self._reserved = language.reserved["module"] | DEVICES
        self._scopes = {name: Scope(self._reserved, fold=True) for name in language.namespaces}
        self._known: dict[tuple[str, str], str] = {}
        self._homes: dict[str, str] = {}

    def hold(self, namespace: str, model: Model) -> None:
        """Take the file in which a model was before; new parts of its root go there too."""
        name = self._kept.kept(model.ref, "module")
        if name in self._reserved:
            self._kept.refuse(model.ref, "module")
        elif name:
            self._scopes[namespace].reserve([name])
            self._known.setdefault((namespace, model.root), name)
            self._homes[model.ref] = name

    def of(self, namespace: str, model: Model, name: str) -> str:
        key = (namespace, model.root)
        if key not in self._known:
            wanted = bounded(self._wanted(model, name))
            self._known[key] = self._scopes[namespace].claim(wanted, glue="_")
        module = self._homes.get(model.ref, self._known[key])
        self._kept.note(model.ref, "module", module)
        return module

    def _wanted(self, model: Model, name: str) -> str:
        if model.room == "component" or "#/" in model.root:
            return self._case(name)
        return self._case(model.root) + "op"


def _rank(model: Model) -> tuple[int, int]:
    # What is called after its operation chooses first; what else a request holds has the
    # order of the document, so that an operation added behind others renames nothing in them.
    depth = len(model.naming.context)
    return _ORDER[model.room], int(model.naming.bare) if model.room == "request" else depth


def _fit(name: str) -> str:
    return bounded(spelled(name)) or "Model"


def _shape(model: Model) -> ShapeName:
    if isinstance(model.shape, EnumShape):
        return "enum"
    if isinstance(model.shape, UnionShape):
        return "union"
    return "file" if isinstance(model.shape, FileShape) else "object"


def by_module(
    models: Iterable[Model], names: Mapping[str, ModelName]
) -> dict[tuple[str, str], list[Model]]:
    """The models of each file, in the order of the document."""
    found: dict[tuple[str, str], list[Model]] = {}
    for model in models:
        name = names[model.ref]
        found.setdefault((name.namespace, name.module), []).append(model)
    return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Models, their names and the names of their fields, in one language.

    Values of the `open` ones may be others than the document lists; those in `digits` lead to
    numbers that a double may not hold.
    """

    language: Language
    kept: Names
    models: Mapping[str, Model]
    names: Mapping[str, ModelName]
    fields: Mapping[str, Mapping[str, str]]
    open: frozenset[str]
    digits: Mapping[str, Digits]

    @property
    def errors(self) -> tuple[str, ...]:
        """The classes of errors, as users write them."""
        raised = (name for name in self.names.values() if name.error)
        return tuple(sorted(f"{name.namespace}.{name.error}" for name in raised))

    def field(self, ref: str, wire: str) -> str:
        """The identifier of a field; a name the model does not have stays as it is."""
        return self.fields.get(ref, {}).get(wire, wire)

    def renamed(self, value: Value) -> Value:
        """An example value with the fields of models called as in this language."""
        if isinstance(value, Items):
            return Items(items=tuple(self.renamed(item) for item in value.items))
        if isinstance(value, Entries):
            return Entries(entries=tuple((k, self.renamed(v)) for k, v in value.entries))
        if isinstance(value, Record):
            fields = tuple(
                (self.field(value.ref, wire), self.renamed(v)) for wire, v in value.fields
            )
            return Record(ref=value.ref, fields=fields)
        return value


def lexicon(
    models: Iterable[Model],
    language: Language,
    taken: Iterable[str],
    errors: Collection[str] = (),
    kept: Names | None = None,
    open: frozenset[str] = frozenset(),
) -> Lexicon:
    """Every name that models and fields have in a language."""
    kept = kept or Names()
    listed = list(models)
    # Named before constants take the place of enums: all languages then choose alike.
    names = name_models(listed, language, taken, errors, kept)
    if language.inline_constants:
        listed = _inlined(listed)
    by_ref = {model.ref: model for model in listed}
    return Lexicon(
        language=language,
        kept=kept,
        models=by_ref,
        names=_spread({model.ref: names[model.ref] for model in listed}, by_ref),
        fields={model.ref: _field_names(model, language, kept) for model in listed},
        open=open,
        digits=digits_by_model(by_ref),
    )


def _field_names(model: Model, language: Language, kept: Names) -> dict[str, str]:
    """The identifiers of fields; one whose name is an identifier already comes first.

    So it need not be locked: nothing that is added can take it.
    """
    if not isinstance(model.shape, ObjectShape):
        return {}
    scope, case = Scope(language.reserved["field"]), language.cases["field"]
    fields = model.shape.fields
    for field in fields:
        kept.hold(scope, model.ref, "fields", field.part or field.name)
    ordered = sorted(fields, key=lambda field: case(field.name) != field.name)
    made = {}
    for field in ordered:
        owner = (model.ref, "fields", field.part or field.name)
        plain = "" if field.part else field.name
        made[field.name] = claim(kept, scope, owner, case(field.name), plain)
    return {field.name: made[field.name] for field in fields}


def claim(kept: Names, scope: Scope, owner: Owner, name: str, plain: str = "") -> str:
    """An identifier; a reserved word gets an underscore behind it."""
    name = bounded(name) or "field"
    return kept.claim(scope, owner, name, f"{name}_", plain=plain)


def _inlined(models: list[Model]) -> list[Model]:
    """Discriminating fields as constants; enums that served only them are gone."""
    by_ref = {model.ref: model for model in models}
    replaced: set[str] = set()
    made = []
    for model in models:
        shape = model.shape
        if isinstance(shape, ObjectShape):
            fields = tuple(_constant(field, by_ref, replaced) for field in shape.fields)
            model = replace(model, shape=replace(shape, fields=fields))
        made.append(model)
    used = {ref for model in made for ref in references(model)}
    gone = replaced - used
    return [model for model in made if model.ref not in gone]


def _constant(field: Field, models: Mapping[str, Model], replaced: set[str]) -> Field:
    if not field.discriminates or not isinstance(field.type, Named):
        return field
    enum = models[field.type.ref]
    if not isinstance(enum.shape, EnumShape) or len(enum.shape.values) != 1:
        return field
    if enum.naming.context:  # a component of its own stays
        replaced.add(enum.ref)
    return replace(field, type=Literal(value=enum.shape.values[0]))
