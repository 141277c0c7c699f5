"""Operations whose results come in pages: by extension, or by settings."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .api import Field, Model, Named, Nullable, ObjectShape, Operation, Scalar, Type
from .diagnostics import Loc, SpecError
from .facts import Issues
from .paging import HINT, PageInput, Paging, PagingKind, Path, PlainKind, path_of
from .paths import reached
from .source import Node

EVERY = "*"  # in settings: every operation that has what the rule names
_EXTENSION = "x-speakeasy-pagination"
_PLACES = ("parameters", "requestBody")
_OUTPUTS = {"results": "results", "numPages": "total", "nextCursor": "output", "nextUrl": "output"}
Models = Mapping[str, Model]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of paging, by names.

    `inputs` are (role, place, name), the role being input or limit, and the place empty where
    any will do; `outputs` are (role, path), the role being output, results or total.
    """

    kind: PagingKind
    inputs: tuple[tuple[str, str, str], ...] = ()
    outputs: tuple[tuple[str, str], ...] = ()


class _Misfit(Exception):
    """A rule asks for something that an operation does not have."""

    def __init__(self, role: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.role, self.message, self.hint = role, message, hint


@dataclass(slots=True)
class PageRules:
    """What the settings say: rules by operationId, none for no pages, `*` for all."""

    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    file: str = ""
    _met: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)

    def of(self, node: Node, operation: Operation, models: Models, issues: Issues) -> Paging | None:
        """The paging of an operation: settings for it come first, those for all last.

        What the document says wrongly is a warning, and then there are no pages.
        Raises SpecError where settings for this operation do not fit it.
        """
        own = self.rules.get(operation.id)
        self._ids.add(operation.id)
        if own is not None:
            self._met.add(operation.id)
            return self._chosen(own[0], operation, models) if own else None
        extension = node.get(_EXTENSION)
        if extension is not None:
            return _extended(extension, operation, models, issues)
        for rule in self.rules.get(EVERY, ()):
            try:
                made = _fitted(rule, operation, models)
            except _Misfit:
                continue
            self._met.add(EVERY)
            return made
        return None

    def _chosen(self, rule: Rule, operation: Operation, models: Models) -> Paging:
        try:
            return _fitted(rule, operation, models)
        except _Misfit as misfit:
            role = (misfit.role,) if misfit.role else ()
            loc = Loc(file=self.file, path=("paging", operation.id, rule.kind, *role))
            raise SpecError(loc, misfit.message, misfit.hint) from None

    def unknown(self) -> Iterator[SpecError]:
        """A fault for each setting that names nothing of the document."""
        for key in self.rules:
            if key not in self._met:
                near = difflib.get_close_matches(key, sorted(self._ids), 1)
                what = f"operation {key!r}" if key != EVERY else "operation that these rules fit"
                hint = f"did you mean {near[0]!r}?" if near else ""
                loc = Loc(file=self.file, path=("paging", key))
                yield SpecError(loc, f"the document has no {what}", hint)


def _extended(node: Node, operation: Operation, models: Models, issues: Issues) -> Paging | None:
    nodes: dict[str, Node] = {}
    try:
        return _fitted(_rule(node, nodes), operation, models)
    except _Misfit as misfit:
        loc, message, hint = nodes.get(misfit.role, node).loc, misfit.message, misfit.hint
    except SpecError as error:
        loc, message, hint = error.issue.loc, error.issue.message, error.issue.hint
    issues.warn(loc, f"{message}; so there are no pages", hint)
    return None


def _rule(node: Node, nodes: dict[str, Node]) -> Rule:
    """The extension as a rule; `nodes` are filled with where its parts stand."""
    listed = {text: child for child in node.list("inputs") for text in [child.text("type")]}
    kind = _kind(node, listed)
    inputs = []
    for type, role in ((kind, "input"), ("limit", "limit")):
        if type in listed:
            child = nodes[role] = listed[type]
            place = child.text("in")
            if place not in _PLACES:
                hint = f"one of {', '.join(_PLACES)}"
                raise (child.get("in") or child).error(f"{place!r} is no place for it", hint)
            inputs.append((role, place, child.text("name")))
    outputs = []
    for key, child in node.entries("outputs"):
        if key in _OUTPUTS and child.value is not None:
            nodes[_OUTPUTS[key]] = child
            outputs.append((_OUTPUTS[key], node.child("outputs").text(key)))
    return Rule(kind=kind, inputs=tuple(inputs), outputs=tuple(outputs))


def _kind(node: Node, inputs: Mapping[str, Node]) -> PagingKind:
    said = node.text("type")
    if said == "cursor":
        return "cursor"
    if said == "url":
        return "url"
    if said != "offsetLimit":
        hint = "one of offsetLimit, cursor, url"
        raise (node.get("type") or node).error(f"{said!r} is no kind of paging", hint)
    return "page" if "page" in inputs else "offset"


def _fitted(rule: Rule, operation: Operation, models: Models) -> Paging:
    """The rule for an operation; raises _Misfit where it has not what the rule names."""
    inputs = {
        role: _input(role, place, name, operation, models) for role, place, name in rule.inputs
    }
    paths = {role: _path(role, text, operation, models) for role, text in rule.outputs}
    follows = rule.kind in ("cursor", "url")
    made = Paging(
        kind=rule.kind,
        input=inputs.get("input"),
        limit=inputs.get("limit"),
        next=paths.get("output") if follows else None,
        results=paths.get("results", _around(paths.get("output"))),
        total=paths.get("total"),
    )
    _check(made)
    return made


def _around(path: Path | None) -> Path | None:
    """The list that a cursor is an item of, or a part of an item."""
    places = [number for number, step in enumerate(path or ()) if isinstance(step, int)]
    return path[: places[-1]] if path and places else None


def _check(paging: Paging) -> None:
    """Something has to lead on, and to say when the last page has come."""
    kind = paging.kind
    if paging.input is None and kind != "url":
        raise _Misfit(
            "", f"nothing says where the {kind} goes", f"an input of the type {kind} does"
        )
    if paging.next is None and kind in ("cursor", "url"):
        raise _Misfit("", f"nothing says where the next {kind} is")
    if kind == "offset" and paging.results is None:
        raise _Misfit("", "nothing says how long a page is", "results does")
    if kind == "page" and paging.results is None and paging.total is None:
        raise _Misfit("", "nothing says which page is the last", "results or the total does")


def _input(role: str, place: str, name: str, operation: Operation, models: Models) -> PageInput:
    """A parameter, or a field of the body; where both are meant the parameter comes first."""
    params = {} if place == "requestBody" else _params(operation)
    if name in params:
        return _described(params[name], in_body=False)
    fields = {} if place == "parameters" else _fields(operation, models)
    if name in fields:
        return _described(fields[name], in_body=True)
    near = difflib.get_close_matches(name, [*params, *fields], 1)
    what = "field of the body" if place == "requestBody" else "parameter"
    raise _Misfit(
        role, f"the operation has no {what} {name!r}", f"did you mean {near[0]!r}?" if near else ""
    )


def _params(operation: Operation) -> dict[str, Field]:
    """The parameters by name; of two in different places that of the query."""
    ordered = sorted(operation.params, key=lambda param: param.place == "query")
    return {param.name: param.field for param in ordered}


def _fields(operation: Operation, models: Models) -> dict[str, Field]:
    type = operation.body.type if operation.body else None
    shape = models[type.ref].shape if isinstance(type, Named) else None
    return {f.name: f for f in shape.fields} if isinstance(shape, ObjectShape) else {}


def _described(field: Field, in_body: bool) -> PageInput:
    start = field.default if type(field.default) is int else None
    return PageInput(name=field.name, in_body=in_body, kind=_plain(field.type), start=start)


def _plain(type: Type) -> PlainKind:
    inner = type.type if isinstance(type, Nullable) else type
    if isinstance(inner, Scalar) and inner.kind == "string":
        return "string"
    is_number = isinstance(inner, Scalar) and inner.kind in ("integer", "bigint")
    return "integer" if is_number else ""


def _path(role: str, text: str, operation: Operation, models: Models) -> Path:
    path = path_of(text)
    if path is None:
        raise _Misfit(role, f"{text!r} is no path to one value", HINT)
    answers = [reply.type for reply in operation.successes if reply.kind == "json" and reply.type]
    if not any(reached(type, path, models) for type in answers):
        raise _Misfit(role, f"no answer has what {text!r} leads to")
    return path
