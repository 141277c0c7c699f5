"""YAML 1.2 or JSON text to plain values, bounded and refused by line; and the way back to a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser

from .diagnostics import Loc, Path, Place, SpecError

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 200
MAX_NODES = 1_000_000

_INT = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL_OR_HEX = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_CORE = "tag:yaml.org,2002:"
_KNOWN_TAGS = {_CORE + name for name in ("str", "int", "float", "bool", "null", "map", "seq")}
_SURROGATE = re.compile("[\ud800-\udfff]")
_JSON_TOKEN = re.compile(r'[\s,:]+|[{}\[\]]|"(?:[^"\\]|\\.)*"|[^\s,:{}\[\]"]+', re.S)


class Fault(Exception):
    """Text that is refused: a message and the offset or the mark where it went wrong."""

    def __init__(self, message: str, line: int, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.hint = line, column, hint


class Mark(NamedTuple):
    """The place of one value: path, 1-based line and column."""

    path: Path
    line: int
    column: int


def decode(data: bytes, file: str) -> str:
    """The text of a file: UTF-8, or UTF-16/32 with a byte order mark."""
    here = Loc(file=file)
    if len(data) > MAX_BYTES:
        raise SpecError(here, f"the file is larger than {MAX_BYTES >> 20} MiB")
    encoding = "utf-8-sig"
    for bom, name in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")):
        encoding = name if data.startswith(bom) else encoding
    if encoding != "utf-32" and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        shown = data.decode("utf-8", "backslashreplace").splitlines()
        place = Place(line=line, column=column, lines=tuple(shown))
        message = f"byte {error.start} is not valid {error.encoding}"
        hint = "save the file as UTF-8"
        raise SpecError(here, message, hint, place) from None
    return text


def parse(text: str, file: str, is_json: bool) -> Any:
    """The values of a text; every refusal names its line."""
    try:
        return _parse_json(text) if is_json else _build(_yaml_events(text))
    except Fault as fault:
        place = Place(line=fault.line, column=fault.column, lines=_lines(text))
        raise SpecError(Loc(file=file), str(fault), fault.hint, place) from None


def find(text: str, is_json: bool, path: Path) -> Place:
    """The place of the value at a path, or of the nearest value above it."""
    best = Mark((), 1, 1)
    wanted = tuple(str(token) for token in path)
    for mark in _marks(_json_events(text) if is_json else _yaml_events(text)):
        depth = len(mark.path)
        if depth > len(best.path) and wanted[:depth] == mark.path:
            best = mark
            if depth == len(wanted):
                break
    return Place(line=best.line, column=best.column, lines=_lines(text))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


# --- events: (kind, value, line, column, detail); kind is one of { } [ ] s * ---


class _Event(NamedTuple):
    kind: str
    value: Any
    line: int
    column: int
    anchor: str | None = None
    tag: str | None = None
    plain: bool = False


def _yaml_events(text: str) -> Iterator[_Event]:
    documents = 0
    try:
        parser = CParser(text)
        while True:
            event = parser.get_event()
            mark = event.start_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                plain = event.implicit[0]
                yield _Event(
                    "s", event.value, line, column, event.anchor, event.tag, plain
                )
            elif kind is yaml.MappingStartEvent:
                yield _Event("{", None, line, column, event.anchor, event.tag)
            elif kind is yaml.SequenceStartEvent:
                yield _Event("[", None, line, column, event.anchor, event.tag)
            elif kind is yaml.MappingEndEvent:
                yield _Event("}", None, line, column)
            elif kind is yaml.SequenceEndEvent:
                yield _Event("]", None, line, column)
            elif kind is yaml.AliasEvent:
                yield _Event("*", event.anchor, line, column)
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


class _Open:
    """A container under construction."""

    __slots__ = ("value", "key", "seen", "anchor", "before", "merges")

    def __init__(self, value: Any, anchor: str | None, before: int) -> None:
        self.value, self.anchor, self.before = value, anchor, before
        self.key: str | None = None
        self.seen: dict[str, int] = {}
        self.merges: list[Any] = []


class _Builder:
    """Values from events, without recursion; depth, size and sharing are counted."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0
        self.root: Any = None
        self.empty = True

    def feed(self, event: _Event) -> None:
        kind = event.kind
        if kind == "s":
            self._scalar(event)
        elif kind in "{[":
            self._open(event)
        elif kind in "}]":
            self._close(event)
        else:
            self._alias(event)

    def _count(self, event: _Event, number: int) -> None:
        self.nodes += number
        if self.nodes > MAX_NODES:
            message = f"the document has more than {MAX_NODES:,} values"
            hint = "aliases and merge keys count as often as they are used"
            raise Fault(message, event.line, event.column, hint)

    def _open(self, event: _Event) -> None:
        self._count(event, 1)
        if event.tag not in (None, "!", _CORE + ("map" if event.kind == "{" else "seq")):
            raise _bad_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} levels deep"
            raise Fault(message, event.line, event.column)
        if self._wants_key():
            message = "a key of a mapping must be text"
            raise Fault(message, event.line, event.column)
        value: Any = {} if event.kind == "{" else []
        self.stack.append(_Open(value, event.anchor, self.nodes - 1))

    def _close(self, event: _Event) -> None:
        done = self.stack.pop()
        for source in done.merges:
            self._merge(done.value, source, event)
        if done.anchor:
            self.anchors[done.anchor] = (done.value, self.nodes - done.before)
        self._put(done.value, event)

    def _merge(self, target: dict[str, Any], source: Any, event: _Event) -> None:
        for part in source if isinstance(source, list) else [source]:
            if not isinstance(part, dict):
                message = "a merge key takes mappings"
                raise Fault(message, event.line, event.column)
            self._count(event, len(part))
            for key, value in part.items():
                target.setdefault(key, value)

    def _scalar(self, event: _Event) -> None:
        self._count(event, 1)
        if self._wants_key():
            self._key(event)
            return
        value = _resolve(event)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, event)

    def _alias(self, event: _Event) -> None:
        if event.value not in self.anchors:
            message = f"the alias *{event.value} names no finished anchor above it"
            raise Fault(message, event.line, event.column)
        value, size = self.anchors[event.value]
        self._count(event, size)
        if self._wants_key():
            raise Fault("an alias cannot be a key", event.line, event.column)
        self._put(value, event)

    def _wants_key(self) -> bool:
        top = self.stack[-1] if self.stack else None
        return top is not None and isinstance(top.value, dict) and top.key is None

    def _key(self, event: _Event) -> None:
        top = self.stack[-1]
        name = event.value
        if name in top.seen:
            message = f"the key {name!r} stands twice, first in line {top.seen[name]}"
            hint = "the second would silently replace the first; rename or remove one"
            raise Fault(message, event.line, event.column, hint)
        if name != "<<" or not event.plain:
            top.seen[name] = event.line
        top.key = name if name != "<<" or not event.plain else "<<"
        if event.anchor:
            self.anchors[event.anchor] = (name, 1)

    def _put(self, value: Any, event: _Event) -> None:
        if not self.stack:
            self.root, self.empty = value, False
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
            return
        key, top.key = top.key, None
        assert key is not None
        if key == "<<" and "<<" not in top.seen:
            top.merges.append(value)
        else:
            top.value[key] = value


def _build(events: Iterator[_Event]) -> Any:
    builder = _Builder()
    for event in events:
        builder.feed(event)
    if builder.empty:
        raise Fault("the file is empty", 1, 1, "an OpenAPI document is expected")
    return builder.root


def _resolve(event: _Event) -> Any:
    """A scalar by the core schema of YAML 1.2: no dates, no yes/no, no octal 010."""
    text = event.value
    if event.tag not in (None, "!"):
        return _tagged(event)
    if not event.plain:
        return text
    return _plain(text, event)


def _plain(text: str, event: _Event) -> Any:
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


def _finite(value: float, event: _Event) -> float:
    if value in (float("inf"), float("-inf")):
        message = f"{event.value} is no number that JSON can carry"
        raise Fault(message, event.line, event.column)
    return value


def _tagged(event: _Event) -> Any:
    if not event.tag.startswith(_CORE):
        raise _bad_tag(event)
    value = _plain(event.value, event)
    wanted = event.tag[len(_CORE) :]
    if wanted == "float" and isinstance(value, int):
        return float(value)
    kinds = {"int": int, "float": float, "bool": bool, "null": type(None)}
    if wanted in kinds and not isinstance(value, kinds[wanted]):
        raise _bad_tag(event)
    return value if wanted in kinds else event.value


def _bad_tag(event: _Event) -> Fault:
    message = f"the tag {event.tag} is not accepted"
    return Fault(message, event.line, event.column, "remove the tag")


# --- JSON: the standard decoder first; its refusals are found again by tokens ---


def _parse_json(text: str) -> Any:
    if not text.strip():
        raise Fault("the file is empty", 1, 1, "an OpenAPI document is expected")
    nodes = 0

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal nodes
        nodes += len(items) + 1
        made = dict(items)
        if len(made) != len(items) or nodes > MAX_NODES:
            raise _Again
        return made

    def refuse(_: str) -> Any:
        raise _Again

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)
    except json.JSONDecodeError as error:
        message = f"this is not valid JSON: {error.msg}"
        raise Fault(message, error.lineno, error.colno) from None
    except (_Again, RecursionError, ValueError):
        # Slow and exact: the same text through the builder that knows lines.
        value = _build(_json_events(text))
    if "\\u" in text and ("\\ud" in text or "\\uD" in text):
        _build(_json_events(text))
    elif _deep(value):
        _build(_json_events(text))
    return value


class _Again(Exception):
    """The fast decoder met something that must be refused with its line."""


def _deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _json_events(text: str) -> Iterator[_Event]:
    line, start, offset = 1, 0, 0
    while offset < len(text):
        match = _JSON_TOKEN.match(text, offset)
        if not match:
            raise Fault("this is not valid JSON", line, offset - start + 1)
        token, column = match[0], offset - start + 1
        kind = token[0]
        if kind in "{}[]":
            yield _Event(kind, None, line, column)
        elif kind == '"':
            yield _Event("s", _json_string(token, line, column), line, column)
        elif not kind.isspace() and kind not in ",:":
            yield _Event("s", token, line, column, None, None, True)
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


def _marks(events: Iterator[_Event]) -> Iterator[Mark]:
    """Each value with its path; a key's place stands for its value."""
    path: list[Any] = []
    keyed: list[bool] = []
    for event in events:
        if event.kind in "}]":
            keyed.pop()
            path.pop()
            if keyed and keyed[-1]:
                path[-1] = None
            continue
        if keyed and not keyed[-1]:
            path[-1] += 1
        if keyed and keyed[-1] and path[-1] is None:
            path[-1] = event.value
            yield Mark(tuple(str(token) for token in path), event.line, event.column)
            continue
        if keyed and not keyed[-1]:
            yield Mark(tuple(str(token) for token in path), event.line, event.column)
        if event.kind in "{[":
            keyed.append(event.kind == "{")
            path.append(None if event.kind == "{" else -1)
        elif keyed and keyed[-1]:
            path[-1] = None
