"""Types of Python, in code and in its docs."""

from __future__ import annotations

import re

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
from .atoms import constant

_TYPES = {
    "string": "str",
    "integer": "int",
    "bigint": "int",
    "number": "float",
    "decimal": "Decimal",
    "boolean": "bool",
    "file": "bytes",
    "upload": "bytes",
}


_DATES = {"date": "date", "date-time": "datetime"}


_DATE_DOC = "https://docs.python.org/3/library/datetime.html#date-objects"


_OR_NONE = Span(text=" | None")


_OR_FLOAT = Span(text=" | float")


def type_text(type: Type, names: Names, site: Site, position: Position) -> Text:
    """The annotation of a type; the docs keep the spelling of `typing`."""
    if isinstance(type, Literal) and isinstance(type.value, float):
        type = Scalar(kind="number")  # Python has no literal types of fractions
    if isinstance(type, Nullable):
        inner = type_text(type.type, names, site, position)
        return _in_docs("Nullable", inner) if position == "docs" else _or_none(inner)
    if isinstance(type, Array):
        return _list(type_text(type.items, names, site, position), site, position)
    if isinstance(type, Stream):
        return _stream(type_text(type.items, names, site, _inside(position)), site, position)
    if isinstance(type, Map):
        values = type_text(type.values, names, site, position)
        inner = (Span(text="str, "), *values)
        return _in_docs("Dict", inner) if position == "docs" else _of(Span(text="dict"), inner)
    if isinstance(type, Named) and position == "typed" and names[type.ref].spread:
        return _either([type_text(t, names, site, "typed") for t in names[type.ref].spread])
    if isinstance(type, Named):
        return (_model(names[type.ref], site, position),)
    if isinstance(type, Literal):
        return _of(_symbol("Literal"), (Span(text=constant(type.value)),))
    if isinstance(type, Scalar):
        return _scalar(type, site, position)
    return (Span(text="Any"),) if position in ("docs", "codec") else (_symbol("Any"),)


def wrap(text: Text, position: Position, required: bool, nullable: bool) -> Text:
    """The annotation of a field that may be absent, or null, or both."""
    inner = _or_none(text) if nullable else text
    if required:
        return inner
    if position == "typed":
        return _of(_symbol("NotRequired"), inner)
    if nullable:
        head = Span(text="OptionalNullable", module="~_runtime.unset", name="OptionalNullable")
        return _of(head, text)
    return _or_none(text)


def fitted(type: str, columns: int) -> str:
    """Parentheses around a union that is too long, which formatters part in their own ways."""
    bare = type
    while (without := re.sub(r"\[[^][]*]", "", bare)) != bare:
        bare = without
    return f"({type})" if len(type) > columns and "|" in bare else type


def notation(type: Type, names: Names, link: str, required: bool, nullable: bool) -> str:
    """A type as the docs write it (rulebook 8)."""
    wrapper = ("" if required else "Optional") + ("Nullable" if nullable else "")
    return _notation(type, names, link, wrapper)


def response(type: Type | None, names: Names, link: str) -> str:
    """The response line of an operation; empty where nothing comes back."""
    if type is None:
        return ""
    shown = plain(type_text(type, names, Site(), "docs"))
    target = names[type.ref].page if isinstance(type, Named) else ""
    return f"**[{shown}]({link}{target}.md)**"


def _notation(type: Type, names: Names, link: str, wrapper: str) -> str:
    if isinstance(type, Nullable):
        inner = wrapper if wrapper.endswith("Nullable") else f"{wrapper}Nullable"
        return _notation(type.type, names, link, inner)
    if isinstance(type, Array):
        return f"List[{_notation(type.items, names, link, '')}]"
    if isinstance(type, Map):
        return f"Dict[str, {_notation(type.values, names, link, '')}]"
    if isinstance(type, Named):
        name = names[type.ref]
        return f"[{_in(wrapper, f'models.{name.name}')}]({link}{name.page}.md)"
    if isinstance(type, Scalar) and type.kind in _DATES:
        return f"[date]({_DATE_DOC})"
    if isinstance(type, Literal) and not isinstance(type.value, float):
        return f"*{_in(wrapper, f'Literal[{md_line(constant(type.value))}]')}*"
    shown = _TYPES[type.kind] if isinstance(type, Scalar) else "Any"
    shown = "float" if isinstance(type, Literal) else shown
    return f"*{_in(wrapper, shown)}*"


def _in(wrapper: str, inner: str) -> str:
    return f"{wrapper}[{inner}]" if wrapper else inner


def _scalar(type: Scalar, site: Site, position: Position) -> Text:
    if type.kind == "upload" and position != "docs" or type.kind == "file" and position == "given":
        return (_file_input(site),)
    if type.kind in _DATES:
        return (Span(text=f"_dt.{_DATES[type.kind]}", module="datetime", name="_dt"),)
    if type.kind == "number" and position == "returned" and site.folder == "models":
        return (Span(text="_Number", module="~_runtime.models", name="Number as _Number"),)
    if type.kind == "decimal" and position != "docs":
        exact = Span(text="_Decimal", module="~_runtime.decimals", name="Decimal as _Decimal")
        return (exact, _OR_FLOAT) if position in ("typed", "given") else (exact,)
    return (Span(text=_TYPES[type.kind]),)


def _model(name: ModelName, site: Site, position: Position) -> Span:
    if position == "docs":
        return Span(text=f"models.{name.name}")
    if name.shape == "file":
        return _file_input(site)
    structured = name.shape in ("object", "union")
    if position == "given" and structured:
        return Span(text=name.given, module=f"?.models.{name.module}", name=name.given)
    shown = name.record if position == "typed" and structured else name.code
    if site.folder == "models":
        local = site.module == name.module
        if local:
            return Span(text=shown)
        return Span(text=f"_models.{shown}", module="?..", name="models as _models")
    return Span(text=f"_models.{shown}", module=".", name="models as _models")


def _either(texts: list[Text]) -> Text:
    """One of several, none of them twice."""
    bare = [text[:-1] if text[-1] == _OR_NONE else text for text in texts]
    first, *others = dict.fromkeys(bare)
    joined = (*first, *(span for text in others for span in (Span(text=" | "), *text)))
    return joined if bare == texts else _or_none(joined)


def _or_none(text: Text) -> Text:
    return text if text[-1] == _OR_NONE else (*text, _OR_NONE)


def _file_input(site: Site) -> Span:
    place = "~_runtime.models" if site.folder else "?._runtime.models"
    return Span(text="_FileInput", module=place, name="FileInput as _FileInput")


def _list(inner: Text, site: Site, position: Position) -> Text:
    if position == "docs":
        return _in_docs("List", inner)
    models = position == "given" and any(span.module.startswith("?.models.") for span in inner)
    if models or _OR_FLOAT in inner:
        # A list of models is one of models or dicts only where nobody may append.
        return _of(Span(text="Sequence", module="collections.abc", name="Sequence"), inner)
    if site.folder == "models":
        return _of(Span(text="list"), inner)
    # In a class with a method `list`, the plain word would mean that.
    return _of(Span(text="builtins.list", module="builtins"), inner)


def _inside(position: Position) -> Position:
    return "docs" if position == "docs" else "returned"


def _stream(inner: Text, site: Site, position: Position) -> Text:
    """What a call returns where the answer stays open; bytes are no values."""
    is_bytes = inner == (Span(text="bytes"),)
    name, module = ("BinaryResponse", "binary") if is_bytes else ("EventStream", "streams")
    if position == "docs" and not is_bytes:
        both = (_of(Span(text=f"eventstreaming.{n}"), inner) for n in (name, f"{name}Async"))
        sync, waiting = both
        return _of(Span(text="Union"), (*sync, Span(text=", "), *waiting))
    name += "Async" if position == "awaited" else ""
    # Only type checkers need it, and a model may be called so.
    place = "?.._runtime" if site.folder else "?._runtime"
    local = f"_{name}" if site.folder else name
    shown = name if local == name else f"{name} as {local}"
    head = Span(text=local, module=f"{place}.{module}", name=shown)
    if position == "docs":
        head = Span(text=name)
    return (head,) if is_bytes else _of(head, inner)


def _of(head: Span, inner: Text) -> Text:
    return (head, Span(text="["), *inner, Span(text="]"))


def _in_docs(name: str, inner: Text) -> Text:
    return _of(Span(text=name), inner)


def _symbol(name: str) -> Span:
    return Span(text=name, module="typing", name=name)


def error(name: ModelName, site: Site) -> Text:
    """The class of an error, in the module of a group."""
    return (Span(text=f"_models.{name.error}", module=".", name="models as _models"),)


def unknown(_: str) -> Text:
    """What no member of a union is."""
    return (_variants("UnknownVariant"),)


def _variants(name: str) -> Span:
    return Span(text=f"_{name}", module="~_runtime.variants", name=f"{name} as _{name}")


def optional(text: Text) -> Text:
    return _or_none(text)
