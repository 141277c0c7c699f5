"""Types of TypeScript, their codecs, and how its docs write them."""

from __future__ import annotations

import json

from ...api import (
    Array,
    Literal,
    Map,
    Named,
    Nullable,
    Scalar,
    Stream,
    Type,
)
from ...doors import md_line
from ...language import Names, Position, Site
from ...text import ModelName, Span, Text, plain
from .atoms import string

_TYPES = {
    "string": "string",
    "integer": "number",
    "bigint": "bigint",
    "number": "number",
    "decimal": "string",
    "boolean": "boolean",
    "date": "string",
    "date-time": "Date",
    "file": "ReadableStream<Uint8Array>",
    "upload": "ReadableStream<Uint8Array>",
}


_WIDE = {"decimal": "string | number | bigint"}


_CODECS = {
    "bigint": ("codecs", "bigint"),
    "decimal": ("decimals", "decimal"),
    "date-time": ("codecs", "dateTime"),
    "file": ("codecs", "file"),
    "upload": ("codecs", "file"),
}


_DATE_DOC = "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date"


_BLOB_DOC = "https://developer.mozilla.org/en-US/docs/Web/API"


_FILE_INPUT = Span(text="FileInput", module="~runtime/files.js", name="type FileInput")


def type_text(type: Type, names: Names, site: Site, position: Position) -> Text:
    """The code of a type, or of the codec that brings it to the wire."""
    if position == "codec":
        return _codec(type, names, site)
    if isinstance(type, Nullable):
        return (*type_text(type.type, names, site, position), Span(text=" | null"))
    if isinstance(type, Array):
        inner = type_text(type.items, names, site, position)
        if position == "docs":
            return (*inner, Span(text="[]"))
        return (Span(text="Array<"), *inner, Span(text=">"))
    if isinstance(type, Stream):
        return _stream(type, names, site, position)
    if isinstance(type, Map):
        inner = type_text(type.values, names, site, position)
        return (Span(text="{ [k: string]: "), *inner, Span(text=" }"))
    if isinstance(type, Named):
        return (_model(names[type.ref], site, position),)
    if isinstance(type, Scalar) and _is_given(type, position):
        return (_FILE_INPUT,)
    if isinstance(type, Literal):
        return (Span(text=_constant(type)),)
    if isinstance(type, Scalar) and type.wide and position != "docs":
        return (Span(text=_WIDE.get(type.kind, "number | bigint")),)
    return (Span(text=_TYPES[type.kind] if isinstance(type, Scalar) else "any"),)


def _stream(type: Stream, names: Names, site: Site, position: Position) -> Text:
    """What a call returns where the answer stays open."""
    inner = type_text(type.items, names, site, position)
    if isinstance(type.items, Scalar) and type.items.kind == "file":
        return inner
    head = Span(text="EventStream", module="~runtime/streams.js", name="type EventStream")
    return (head, Span(text="<"), *inner, Span(text=">"))


def _is_given(type: Scalar, position: Position) -> bool:
    """Whether a file is what a caller gives, in whatever way."""
    return (
        type.kind == "upload" and position != "docs" or type.kind == "file" and position == "given"
    )


def wrap(text: Text, position: Position, required: bool, nullable: bool) -> Text:
    """The type of a field that may be null; its absence is written at the field."""
    if position == "codec":
        return text
    return (*text, Span(text=" | null")) if nullable else text


def notation(type: Type, names: Names, link: str, required: bool, nullable: bool) -> str:
    """A type as the docs write it (rulebook 8); absence and null are not shown."""
    if isinstance(type, Nullable):
        return notation(type.type, names, link, required, nullable)
    if isinstance(type, Array):
        return notation(type.items, names, link, required, nullable) + "[]"
    if isinstance(type, Map):
        return f"Record<string, {notation(type.values, names, link, required, nullable)}>"
    if isinstance(type, Named):
        return _named(names[type.ref], link)
    if isinstance(type, Scalar) and type.kind == "date-time":
        return f"[Date]({_DATE_DOC})"
    if isinstance(type, Literal):
        return "*boolean*" if isinstance(type.value, bool) else f"*{md_line(_constant(type))}*"
    return f"*{_TYPES[type.kind] if isinstance(type, Scalar) else 'any'}*"


def argument(type: Type, names: Names, link: str, required: bool, nullable: bool) -> str:
    """The type of a request: as a field has it, but a union leads to its page."""
    if isinstance(type, Named):
        return _linked(names[type.ref], link)
    return notation(type, names, link, required, nullable)


def response(type: Type | None, names: Names, link: str) -> str:
    """The response line of an operation."""
    if type is None:
        return "**Promise\\<void\\>**"
    shown = md_line(plain(type_text(type, names, Site(), "docs")))
    if isinstance(type, Stream) and isinstance(type.items, Named):
        # No tag has a dot in its name.
        shown = f"EventStream<{md_line(plain(type_text(type.items, names, Site(), 'docs')))}>"
    named = isinstance(type, Named)
    page = f"{names[type.ref].namespace}/{names[type.ref].page}" if named else ""  # type: ignore[union-attr]
    return f"**Promise\\<[{shown}]({link}{page}.md)\\>**"


def _constant(type: Literal) -> str:
    return string(type.value) if isinstance(type.value, str) else json.dumps(type.value)


def _named(name: ModelName, link: str) -> str:
    if name.shape == "union":
        return f"*{name.namespace}.{name.name}*"
    if name.shape == "file":
        return f"[File]({_BLOB_DOC}/File) | [Blob]({_BLOB_DOC}/Blob) | {_linked(name, link)}"
    return _linked(name, link)


def _linked(name: ModelName, link: str) -> str:
    return f"[{name.namespace}.{name.name}]({link}{name.namespace}/{name.page}.md)"


def _model(name: ModelName, site: Site, position: Position) -> Span:
    if position == "docs":
        return Span(text=f"{name.namespace}.{name.name}")
    if name.shape == "file":
        return _FILE_INPUT
    return _imported(name, site, name.code, "type ")


def _codec(type: Type, names: Names, site: Site) -> Text:
    if isinstance(type, Nullable):
        return (Span(text="{ nullable: "), *_codec(type.type, names, site), Span(text=" }"))
    if isinstance(type, Array):
        return (Span(text="{ array: "), *_codec(type.items, names, site), Span(text=" }"))
    if isinstance(type, Stream):
        return _codec(type.items, names, site)
    if isinstance(type, Map):
        return (Span(text="{ map: "), *_codec(type.values, names, site), Span(text=" }"))
    if isinstance(type, Literal):
        return (Span(text=f"{{ const: {_constant(type)} }}"),)
    if isinstance(type, Named):
        return _named_codec(names[type.ref], site)
    if isinstance(type, Scalar):
        return _scalar_codec(type)
    return (Span(text='"any"'),)


def _named_codec(name: ModelName, site: Site) -> Text:
    if name.shape == "file":
        return (Span(text="file", module="~runtime/codecs.js", name="file"),)
    return (Span(text="() => "), _imported(name, site, f"{name.code}$", ""))


def error(name: ModelName, site: Site) -> Text:
    """The class of an error."""
    return (_imported(name, site, name.error, ""),)


def unknown(field: str) -> Text:
    """What no member of a union is; it lacks the field that tells those apart."""
    name = "UnknownVariant"
    of = f"<{string(field)}>" if field else ""
    alias = f"type {name} as {name}$"
    return (Span(text=f"{name}${of}", module="~runtime/variants.js", name=alias),)


def _imported(name: ModelName, site: Site, exported: str, kind: str) -> Span:
    """A name of a model's module; where it may mean something else, its namespace follows it."""
    home = _home(name)
    if not name.is_doubled or home.startswith(f"~{site.folder}/"):
        return Span(text=exported, module=home, name=kind + exported)
    local = f"{exported}${name.namespace}"  # no model has such a name
    return Span(text=local, module=home, name=f"{kind}{exported} as {local}")


def _scalar_codec(type: Scalar) -> Text:
    if type.kind in _CODECS:
        module, name = _CODECS[type.kind]
        return (Span(text=name, module=f"~runtime/{module}.js", name=name),)
    kind = {"date": "string"}.get(type.kind, type.kind)
    return (Span(text=string(kind)),)


def _home(name: ModelName) -> str:
    return f"~models/{name.namespace}/{name.module}.js"
