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
    references,
)
from .language import Language
from .names import DEVICES, Case, Scope, bounded, spelled
from .text import ModelName, ShapeName

_ORDER = {"component": 0, "request": 1, "response": 2, "error": 2}


def name_models(
    models: Iterable[Model],
    language: Language,
    taken: Iterable[str],
    errors: Collection[str] = (),
) -> dict[str, ModelName]:
    """The final name of every model; `taken` are the classes of the SDK, `errors` its errors.

    Components choose first, then requests, then responses: requests in the order of the
    document, the others with shorter paths first. Each takes the first candidate that is free.
    """
    case = language.cases["type"]
    ordered = sorted(models, key=_rank)
    reserved = DEVICES | set(taken)
    outside = language.reserved["imported"] | set(errors)
    scopes = {name: Scope(reserved, fold=True) for name in language.namespaces}
    scopes[language.error_namespace].reserve(errors)
    modules = _Modules(language)
    names: dict[str, ModelName] = {}
    for model in ordered:
        namespace = language.namespace(model)
        scope = scopes[namespace]
        wanted = [_allowed(name, language) for name in candidates(model.naming, case)]
        name = scope.claim(*wanted, f"{wanted[-1]}Model")
        names[model.ref] = ModelName(
            name=name,
            namespace=namespace,
            module=modules.of(namespace, model, name),
            shape=_shape(model),
        )
    counts = Counter(name.name for name in names.values())
    doubled = outside | {name for name, count in counts.items() if count > 1}
    # Companions come last: a schema that is called like one keeps its name.
    return {
        ref: replace(_with_companions(name, scopes, language), is_doubled=name.name in doubled)
        for ref, name in names.items()
    }


def _with_companions(name: ModelName, scopes: Mapping[str, Scope], language: Language) -> ModelName:
    record, given = language.code.companions
    if not record or name.shape == "enum":
        return name
    scope = scopes[name.namespace]
    return replace(
        name,
        record=scope.claim(name.name + record, glue="_"),
        given=scope.claim(name.name + given, glue="_") if name.shape != "file" else "",
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


class _Modules:
    """Files of models: one for a component and its parts, one for an operation."""

    def __init__(self, language: Language) -> None:
        self._case = language.cases["module"]
        self._reserved = language.reserved["module"] | DEVICES
        self._scopes: dict[str, Scope] = {}
        self._known: dict[tuple[str, str], str] = {}

    def of(self, namespace: str, model: Model, name: str) -> str:
        key = (namespace, model.root)
        if key not in self._known:
            scope = self._scopes.setdefault(namespace, Scope(self._reserved, fold=True))
            wanted = self._wanted(model, name)
            self._known[key] = scope.claim(bounded(wanted), glue="_")
        return self._known[key]

    def _wanted(self, model: Model, name: str) -> str:
        if model.room == "component":
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
    """Models, their names and the names of their fields, in one language."""

    language: Language
    models: Mapping[str, Model]
    names: Mapping[str, ModelName]
    fields: Mapping[str, Mapping[str, str]]

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
) -> Lexicon:
    """Every name that models and fields have in a language."""
    listed = list(models)
    # Named before constants take the place of enums: all languages then choose alike.
    names = name_models(listed, language, taken, errors)
    if language.inline_constants:
        listed = _inlined(listed)
    return Lexicon(
        language=language,
        models={model.ref: model for model in listed},
        names={model.ref: names[model.ref] for model in listed},
        fields={model.ref: _field_names(model, language) for model in listed},
    )


def _field_names(model: Model, language: Language) -> dict[str, str]:
    if not isinstance(model.shape, ObjectShape):
        return {}
    scope = Scope(language.reserved["field"])
    case = language.cases["field"]
    return {field.name: claim(scope, case(field.name)) for field in model.shape.fields}


def claim(scope: Scope, name: str) -> str:
    """An identifier; a reserved word gets an underscore behind it."""
    name = bounded(name) or "field"
    return scope.claim(name, f"{name}_")


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
    return [model for model in made if model.ref not in replaced - used]


def _constant(field: Field, models: Mapping[str, Model], replaced: set[str]) -> Field:
    if not field.discriminates or not isinstance(field.type, Named):
        return field
    enum = models[field.type.ref]
    if not isinstance(enum.shape, EnumShape) or len(enum.shape.values) != 1:
        return field
    if enum.naming.context:  # a component of its own stays
        replaced.add(enum.ref)
    return replace(field, type=Literal(value=enum.shape.values[0]))
