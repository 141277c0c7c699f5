"""Docs pages: rows, anchors, links, snippets; every cell and line is decided here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .access import Server
from .api import (
    BODY,
    Atom,
    EnumShape,
    Example,
    Field,
    FileShape,
    Items,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Operation,
    Payload,
    Raw,
    Record,
    Stream,
    Type,
    UnionShape,
    Value,
)
from .docpages import (
    Argument,
    ModelPage,
    OperationSection,
    ResourcePage,
    Snippet,
    Table,
    VariantDoc,
)
from .doors import md_cell, md_code
from .examples import Examples, root_values
from .language import Language, Names, Site
from .methods import Call, may_be_empty, object_body
from .naming import Lexicon
from .plans import CredentialPlan
from .text import plain

_Notation = Callable[[Type, Names, str, bool, bool], str]
_YES, _NO = ":heavy_check_mark:", ":heavy_minus_sign:"
_GROUP_LINK = "../../models/"
_REQUEST = "The request object to use for the request."
_DEPRECATED = (
    ": warning: ** DEPRECATED **: This will be removed in a future release, please migrate away"
    " from it as soon as possible."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What every snippet says about the client."""

    package: str
    name: str
    variable: str
    options: tuple[Argument, ...]
    shared: Mapping[str, str]
    error_namespace: str
    default_error: str
    base_error: str


class Pages:
    """The pages of one package."""

    def __init__(self, lexicon: Lexicon, client: Client) -> None:
        self.lexicon, self.client = lexicon, client
        self.language: Language = lexicon.language
        self.examples = Examples(lexicon.models)

    # --- groups ---------------------------------------------------------------------

    def resource(
        self,
        path: str,
        title: str,
        overview: str,
        sections: Iterable[OperationSection],
    ) -> ResourcePage:
        """The page of a group."""
        listed = tuple(sections)
        return ResourcePage(
            path=path,
            title=title,
            overview=overview,
            deprecated=bool(listed) and all(section.deprecated for section in listed),
            operations=listed,
        )

    def section(self, call: Call, name: str, accessor: str, function: str) -> OperationSection:
        """An operation on the page of its group."""
        operation = call.operation
        link = _GROUP_LINK
        return OperationSection(
            name=name,
            anchor=name.lower(),
            summary=operation.summary,
            description=operation.description or operation.summary,
            deprecated=operation.deprecated,
            usage=self.snippet(call, accessor, function),
            standalone=self.language.standalone,
            parameters=self._parameters(call),
            response=self.language.docs.response(operation.result, self.lexicon.names, link),
            errors=self._errors(operation),
        )

    def snippet(self, call: Call, accessor: str, function: str) -> Snippet:
        """The use of an operation with example values."""
        operation, client = call.operation, self.client
        values = list(self._values(call))
        return Snippet(
            operation_id=operation.id,
            http_method=operation.method,
            path=operation.path,
            package=client.package,
            client=client.name,
            variable=client.variable,
            options=(*self._shared(operation), *client.options),
            method=accessor,
            function=function,
            arguments=tuple(
                Argument(name=name, value=self.language.code.literal(value, self.language.indent))
                for name, value in values
            ),
            file=any(_has_file(value) for _, value in values),
            result=_result(operation, self.language.docs.stream_first),
            base_error=client.base_error,
        )

    def _shared(self, operation: Operation) -> Iterator[Argument]:
        """The options of the client that stand in for parameters."""
        for param in operation.globals:
            value = self.examples.of_type(param.type, param.example, param.name)
            text = self.language.code.literal(value, self.language.indent)
            yield Argument(name=self.client.shared[param.name], value=text)

    def _values(self, call: Call) -> Iterable[tuple[str, Value]]:
        """The arguments that a snippet shows, with their values."""
        operation = call.operation
        given = root_values(self._body_examples(operation)) if call.flat_body else {}
        for arg in call.args:
            field = arg.field
            if arg.whole_body:
                if field.required or self.examples.shows(field):
                    yield arg.name, self._whole(operation)
            elif self.examples.shows_in_root(field, given):
                value = self.examples.of_root_field(field, given)
                yield arg.name, self.lexicon.renamed(value)
            elif _shows_default(field):
                value = self.examples.of_raw(field.type, field.default)
                yield arg.name, self.lexicon.renamed(value)

    def _whole(self, operation: Operation) -> Value:
        """The one value of a call that is not flattened."""
        if operation.request:
            model = self.lexicon.models[operation.request]
            value = self.examples.root(model, ())
            return self.lexicon.renamed(self._with_body(value, operation))
        assert operation.body is not None
        return self.lexicon.renamed(self._body_value(operation))

    def _with_body(self, value: Value, operation: Operation) -> Value:
        if operation.body is None or not isinstance(value, Record):
            return value
        kept = tuple(entry for entry in value.fields if entry[0] != BODY)
        body = (BODY, self._body_value(operation))
        return Record(ref=value.ref, fields=(*kept, body))

    def _body_value(self, operation: Operation) -> Value:
        assert operation.body is not None
        type, examples = operation.body.type, self._body_examples(operation)
        if object_body(operation, self.lexicon) is not None:
            assert isinstance(type, Named)
            return self.examples.root(self.lexicon.models[type.ref], examples)
        example = next((e for e in examples if e), Example())
        return self.examples.of_type(type, example, "")

    def _body_examples(self, operation: Operation) -> tuple[Example, ...]:
        body = operation.body
        if body is None:
            return ()
        model = self.lexicon.models.get(body.type.ref) if isinstance(body.type, Named) else None
        return (body.example, model.example if model else Example())

    def _parameters(self, call: Call) -> Table:
        link = _GROUP_LINK
        fields = [(arg.name, arg.field) for arg in call.args]
        if not call.is_flat:
            fields = [(name, _demanded(field)) for name, field in fields]
        write = self.language.docs.argument
        rows: list[tuple[str, ...]] = [self._row(n, field, link, write) for n, field in fields]
        fixed = self.language.docs.parameters
        rows += [(f"`{name}`", type, _NO, text, "") for name, type, text in fixed]
        return _table("Parameter", rows)

    def _errors(self, operation: Operation) -> Table:
        statuses: dict[tuple[str, str], list[str]] = {}
        for reply in operation.failures:
            if isinstance(reply.type, Named):
                key = (self._error_name(reply.type.ref), reply.media_type)
                statuses.setdefault(key, []).append(reply.status)
        rows = [
            (name, ", ".join(dict.fromkeys(found)), md_cell(media_type))
            for (name, media_type), found in statuses.items()
        ]
        default = f"{self.client.error_namespace}.{self.client.default_error}"
        rows.append((default, "4XX, 5XX", "\\*/\\*"))
        return Table(header=("Error Type", "Status Code", "Content Type"), rows=tuple(rows))

    def _error_name(self, ref: str) -> str:
        name = self.lexicon.names[ref]
        return f"{name.namespace}.{name.error or name.name}"

    # --- models ---------------------------------------------------------------------

    def model(self, model: Model, path: str) -> ModelPage:
        """The page of a model."""
        name, shape = self.lexicon.names[model.ref], model.shape
        example = ""
        if name.shape in self.language.docs.example_on:
            value = self.lexicon.renamed(self.examples.root(model, (model.example,)))
            example = self.language.docs.declaration(name, value)
            if name.data:  # the page is that of an error, which nobody makes
                example = "// No examples available for this model"
        return ModelPage(
            path=path,
            name=name,
            package=self.client.package,
            description=model.description,
            deprecated=model.deprecated,
            roomy=name.shape in self.language.docs.roomy,
            example=example,
            fields=self._fields(model),
            values=self._members(shape) if isinstance(shape, EnumShape) else (),
            variants=self._variants(shape) if isinstance(shape, UnionShape) else (),
        )

    def _members(self, shape: EnumShape) -> tuple[str, ...]:
        return tuple(self.language.code.literal(Atom(value=value), 0) for value in shape.values)

    def _variants(self, shape: UnionShape) -> tuple[VariantDoc, ...]:
        return tuple(self._variant(variant) for variant in shape.variants)

    def _fields(self, model: Model) -> Table | None:
        if isinstance(model.shape, FileShape):
            rows: list[tuple[str, ...]] = [
                (f"`{name}`", type, _YES if required else _NO, "N/A", "")
                for name, type, required in self.language.docs.file
            ]
            return _table("Field", rows)
        if not isinstance(model.shape, ObjectShape):
            return None
        link, write = f"{self.language.docs.up}models/", self.language.docs.notation
        rows = [
            self._row(self.lexicon.field(model.ref, field.name), field, link, write)
            for field in model.shape.fields
        ]
        if model.shape.extra is not None:
            shown = write(Map(values=model.shape.extra), self.lexicon.names, link, False, False)
            rows.append((f"`{self.language.docs.extra_field}`", shown, _NO, "N/A", ""))
        return _table("Field", rows)

    def _variant(self, type: Type) -> VariantDoc:
        shown = plain(self.language.code.type_text(type, self.lexicon.names, Site(), "docs"))
        if isinstance(type, Stream):  # nobody makes one
            return VariantDoc(type=shown, value="")
        value = self.lexicon.renamed(self.examples.of_type(type, Example(), ""))
        return VariantDoc(type=shown, value=self.language.code.literal(value, 0))

    # --- rows -----------------------------------------------------------------------

    def _row(self, name: str, field: Field, link: str, write: _Notation) -> tuple[str, ...]:
        type, nullable = field.type, isinstance(field.type, Nullable)
        inner = type.type if isinstance(type, Nullable) else type
        required = field.required and not field.has_default
        shown = write(inner, self.lexicon.names, link, required, nullable)
        text = md_cell(field.description.strip()) or "N/A"
        if field.deprecated:
            text = f"{_DEPRECATED}\n\n{text}"
        return (
            f"~~`{name}`~~" if field.deprecated else f"`{name}`",
            shown,
            _YES if required else _NO,
            text,
            _example_cell(field.example),
        )


def _demanded(field: Field) -> Field:
    """The row of a request as a whole: the docs always tick it."""
    return replace(field, description=_REQUEST, required=True)


def _table(first: str, rows: list[tuple[str, ...]]) -> Table:
    header = (first, "Type", "Required", "Description", "Example")
    if any(row[4] for row in rows):
        return Table(header=header, rows=tuple(rows))
    return Table(header=header[:4], rows=tuple(row[:4] for row in rows))


def _example_cell(example: Example) -> str:
    if len(example.values) < 2:
        return _shown(example.values[0]) if example else ""
    return "<br/>".join(
        f"**Example {number}:** {_shown(value)}" for number, value in enumerate(example.values, 1)
    )


def _shown(raw: Raw) -> str:
    if isinstance(raw, str):
        return md_cell(raw)
    rows = json.dumps(raw, indent=2, ensure_ascii=False).split("\n")
    return md_cell("\n".join(row.strip() for row in rows))


def _shows_default(field: Field) -> bool:
    """A default that says something; empty lists and objects do not."""
    return (
        field.has_default
        and not field.example
        and not field.deprecated
        and isinstance(field.default, str | int | float | bool)
    )


def _result(
    operation: Operation, stream_first: bool
) -> Literal["value", "optional", "nothing", "stream", "pages"]:
    if operation.result is None:
        return "nothing"
    if operation.paging:
        return "pages"
    streams = [reply.kind in ("events", "lines", "sequence") for reply in operation.successes]
    if all(streams) or stream_first and any(streams):
        return "stream"
    return "optional" if may_be_empty(operation) else "value"


def _has_file(value: Value) -> bool:
    if isinstance(value, Atom):
        return value.kind == "file"
    if isinstance(value, Items):
        return any(map(_has_file, value.items))
    entries = value.fields if isinstance(value, Record) else value.entries
    return any(_has_file(item) for _, item in entries)


def server_table(servers: tuple[Server, ...]) -> Table | None:
    """The servers of the document by their index, and by their names where one has a name."""
    named = any(server.name for server in servers)
    rows = tuple(
        (str(number), *([md_cell(server.name)] if named else []), md_cell(server.url))
        for number, server in enumerate(servers)
    )
    header = ("#", "Name", "Server") if named else ("#", "Server")
    return Table(header=header, rows=rows) if rows else None


def payload_table(payloads: tuple[Payload, ...], lexicon: Lexicon) -> Table | None:
    """What the API sends by itself."""
    write = lexicon.language.docs.notation
    rows = tuple(
        (
            md_cell(md_code(payload.name)),
            payload.kind,
            write(payload.type, lexicon.names, "docs/models/", True, False),
            md_cell(payload.description) or "N/A",
        )
        for payload in payloads
        if payload.kind != "event"
    )
    header = ("Name", "Kind", "Type", "Description")
    return Table(header=header, rows=rows) if rows else None


def credential_table(credentials: tuple[CredentialPlan, ...]) -> Table | None:
    """The credentials that a client takes."""
    rows = tuple(
        (
            f"`{c.name}`",
            c.kind,
            md_cell(f"{c.kind.upper()} {c.scheme}".strip()),
            ", ".join(f"`{env}`" for env in (c.env, *(part.env for part in c.parts)) if env),
        )
        for c in credentials
    )
    header = ("Name", "Type", "Scheme", "Environment Variable")
    return Table(header=header, rows=rows) if rows else None
