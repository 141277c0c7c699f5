"""Request bodies that hold files: streamed, and sent again where that is possible."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeGuard

from .encoding import clean, is_dict, is_list, json_text, text
from .errors import RequestValidationError
from .operation import Encoding

if TYPE_CHECKING:
    from typing import BinaryIO

_CHUNK = 64 * 1024
_RECORD = ("file_name", "content", "content_type")


def _is_path(value: object) -> TypeGuard[os.PathLike[str]]:
    return isinstance(value, os.PathLike)


def _is_chunks(value: object) -> TypeGuard[Iterator[bytes]]:
    return hasattr(value, "__next__") and not hasattr(value, "read")


def _is_async(value: object) -> TypeGuard[AsyncIterator[bytes]]:
    return hasattr(value, "__anext__")


def is_content(value: Any) -> bool:
    """Whether the value is a file's content: bytes, a path or something to read."""
    in_memory = isinstance(value, (bytes, bytearray, memoryview))
    is_read = hasattr(value, "read") or _is_chunks(value) or _is_async(value)
    return in_memory or _is_path(value) or is_read


class File:
    """A file to send: content, name, type; its length if that can be known."""

    def __init__(self, value: Any, field: str, content_type: str | None) -> None:
        record = _record(value)
        content = record["content"]
        if not is_content(content):
            raise RequestValidationError(f"{field}: not a file")
        if isinstance(content, io.TextIOBase):
            raise RequestValidationError(f"{field}: open the file in binary mode")
        self.field = field
        self.content = content
        self.name = str(record.get("file_name") or _own_name(content) or field)
        kind = record.get("content_type") or content_type or _guess(self.name)
        self.content_type = str(kind)
        self.length: int | None = None
        self.seekable = True
        self._measure()

    def _measure(self) -> None:
        content = self.content
        if isinstance(content, (bytes, bytearray, memoryview)):
            self.content = bytes(content)
            self.length = len(self.content)
        elif _is_path(content):
            try:
                self.length = os.stat(content).st_size
            except OSError as error:
                message = f"{self.field}: {error.strerror}"
                raise RequestValidationError(message) from error
        else:
            try:
                self.start = content.tell()
                self.length = content.seek(0, os.SEEK_END) - self.start
                content.seek(self.start)
            except (AttributeError, OSError):
                self.seekable = False

    def chunks(self) -> Iterator[bytes]:
        """The content from its beginning."""
        if isinstance(self.content, bytes):
            yield self.content
        elif _is_path(self.content):
            with open(self.content, "rb") as file:
                yield from _read(file)
        elif _is_chunks(self.content):
            yield from self.content
        elif _is_async(self.content):
            message = f"{self.field}: an async stream needs the async method"
            raise RequestValidationError(message)
        else:
            if self.seekable:
                self.content.seek(self.start)
            yield from _read(self.content)

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """The same for the async client, which may have an async stream."""
        if _is_async(self.content):
            async for chunk in self.content:
                yield chunk
        else:
            for chunk in self.chunks():
                yield chunk


def _read(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _record(value: Any) -> Mapping[str, Any]:
    if is_dict(value):
        return value
    if is_content(value) or not hasattr(value, "content"):
        return {"content": value}
    return {name: getattr(value, name, None) for name in _RECORD}


def _own_name(content: Any) -> str | None:
    name: Any = getattr(
        content, "name", ""
    )  # a path has one, too; a pipe's is a number
    return os.path.basename(name) if isinstance(name, str) else None


def _guess(name: str) -> str:
    from mimetypes import guess_type

    return guess_type(name)[0] or "application/octet-stream"


class Content:
    """A request body as pieces, of which every try reads them anew."""

    def __init__(self, media_type: str, pieces: list[bytes | File]) -> None:
        self.media_type = media_type
        self.pieces = pieces
        files = [piece for piece in pieces if isinstance(piece, File)]
        self.replayable = all(file.seekable for file in files)
        lengths = [p.length if isinstance(p, File) else len(p) for p in pieces]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the body."""
        for piece in self.pieces:
            if isinstance(piece, File):
                yield from piece.chunks()
            else:
                yield piece

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """The bytes of the body, for the async client."""
        for piece in self.pieces:
            if isinstance(piece, File):
                async for chunk in piece.chunks_async():
                    yield chunk
            else:
                yield piece


def raw_content(media_type: str, value: Any, arg: str) -> Content:
    """A body of text or bytes, as it is given."""
    if isinstance(value, str):
        return Content(media_type, [value.encode()])
    return Content(media_type, [File(value, arg, media_type)])


def multipart_content(
    fields: Mapping[str, Any],
    encoding: Mapping[str, Encoding],
    media_type: str = "multipart/form-data",
) -> Content:
    """A form in parts; None is left out."""
    boundary = os.urandom(16).hex()
    pieces: list[bytes | File] = []
    for name, value in fields.items():
        rule = encoding.get(name)
        for item in _items(value, rule):
            pieces += _part(boundary, name, item, _declared(rule))
    pieces.append(f"--{boundary}--\r\n".encode())
    return Content(f"{media_type}; boundary={boundary}", _merge(pieces))


def _declared(rule: Encoding | None) -> str | None:
    """The type that a part has; of several, or of a range, the file knows better."""
    kind = rule.content_type if rule else None
    return None if kind and ("*" in kind or "," in kind) else kind


def _items(value: Any, rule: Encoding | None) -> list[Any]:
    if value is None:
        return []
    whole = rule is not None and rule.explode is False
    if is_list(value) and (not whole or holds_files(value)):
        return value
    return [value]


def holds_files(value: Any) -> bool:
    """Whether the value is a file or an array of files."""
    if is_list(value) and value:
        return all(map(_is_file, value))
    return _is_file(value)


def _is_file(value: Any) -> bool:
    return is_content(_record(value).get("content"))


def _part(
    boundary: str, name: str, value: Any, content_type: str | None
) -> list[bytes | File]:
    head = f"--{boundary}\r\nContent-Disposition: form-data; name={_quoted(name, name)}"
    if _is_file(value):
        file = File(value, name, content_type)
        kind = clean(file.content_type, name)
        filename = _quoted(file.name, name)
        head += f"; filename={filename}\r\nContent-Type: {kind}\r\n\r\n"
        return [head.encode(), file, b"\r\n"]
    if is_dict(value) or is_list(value) or content_type == "application/json":
        body = json_text(value)
        content_type = content_type or "application/json"
    else:
        body = text(value)
    if content_type:
        head += f"\r\nContent-Type: {clean(content_type, name)}"
    return [f"{head}\r\n\r\n{body}\r\n".encode()]


def _quoted(value: str, field: str) -> str:
    return '"' + clean(value, field).replace('"', "%22") + '"'


def _merge(pieces: list[bytes | File]) -> list[bytes | File]:
    """Neighbouring bytes as one, files that are in memory among them."""
    merged: list[bytes | File] = []
    for piece in pieces:
        data = piece.content if isinstance(piece, File) else piece
        if isinstance(data, bytes) and merged and isinstance(merged[-1], bytes):
            merged[-1] += data
        else:
            merged.append(data if isinstance(data, bytes) else piece)
    return merged
