"""YAML and JSON text as a flat series of events, each with its line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from math import isinf
from typing import Any, NamedTuple

import yaml

from .diagnostics import Path

MAX_BYTES = 64 * 1024 * 1024


_INT = re.compile(r"[-+]?[0-9]+\Z")


_OCTAL_OR_HEX = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")


_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")


_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")


_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


CORE = "tag:yaml.org,2002:"


_KNOWN_TAGS = {CORE + name for name in ("str", "int", "float", "bool", "null", "map", "seq")}


_JSON_PLAIN = re.compile(r"(?:true|false|null|-?[0-9][0-9.eE+-]*)\Z")
_LARGEST_EXPONENT = 1000
_SURROGATE = re.compile("[\ud800-\udfff]")


_JSON_TOKEN = re.compile(r'[\s,:]+|[{}\[\]]|"(?:[^"\\]|\\.)*"|[^\s,:{}\[\]"]+', re.S)


class Fault(Exception):
    """Text that is refused: a message and the offset or the mark where it went wrong."""

    def __init__(self, message: str, line: int, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.hint = line, column, hint
        self.path: Path = ()


class Event(NamedTuple):
    kind: str
    value: Any
    line: int
    column: int
    anchor: str | None = None
    tag: str | None = None
    plain: bool = False


def yaml_events(text: str) -> Iterator[Event]:
    documents = 0
    try:
        parser = yaml.CSafeLoader(text)
        while True:
            event: Any = parser.get_event()
            mark = event.start_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                plain = event.implicit[0]
                yield Event("s", event.value, line, column, event.anchor, event.tag, plain)
            elif kind is yaml.MappingStartEvent:
                yield Event("{", None, line, column, event.anchor, event.tag)
            elif kind is yaml.SequenceStartEvent:
                yield Event("[", None, line, column, event.anchor, event.tag)
            elif kind is yaml.MappingEndEvent:
                yield Event("}", None, line, column)
            elif kind is yaml.SequenceEndEvent:
                yield Event("]", None, line, column)
            elif kind is yaml.AliasEvent:
                yield Event("*", event.anchor, line, column)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    hint = "keep one document in a file"
                    raise Fault("a second YAML document begins here", line, column, hint)
            elif kind is yaml.StreamEndEvent:
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = " ".join(filter(None, (error.problem, error.context)))
        raise Fault(f"this is not valid YAML: {message}", line, column) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"this is not valid YAML: {error.reason}"
        raise Fault(message, line, column) from None


def resolve(event: Event) -> Any:
    """A scalar by the core schema of YAML 1.2: no dates, no yes/no, no octal 010."""
    text: str = event.value
    if event.tag == "!" or event.tag is None and not event.plain:
        return text
    if event.tag is not None:
        return _tagged(event)
    return _plain(text, event)


def _plain(text: str, event: Event) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    first = text[0]
    if not (first in "+-." or first.isdigit()):
        return text
    if len(text) > 400:
        return text
    if _INT.match(text):
        return int(text)
    if _OCTAL_OR_HEX.match(text):
        return int(text[2:], 8 if text[1] == "o" else 16)
    if _FLOAT.match(text):
        return _finite(float(text), event)
    if _NOT_FINITE.match(text):
        return _finite(float("inf"), event)
    return text


def _finite(value: float, event: Event) -> float | int:
    if not isinf(value):
        return value
    number = Decimal(event.value) if _FLOAT.match(event.value) else None
    if number is None or number.adjusted() > _LARGEST_EXPONENT:
        message = f"{event.value} is no number that JSON can carry"
        raise Fault(message, event.line, event.column)
    return int(number)


def _tagged(event: Event) -> Any:
    if event.tag is None or not event.tag.startswith(CORE):
        raise bad_tag(event)
    value = _plain(event.value, event)
    wanted = event.tag[len(CORE) :]
    if wanted == "str":
        return event.value
    if wanted == "float" and isinstance(value, int):
        return float(value)
    kinds = {"int": int, "float": float, "bool": bool, "null": type(None)}
    if wanted not in kinds or not isinstance(value, kinds[wanted]):
        raise bad_tag(event)
    return value


def bad_tag(event: Event) -> Fault:
    message = f"the tag {event.tag} is not accepted"
    return Fault(message, event.line, event.column, "remove the tag")


def json_events(text: str) -> Iterator[Event]:
    line, start, offset = 1, 0, 0
    while offset < len(text):
        match = _JSON_TOKEN.match(text, offset)
        if not match:
            raise Fault("this is not valid JSON", line, offset - start + 1)
        token, column = match[0], offset - start + 1
        kind = token[0]
        if kind in "{}[]":
            yield Event(kind, None, line, column)
        elif kind == '"':
            yield Event("s", _json_string(token, line, column), line, column)
        elif not kind.isspace() and kind not in ",:":
            if not _JSON_PLAIN.match(token):
                raise Fault(f"{token[:40]!r} is no value that JSON has", line, column)
            yield Event("s", token, line, column, None, None, True)
        newlines = token.count("\n")
        if newlines:
            line += newlines
            start = offset + token.rfind("\n") + 1
        offset = match.end()


def _json_string(token: str, line: int, column: int) -> str:
    value: str = json.loads(token, strict=False)
    if _SURROGATE.search(value):
        message = "half of a surrogate pair stands alone, which UTF-8 cannot carry"
        raise Fault(message, line, column, "write the character, or both halves")
    return value
