"""The rules of Python: names, types, literals, and how its docs write them."""

from __future__ import annotations

import builtins
import json
import keyword
import re
import sys
from collections.abc import Mapping
from functools import partial

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
from ..language import Copied, Fixed, Language, Site, Target
from ..package import ModelName, Span, Text, plain

INITIALISMS = frozenset("ID URL HTTP HTTPS JSON API LLM TTL URI UUID XML HTML SQL".split())
_KEYWORDS = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist) - {"type", "match", "case"}
_BUILTINS = frozenset(name for name in dir(builtins) if name.islower()) - {"id", "object", "type"}
_BASE_MODEL = frozenset(
    "copy construct dict json schema schema_json validate parse_obj parse_raw parse_file from_orm"
    " update_forward_refs model_config model_fields model_computed_fields model_extra"
    " model_fields_set model_construct model_copy model_dump model_dump_json model_json_schema"
    " model_parametrized_name model_post_init model_rebuild model_validate model_validate_json"
    " model_validate_strings additional_properties".split()
)
_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "file": "bytes",
}
_DATES = {"date": "date", "date-time": "datetime"}
_DATE_DOC = "https://docs.python.org/3/library/datetime.html#date-objects"
_WIDTH = 88
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]'
)
_IN_COMMENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def class_name(raw: str) -> str:
    """Pascal case with known initialisms in capitals."""
    parts = (word[0].upper() + word[1:] for word in cases.words(raw))
    return "".join(part.upper() if part.upper() in INITIALISMS else part for part in parts)


def identifier(raw: str) -> str:
    """Snake case that is no keyword and begins with no digit or underscore."""
    name = cases.snake(raw)
    return cases.snake(cases.spelled(name, "_")) if name[:1].isdigit() else name


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and dicts put one entry on a line, `indent` spaces deep."""
    pad, end = " " * (indent + 4), " " * indent
    if isinstance(value, Atom) and value.kind == "file":
        name = string(str(value.value))
        rows = [f'{pad}"file_name": {name},\n', f'{pad}"content": open({name}, "rb"),\n']
        return "{\n" + "".join(rows) + end + "}"
    if isinstance(value, Atom):
        return _plain_literal(value.value)
    if isinstance(value, Items):
        rows = [f"{pad}{literal(item, indent + 4)},\n" for item in value.items]
        return "[\n" + "".join(rows) + end + "]" if rows else "[]"
    entries = value.fields if isinstance(value, Record) else value.entries
    rows = [f"{pad}{string(key)}: {literal(item, indent + 4)},\n" for key, item in entries]
    return "{\n" + "".join(rows) + end + "}" if rows else "{}"


def comment(text: str, indent: int) -> str:
    """Text fit for the inside of a docstring whose lines are indented."""
    safe = _IN_COMMENT.sub(lambda m: f"U+{ord(m[0]):04X}", text.replace("\r\n", "\n"))
    safe = safe.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    rows = [row.rstrip() for row in safe.strip().split("\n")]
    joined = ("\n" + " " * indent).join(rows)
    joined = re.sub(r"\n +(?=\n)", "\n", joined)
    return joined[:-1] + '\\"' if joined.endswith('"') else joined


def type_text(type: Type, names: Mapping[str, ModelName], site: Site) -> Text:
    """The annotation of a type."""
    if isinstance(type, Nullable):
        return _generic("Optional", type_text(type.type, names, site))
    if isinstance(type, Array):
        return _generic("List", type_text(type.items, names, site))
    if isinstance(type, Map):
        key = (Span(text="str"), Span(text=", "))
        return _generic("Dict", (*key, *type_text(type.values, names, site)))
    if isinstance(type, Named):
        return _model(type.ref, names, site)
    if isinstance(type, Literal):
        return _generic("Literal", (Span(text=_plain_literal(type.value)),))
    if isinstance(type, Scalar) and type.kind in _DATES:
        name = _DATES[type.kind]
        return (Span(text=name, target=f"symbol:datetime:{name}"),)
    if isinstance(type, Scalar):
        return (Span(text=_TYPES[type.kind]),)
    return (_symbol("Any"),)


def wrap(text: Text, required: bool, nullable: bool) -> Text:
    """The annotation of a field that may be absent, or null, or both."""
    if required:
        return _wrapped("Nullable", text) if nullable else text
    return _wrapped("OptionalNullable", text) if nullable else _generic("Optional", text)


def notation(
    type: Type, names: Mapping[str, ModelName], link: str, required: bool, nullable: bool
) -> str:
    """A type as the docs write it (rulebook 8)."""
    wrapper = ("" if required else "Optional") + ("Nullable" if nullable else "")
    return _notation(type, names, link, wrapper)


def response(type: Type | None, names: Mapping[str, ModelName], link: str) -> str:
    """The response line of an operation; empty where nothing comes back."""
    if type is None:
        return ""
    site = Site(module="", position="returned")
    shown = plain(type_text(type, names, site))
    target = names[type.ref].page if isinstance(type, Named) else ""
    return f"**[{shown}]({link}{target}.md)**"


def _notation(type: Type, names: Mapping[str, ModelName], link: str, wrapper: str) -> str:
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
    if isinstance(type, Literal):
        return f"*{_in(wrapper, f'Literal[{_plain_literal(type.value)}]')}*"
    shown = _TYPES[type.kind] if isinstance(type, Scalar) else "Any"
    return f"*{_in(wrapper, shown)}*"


def _in(wrapper: str, inner: str) -> str:
    return f"{wrapper}[{inner}]" if wrapper else inner


def _model(ref: str, names: Mapping[str, ModelName], site: Site) -> Text:
    name = names[ref]
    target = f"model:{ref}"
    local = site.module == name.module
    shown = name.name if local else f"models.{name.name}"
    read = Span(text=shown, target=target)
    if site.position == "returned" or name.shape == "enum":
        return (read,)
    typed = Span(text=f"{shown}TypedDict", target=target)
    return _generic("Union", (read, Span(text=", "), typed))


def _generic(name: str, inner: Text) -> Text:
    return (_symbol(name), Span(text="["), *inner, Span(text="]"))


def _wrapped(name: str, inner: Text) -> Text:
    head = Span(text=name, target=f"symbol:runtime.unset:{name}")
    return (head, Span(text="["), *inner, Span(text="]"))


def _symbol(name: str) -> Span:
    return Span(text=name, target=f"symbol:typing:{name}")


def _plain_literal(value: str | int | float | bool | None) -> str:
    return string(value) if isinstance(value, str) else repr(value)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value."""
    return f"value: {name.name} = {literal(value, 0)}"


def _namespace(_: Model) -> str:
    return "models"


_FIXED_ARGUMENTS = frozenset(
    {"self", "retries", "server_url", "timeout_ms", "http_headers", "accept_header_override"}
)

PYTHON = Language(
    key="python",
    title="Python",
    fence="python",
    flatten=True,
    inline_constants=False,
    standalone=False,
    indent=4,
    example_on=frozenset({"enum"}),
    roomy=frozenset({"object", "enum", "union", "file"}),
    cases={
        "type": class_name,
        "field": identifier,
        "method": identifier,
        "argument": identifier,
        "module": lambda raw: cases.snake(raw).replace("_", ""),
        "function": identifier,
        "member": lambda raw: cases.spelled(cases.upper(raw), "_").upper(),
        "group": identifier,
    },
    reserved={
        "type": frozenset({"BaseModel", "Any", "List", "Dict", "Optional", "Union", "Literal"}),
        "field": _KEYWORDS | _BUILTINS | _BASE_MODEL,
        "method": _KEYWORDS | {"self"},
        "argument": _KEYWORDS | _BUILTINS | _BASE_MODEL | _FIXED_ARGUMENTS,
        "module": frozenset({"__init__"}) | _KEYWORDS | frozenset(sys.stdlib_module_names),
        "function": _KEYWORDS,
        "member": _KEYWORDS,
        "group": _KEYWORDS | {"self"},
    },
    namespace=_namespace,
    type_text=type_text,
    literal=literal,
    comment=comment,
    declaration=declaration,
    notation=notation,
    response=response,
    fixed=Fixed(
        up="../",
        model_link="models/",
        parameters=(
            (
                "retries",
                "[Optional[utils.RetryConfig]](../../models/utils/retryconfig.md)",
                "Configuration to override the default retry behavior of the client.",
            ),
        ),
        request="The request object to use for the request.",
        extra_field="__pydantic_extra__",
        file=(
            ("file_name", "*str*", True),
            ("content", "*Union[bytes, IO[bytes], io.BufferedReader]*", True),
            ("content_type", "*Optional[str]*", False),
        ),
    ),
    targets=(),
    copied=(Copied(folder="runtime", path="src/{package}/_runtime"),),
    format_command=None,
)
