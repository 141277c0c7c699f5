"""YAML 1.2 or JSON text to plain values, bounded and refused by line; and the way back to a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from math import isinf
from typing import Any, NamedTuple

from .diagnostics import Loc, Path, Place, SpecError
from .events import (
    CORE,
    MAX_BYTES,
    Event,
    Fault,
    bad_tag,
    json_events,
    resolve,
    yaml_events,
)

MAX_DEPTH = 200
MAX_NODES = 1_000_000


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
        return _parse_json(text) if is_json else _build(yaml_events(text))
    except Fault as fault:
        place = Place(line=fault.line, column=fault.column, lines=_lines(text))
        raise SpecError(Loc(file=file, path=fault.path), str(fault), fault.hint, place) from None


def find(text: str, is_json: bool, paths: Iterable[Path]) -> list[Place]:
    """The places of the values at these paths, or of the nearest values above them, in one pass."""
    wanted = [tuple(str(token) for token in path) for path in paths]
    above = {path[:length] for path in wanted for length in range(1, len(path) + 1)}
    found: dict[Path, Mark] = {(): Mark((), 1, 1)}
    for mark in _marks(json_events(text) if is_json else yaml_events(text)):
        if mark.path in above:
            found.setdefault(mark.path, mark)
            if len(found) > len(above):
                break
    lines = _lines(text)
    marks = (next(found[p] for p in _upward(path) if p in found) for path in wanted)
    return [Place(line=mark.line, column=mark.column, lines=lines) for mark in marks]


def _upward(path: Path) -> Iterator[Path]:
    return (path[:length] for length in range(len(path), -1, -1))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


# --- events: (kind, value, line, column, detail); kind is one of { } [ ] s * ---


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

    def path(self) -> Path:
        """Where the last event belongs."""
        keys = (o.key if isinstance(o.value, dict) else len(o.value) for o in self.stack)
        return tuple(key for key in keys if key is not None)

    def feed(self, event: Event) -> None:
        kind = event.kind
        if kind == "s":
            self._scalar(event)
        elif kind in "{[":
            self._open(event)
        elif kind in "}]":
            self._close(event)
        else:
            self._alias(event)

    def _count(self, event: Event, number: int) -> None:
        self.nodes += number
        if self.nodes > MAX_NODES:
            message = f"the document has more than {MAX_NODES:,} values"
            hint = "aliases and merge keys count as often as they are used"
            raise Fault(message, event.line, event.column, hint)

    def _open(self, event: Event) -> None:
        self._count(event, 1)
        if event.tag not in (None, "!", CORE + ("map" if event.kind == "{" else "seq")):
            raise bad_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} levels deep"
            raise Fault(message, event.line, event.column)
        if self._wants_key():
            message = "a key of a mapping must be text"
            raise Fault(message, event.line, event.column)
        value: Any = {} if event.kind == "{" else []
        self.stack.append(_Open(value, event.anchor, self.nodes - 1))

    def _close(self, event: Event) -> None:
        done = self.stack.pop()
        for source in done.merges:
            self._merge(done.value, source, event)
        if done.anchor:
            self.anchors[done.anchor] = (done.value, self.nodes - done.before)
        self._put(done.value, event)

    def _merge(self, target: dict[str, Any], source: Any, event: Event) -> None:
        for part in source if isinstance(source, list) else [source]:
            if not isinstance(part, dict):
                message = "a merge key takes mappings"
                raise Fault(message, event.line, event.column)
            self._count(event, len(part))
            for key, value in part.items():
                target.setdefault(key, value)

    def _scalar(self, event: Event) -> None:
        self._count(event, 1)
        if self._wants_key():
            self._key(event)
            return
        value = resolve(event)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, event)

    def _alias(self, event: Event) -> None:
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

    def _key(self, event: Event) -> None:
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

    def _put(self, value: Any, event: Event) -> None:
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


def _build(events: Iterator[Event]) -> Any:
    builder = _Builder()
    try:
        for event in events:
            builder.feed(event)
    except Fault as fault:
        fault.path = builder.path()
        raise
    if builder.empty:
        raise Fault("the file is empty", 1, 1, "an OpenAPI document is expected")
    return builder.root


# --- JSON: the standard decoder first; its refusals are found again by tokens ---


def _parse_json(text: str) -> Any:
    if not text.strip():
        raise Fault("the file is empty", 1, 1, "an OpenAPI document is expected")
    nodes = 0

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal nodes
        nodes += 2 * len(items) + 1
        made = dict(items)
        if len(made) != len(items) or nodes > MAX_NODES:
            raise _Again
        return made

    def refuse(_: str) -> Any:
        raise _Again

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=refuse, parse_float=_float)
    except json.JSONDecodeError as error:
        message = f"this is not valid JSON: {error.msg}"
        raise Fault(message, error.lineno, error.colno) from None
    except (_Again, RecursionError, ValueError):
        # Slow and exact: the same text through the builder that knows lines.
        return _build(json_events(text))
    if (
        text.count(",") >= MAX_NODES
        or "\\u" in text
        and ("\\ud" in text or "\\uD" in text)
        or _deep(value)
    ):
        _build(json_events(text))
    return value


def _float(text: str) -> float:
    value = float(text)
    if isinf(value):
        raise _Again
    return value


class _Again(Exception):
    """The fast decoder met something that must be refused with its line."""


def _deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _marks(events: Iterator[Event]) -> Iterator[Mark]:
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
