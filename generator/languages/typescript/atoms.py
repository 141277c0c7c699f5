"""Values and comments of TypeScript."""

from __future__ import annotations

import json
import re

from ...api import (
    Atom,
    Items,
    Record,
    Value,
)
from ...doors import visible
from ...text import ModelName

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")


_TO_ESCAPE = re.compile(
    "[\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


# The compiler obeys these: one switches off the checks of the line behind the comment.
_DIRECTIVE = re.compile(r"^\s*@(?=ts-)")


WIDTH = 80


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(_escaped, plain)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    # JSON writes what has no four digits as a pair of surrogates, as this language reads it.
    return f"\\u{code:04x}" if code < 0x10000 else json.dumps(match[0])[1:-1]


def key(name: str) -> str:
    """A property name; quoted unless it is an identifier."""
    if name == "__proto__":
        return '["__proto__"]'  # the plain form would set the prototype
    return name if _IDENTIFIER.match(name) else string(name)


def env_option(name: str) -> str:
    """An environment variable, or nothing."""
    return f'process.env[{string(name)}] ?? ""'


def env_parts(parts: list[tuple[str, str]]) -> str:
    """A credential of several parts, each from its environment variable."""
    rows = [f"    {key}: {env_option(name)},\n" for key, name in parts]
    return "{\n" + "".join(rows) + "  }"


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and objects put one entry on a line, `indent` spaces deep."""
    return _literal(value, indent, 0)


def comment(text: str, indent: int) -> str:
    """A JSDoc comment; its lines after the first are indented."""
    safe = visible(text).replace("*/", "*\\/").strip()
    rows = [_DIRECTIVE.sub("\\\\@", row.rstrip()) for row in safe.split("\n")]
    if len(rows) == 1:
        return f"/** {rows[0]} */"
    pad = " " * indent
    inside = "\n".join(f"{pad} * {row}".rstrip() for row in rows)
    return f"/**\n{inside}\n{pad} */"


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value, wrapped at 80 columns."""
    shown = _literal(value, 0, WIDTH)
    first = shown.split("\n", 1)[0]
    if len(f"let value: {name.name} = {first}") <= WIDTH:
        return f"let value: {name.name} = {shown};"
    if len(f"let value: {name.name} =") <= WIDTH:
        return f"let value: {name.name} =\n  {_literal(value, 2, WIDTH)};"
    return f"let value:\n  {name.name} =\n    {_literal(value, 4, WIDTH)};"


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
    if atom.kind == "bigint" and isinstance(atom.value, int | float):
        return f"{int(atom.value)}n"
    if atom.kind == "decimal":
        return string(str(atom.value))
    return string(atom.value) if isinstance(atom.value, str) else json.dumps(atom.value)


def constant(value: str | int | float | bool) -> str:
    """A plain value as code."""
    return string(value) if isinstance(value, str) else json.dumps(value)
