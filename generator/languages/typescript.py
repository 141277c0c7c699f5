"""The rules of TypeScript: names, types, literals, and how its docs write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from .. import names as cases
from ..api import (
    Array,
    Atom,
    Entries,
    Items,
    Literal,
    Map,
    Model,
    Named,
    Nullable,
    Record,
    Scalar,
    Type,
    Value,
)
from ..language import Copied, Fixed, Language, Site
from ..package import ModelName, Span, Text, plain

_KEYWORDS = frozenset(
    "abstract any as asserts async await boolean break case catch class const constructor continue"
    " debugger declare default delete do else enum export extends false finally for from function"
    " get if implements import in infer instanceof interface is keyof let module namespace never"
    " new null number object of package private protected public readonly require return set"
    " static string super switch symbol this throw true try type typeof undefined unique unknown"
    " using var void while with yield arguments eval".split()
)
_GLOBAL_TYPES = frozenset(
    "Array ArrayBuffer Blob Boolean Date Error File FormData Function Headers Infinity Map NaN"
    " Number Object Promise Proxy ReadableStream Record Reflect RegExp Request Response Result Set"
    " String Symbol URL Uint8Array WeakMap WeakSet Partial Required Readonly Pick Omit Exclude"
    " Extract Codec Operation".split()
)
_TYPES = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "date": "string",
    "date-time": "Date",
    "file": "ReadableStream<Uint8Array>",
}
_DATE_DOC = (
    "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date"
)
_BLOB_DOC = "https://developer.mozilla.org/en-US/docs/Web/API"
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_TO_ESCAPE = re.compile(
    "[\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_IN_COMMENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_WIDTH = 80


def identifier(raw: str) -> str:
    """Camel case; a leading number is spelled out."""
    name = cases.camel(raw)
    if not name[:1].isdigit():
        return name
    said = cases.spelled(name)
    return said[0].lower() + said[1:]


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda m: f"\\u{ord(m[0]):04x}", plain)


def key(name: str) -> str:
    """A property name; quoted unless it is an identifier."""
    if name == "__proto__":
        return '["__proto__"]'  # the plain form would set the prototype
    return name if _IDENTIFIER.match(name) else string(name)


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and objects put one entry on a line, `indent` spaces deep."""
    return _literal(value, indent, 0)


def comment(text: str, indent: int) -> str:
    """Text fit for the inside of a JSDoc comment whose lines are indented."""
    safe = _IN_COMMENT.sub(lambda m: f"U+{ord(m[0]):04X}", text.replace("\r\n", "\n"))
    safe = safe.replace("*/", "*\\/")
    rows = [row.rstrip() for row in safe.strip().split("\n")]
    pad = " " * indent
    return "\n".join(f"{pad if number else ''} * {row}".rstrip() for number, row in enumerate(rows))


def type_text(type: Type, names: Mapping[str, ModelName], site: Site) -> Text:
    """The code of a type."""
    if isinstance(type, Nullable):
        return (*type_text(type.type, names, site), Span(text=" | null"))
    if isinstance(type, Array):
        inner = type_text(type.items, names, site)
        if isinstance(type.items, Nullable):
            return (Span(text="("), *inner, Span(text=")[]"))
        return (*inner, Span(text="[]"))
    if isinstance(type, Map):
        inner = type_text(type.values, names, site)
        return (Span(text="{ [k: string]: "), *inner, Span(text=" }"))
    if isinstance(type, Named):
        return (_model(type.ref, names, site),)
    if isinstance(type, Literal):
        shown = string(type.value) if isinstance(type.value, str) else json.dumps(type.value)
        return (Span(text=shown),)
    return (Span(text=_TYPES[type.kind] if isinstance(type, Scalar) else "any"),)


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value, wrapped at 80 columns."""
    shown = _literal(value, 0, _WIDTH)
    first = shown.split("\n", 1)[0]
    if len(f"let value: {name.name} = {first}") <= _WIDTH:
        return f"let value: {name.name} = {shown};"
    if len(f"let value: {name.name} =") <= _WIDTH:
        return f"let value: {name.name} =\n  {_literal(value, 2, _WIDTH)};"
    return f"let value:\n  {name.name} =\n    {_literal(value, 4, _WIDTH)};"


def notation(
    type: Type, names: Mapping[str, ModelName], link: str, required: bool, nullable: bool
) -> str:
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
        return "*boolean*" if isinstance(type.value, bool) else f"*{_constant(type)}*"
    return f"*{_TYPES[type.kind] if isinstance(type, Scalar) else 'any'}*"


def response(type: Type | None, names: Mapping[str, ModelName], link: str) -> str:
    """The response line of an operation."""
    if type is None:
        return "**Promise\\<void\\>**"
    shown = plain(type_text(type, names, Site(module="", position="returned")))
    named = isinstance(type, Named)
    page = f"{names[type.ref].namespace}/{names[type.ref].page}" if named else ""  # type: ignore[union-attr]
    return f"**Promise\\<[{shown}]({link}{page}.md)\\>**"


def _literal(value: Value, indent: int, width: int) -> str:
    pad, end = " " * (indent + 2), " " * indent
    if isinstance(value, Atom):
        return _atom(value)
    if isinstance(value, Items):
        rows = [f"{pad}{_literal(item, indent + 2, width)},\n" for item in value.items]
        return "[\n" + "".join(rows) + end + "]" if rows else "[]"
    if isinstance(value, Record):
        entries = [(key(name), item) for name, item in value.fields]
    else:
        entries = [(_quoted(name), item) for name, item in value.entries]
    rows = []
    for name, item in entries:
        shown = _literal(item, indent + 2, width)
        long = width and "\n" not in shown and len(f"{pad}{name}: {shown},") > width
        glue = f"\n{pad}  " if long and shown.startswith('"') else " "
        rows.append(f"{pad}{name}:{glue}{shown},\n")
    return "{\n" + "".join(rows) + end + "}" if rows else "{}"


def _quoted(name: str) -> str:
    return key(name) if name == "__proto__" else string(name)


def _atom(atom: Atom) -> str:
    if atom.kind == "file":
        return f"await openAsBlob({string(str(atom.value))})"
    if atom.kind == "date-time":
        return f"new Date({string(str(atom.value))})"
    return string(atom.value) if isinstance(atom.value, str) else json.dumps(atom.value)


def _constant(type: Literal) -> str:
    return string(type.value) if isinstance(type.value, str) else json.dumps(type.value)


def _named(name: ModelName, link: str) -> str:
    shown = f"{name.namespace}.{name.name}"
    if name.shape == "union":
        return f"*{shown}*"
    linked = f"[{shown}]({link}{name.namespace}/{name.page}.md)"
    if name.shape == "file":
        return f"[File]({_BLOB_DOC}/File) | [Blob]({_BLOB_DOC}/Blob) | {linked}"
    return linked


def _model(ref: str, names: Mapping[str, ModelName], site: Site) -> Span:
    name = names[ref]
    outside = not site.module
    shown = f"{name.namespace}.{name.name}" if outside else name.name
    return Span(text=shown, target=f"model:{ref}")


def _namespace(model: Model) -> str:
    if model.room == "error" and not _is_nested(model):
        return "errors"
    return "components" if model.room == "component" else "operations"


def _is_nested(model: Model) -> bool:
    return model.naming.leaf != "ResponseBody" and model.naming.bare


TYPESCRIPT = Language(
    key="typescript",
    title="TypeScript",
    fence="typescript",
    flatten=False,
    inline_constants=True,
    standalone=True,
    indent=2,
    example_on=frozenset({"object", "enum"}),
    roomy=frozenset({"union"}),
    cases={
        "type": cases.pascal,
        "field": identifier,
        "method": identifier,
        "argument": identifier,
        "module": lambda raw: cases.snake(raw).replace("_", ""),
        "function": identifier,
        "member": cases.pascal,
        "group": identifier,
    },
    reserved={
        "type": _GLOBAL_TYPES,
        "field": frozenset({"__proto__", "constructor"}),
        "method": frozenset({"constructor"}),
        "argument": _KEYWORDS,
        "module": frozenset({"index"}),
        "function": _KEYWORDS,
        "member": frozenset(),
        "group": frozenset({"constructor"}),
    },
    namespace=_namespace,
    type_text=type_text,
    literal=literal,
    comment=comment,
    declaration=declaration,
    notation=notation,
    response=response,
    fixed=Fixed(
        up="../../",
        model_link="models/",
        parameters=(
            ("options", "RequestOptions", "Used to set various options for making HTTP requests."),
            (
                "options.fetchOptions",
                "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
                "Options that are passed to the underlying HTTP request. This can be used to inject"
                " extra headers for examples. All `Request` options, except `method` and `body`,"
                " are allowed.",
            ),
            (
                "options.retries",
                "[RetryConfig](../../lib/utils/retryconfig.md)",
                "Enables retrying HTTP requests under certain failure conditions.",
            ),
        ),
        request="The request object to use for the request.",
        extra_field="additionalProperties",
        file=(
            ("fileName", "*string*", True),
            ("content", "*ReadableStream<Uint8Array>*", True),
        ),
    ),
    targets=(),
    copied=(Copied(folder="runtime", path="src/runtime"),),
    format_command=None,
)
