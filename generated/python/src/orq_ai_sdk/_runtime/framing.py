"""Bytes to events and to lines of JSON, whatever the pieces in which they come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

LIMIT = 8 * 1024 * 1024
_LINE_END = re.compile(rb"\r\n?|\n")
_RECORD_START = re.compile(b"\x1e")
_BOM = b"\xef\xbb\xbf"


class TooLong(ValueError):
    """A line or an event above the limit."""


class Event(NamedTuple):
    """A block of an event stream: what stood in it, the lines of `data` joined."""

    data: str | None = None
    event: str | None = None
    id: str | None = None
    retry: int | None = None


class Lines:
    """Splits bytes into lines; LF, CR and CRLF end one. What is behind the last end is kept."""

    def __init__(self, limit: int, ends: re.Pattern[bytes] = _LINE_END) -> None:
        self.limit = limit
        self.begun = bytearray()
        self._ends = ends
        self._after_cr = False
        self._is_first = True

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The lines that a piece completes.

        Raises TooLong.
        """
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
        start = 0
        for end in self._ends.finditer(chunk):
            self._add(chunk[start : end.start()])
            yield self.rest()
            start = end.end()
        self._after_cr = start > 0 and chunk.endswith(b"\r")
        self._add(chunk[start:])

    def _add(self, piece: bytes) -> None:
        self.begun += piece
        if len(self.begun) > self.limit:
            raise TooLong(f"a line is longer than {self.limit} bytes")

    def rest(self) -> bytes:
        """What came behind the last end of a line."""
        line = bytes(self.begun)
        self.begun.clear()
        if self._is_first:
            self._is_first = False
            line = line.removeprefix(_BOM)
        return line


class Events:
    """Reads server-sent events, as the HTML standard says.

    `last_id` is that of the last complete block, and of those before it where it had none;
    `retry` the wait before a new connection, if the server gave one.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.last_id = ""
        self.retry: int | None = None
        self.restart()

    def restart(self) -> None:
        """Begin anew, with another connection; what was not complete is dropped."""
        self._lines = Lines(self.limit)
        self._clear()

    def _clear(self) -> None:
        self._data: list[str] = []
        self._size = 0
        self._event: str | None = None
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The blocks that a piece completes, also those without `data`.

        Raises TooLong.
        """
        for line in self._lines.feed(chunk):
            if line:
                self._field(line)
            elif event := self._block():
                yield event

    def end(self) -> Iterator[Event]:
        """What is left at the end: a block without its empty line is dropped."""
        return iter(())

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._size += len(value) + 1
            if self._size > self.limit:
                raise TooLong(f"an event is longer than {self.limit} bytes")
            self._data.append(_text(value))
        elif name == b"event":
            self._event = _text(value)
        elif name == b"id" and b"\0" not in value:
            self._id = _text(value)
        elif name == b"retry" and value.isdigit():
            self.retry = self._retry = int(value[:15])

    def _block(self) -> Event | None:
        data = "\n".join(self._data) if self._data else None
        event = Event(data, self._event or None, self._id, self._retry)
        if self._id is not None:
            self.last_id = self._id
        self._clear()
        return None if event == Event() else event


class JsonLines:
    """Reads values of JSON, one a line; each is an event that is nothing but `data`."""

    last_id = ""
    retry: int | None = None

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.restart()

    def restart(self) -> None:
        """Begin anew."""
        self._lines = Lines(self.limit)

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The values that a piece completes.

        Raises TooLong.
        """
        for line in self._lines.feed(chunk):
            yield from _value(line)

    def end(self) -> Iterator[Event]:
        """The last value, whose line need not end."""
        return _value(self._lines.rest())


class JsonSequence(JsonLines):
    """Reads values of JSON that begin with a record separator each, and may have lines."""

    def restart(self) -> None:
        """Begin anew."""
        self._lines = Lines(self.limit, _RECORD_START)
        self._is_tried = False

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The values that a piece completes; most are complete with their first line.

        Raises TooLong.
        """
        for record in self._lines.feed(chunk):
            self._is_tried = False
            yield from _value(record)
        begun = self._lines.begun
        if not self._is_tried and b"\n" in begun:
            self._is_tried = True
            if _is_json(bytes(begun)):
                yield from _value(self._lines.rest())


def _value(text: bytes) -> Iterator[Event]:
    if text.strip():
        yield Event(_text(text))


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
