"""Answers of bytes: read at once, in pieces, or into a file."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from .sources import AsyncSource, OpenedAsync, OpenedSync, Source

if TYPE_CHECKING:
    from .response import Answer


class BinaryResponse(OpenedSync):
    """Bytes that are still to come, and the connection that brings them.

    They can be read once. Reading to the end closes the connection; so do `close` and the
    end of a `with`.
    """

    def read(self) -> bytes:
        """All of them, as long as they are not too many to hold."""
        found = bytearray()
        try:
            for chunk in self._source.chunks():
                found += chunk
                _check(self._source, len(found))
        finally:
            self.close()
        return bytes(found)

    def iter_bytes(self) -> Iterator[bytes]:
        """Piece by piece; leaving the loop closes the connection."""
        return self._source.chunks()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write them to a file, which appears only when it is complete."""
        try:
            with Saving(path) as file:
                for chunk in self._source.chunks():
                    file.write(chunk)
        finally:
            self.close()


class BinaryResponseAsync(OpenedAsync):
    """Bytes that are still to come, and the connection that brings them.

    They can be read once. Reading to the end closes the connection; so do `aclose` and the
    end of an `async with`.
    """

    async def read(self) -> bytes:
        """All of them, as long as they are not too many to hold."""
        found = bytearray()
        try:
            async for chunk in self._source.chunks_async():
                found += chunk
                _check(self._source, len(found))
        finally:
            await self.aclose()
        return bytes(found)

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """Piece by piece."""
        return self._source.chunks_async()

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write them to a file, which appears only when it is complete."""
        from asyncio import to_thread

        try:
            with Saving(path) as file:
                async for chunk in self._source.chunks_async():
                    await to_thread(file.write, chunk)
        finally:
            await self.aclose()


class Saving:
    """A file under another name until all is written; nothing is left of a failure."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.path.realpath(path)
        # What is no file, such as a pipe, cannot be put in place afterwards.
        self._is_plain = os.path.isfile(path) or not os.path.exists(path)
        self._part = self._path
        if self._is_plain:
            self._part += f".{os.urandom(4).hex()}.part"

    def __enter__(self) -> IO[bytes]:
        self._file = open(self._part, "xb" if self._is_plain else "wb")
        return self._file

    def __exit__(self, kind: object, *error: object) -> None:
        try:
            self._file.close()
            if kind is None and self._is_plain:
                os.replace(self._part, self._path)
        finally:
            if self._is_plain:
                with suppress(FileNotFoundError):
                    os.unlink(self._part)


def _check(source: Source, size: int) -> None:
    if size > source.limit:
        text = f"the body is larger than {source.limit} bytes"
        raise source.misfit(f"Response validation failed: {text}")


def binary(answer: Answer) -> BinaryResponse | BinaryResponseAsync:
    """The bytes of an answer that stays open."""
    source = answer.source
    if isinstance(source, AsyncSource):
        return BinaryResponseAsync(source)
    assert source is not None
    return BinaryResponse(source)
