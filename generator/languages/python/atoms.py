"""Values and comments of Python."""

from __future__ import annotations

import re

from ...api import (
    Atom,
    Items,
    Record,
    Value,
)
from ...doors import visible
from ...text import ModelName

_COLUMNS = 88
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


_TO_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb'
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def env_option(name: str) -> str:
    """An environment variable, or nothing."""
    return f'os.getenv({string(name)}, "")'


def env_parts(parts: list[tuple[str, str]]) -> str:
    """A credential of several parts, each from its environment variable."""
    rows = [f"        {string(key)}: {env_option(name)},\n" for key, name in parts]
    return "{\n" + "".join(rows) + "    }"


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and dicts put one entry on a line, `indent` spaces deep."""
    pad, end = " " * (indent + 4), " " * indent
    if isinstance(value, Atom) and value.kind == "file":
        name = string(str(value.value))
        rows = [f'{pad}"file_name": {name},\n', f'{pad}"content": open({name}, "rb"),\n']
        return "{\n" + "".join(rows) + end + "}"
    if isinstance(value, Atom):
        return constant(value.value)
    if isinstance(value, Items):
        rows = [f"{pad}{literal(item, indent + 4)},\n" for item in value.items]
        return "[\n" + "".join(rows) + end + "]" if rows else "[]"
    entries = value.fields if isinstance(value, Record) else value.entries
    rows = [f"{pad}{string(key)}: {literal(item, indent + 4)},\n" for key, item in entries]
    return "{\n" + "".join(rows) + end + "}" if rows else "{}"


def comment(text: str, indent: int, closes: bool = False) -> str:
    """Text fit for the inside of a docstring whose lines are indented; `closes`: it is all of it."""
    safe = visible(text)
    # A quote is dangerous beside another, and at the end, where the closing ones follow.
    safe = re.sub(r'"(?="|\Z)|(?<=")"', r'\\"', safe.replace("\\", "\\\\").strip())
    rows = [row.rstrip() for row in safe.split("\n")]
    if closes and len(rows) > 1 and indent + len(rows[-1]) + len('"""') > _COLUMNS:
        rows.append("")  # formatters want the quotes in a line of their own then
    joined = ("\n" + " " * indent).join(rows)
    return re.sub(r"\n +(?=\n)", "\n", joined)


def constant(value: str | int | float | bool | None) -> str:
    """A plain value as code."""
    return string(value) if isinstance(value, str) else repr(value)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if code < 256:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value."""
    return f"value: {name.name} = {literal(value, 0)}"
