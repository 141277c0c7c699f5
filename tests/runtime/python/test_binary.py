"""Answers of bytes: what is read, what is written, and what happens to the connection."""

from __future__ import annotations

import asyncio
import gzip
import os
from pathlib import Path
from typing import Any

import pytest
from harness import Server
from orq_ai_sdk import BackoffStrategy, RetryConfig
from orq_ai_sdk._config import CONFIG
from orq_ai_sdk._runtime.binary import BinaryResponse, BinaryResponseAsync
from orq_ai_sdk._runtime.client import Client
from orq_ai_sdk._runtime.errors import (
    APIConnectionError,
    APIError,
    RequestTimeoutError,
    ResponseValidationError,
)
from orq_ai_sdk._runtime.operation import BinaryReply, Operation
from orq_ai_sdk._runtime.options import CallOptions, ClientOptions
from orq_ai_sdk._runtime.transport import steps

DOWNLOAD: Operation[Any] = Operation(
    id="download",
    method="GET",
    path="/file",
    replies=(BinaryReply("200", "application/octet-stream", lambda: bytes),),
    security=(),
)
BYTES = "application/octet-stream"


def client_of(server: Server, **options: Any) -> Client:
    return Client(CONFIG, ClientOptions(server_url=server.url, **options))


def download(client: Client, **call: Any) -> BinaryResponse:
    core = client._core  # pyright: ignore[reportPrivateUsage]
    found = core.call(DOWNLOAD, {}, CallOptions(**call))
    assert isinstance(found, BinaryResponse)
    return found


async def download_async(client: Client, **call: Any) -> BinaryResponseAsync:
    core = client._core  # pyright: ignore[reportPrivateUsage]
    found = await core.call_async(DOWNLOAD, {}, CallOptions(**call))
    assert isinstance(found, BinaryResponseAsync)
    return found


def open_connections(client: Client) -> int:
    """Those that are neither closed nor idle."""
    core = client._core  # pyright: ignore[reportPrivateUsage]
    made: Any = core._made["sync"]  # pyright: ignore[reportPrivateUsage]
    pool = made._transport._pool
    return len([c for c in pool.connections if not (c.is_idle() or c.is_closed())])


def test_read_and_headers(server: Server) -> None:
    server.reply(200, b"\x00\xff", BYTES, headers={"X-A": "b"})
    with client_of(server) as client:
        with download(client) as found:
            assert (found.status_code, found.headers["x-a"]) == (200, "b")
            assert open_connections(client) == 1
            assert found.read() == b"\x00\xff"
        assert open_connections(client) == 0
        assert server.seen[0].headers["accept"] == BYTES

        async def main() -> bytes:
            async with client, await download_async(client) as other:
                return await other.read()

        assert asyncio.run(main()) == b"\x00\xff"


def test_pieces_come_as_they_are_sent(server: Server) -> None:
    server.reply(200, b"", BYTES, chunks=[(0, b"ab"), (0.1, b"cd"), (0.1, b"ef")])
    with client_of(server) as client:
        assert list(download(client).iter_bytes()) == [b"ab", b"cd", b"ef"]
        for _ in download(client).iter_bytes():
            break
        assert open_connections(client) == 0

        async def main() -> list[bytes]:
            async with client:
                return [chunk async for chunk in (await download_async(client)).iter_bytes()]

        assert asyncio.run(main()) == [b"ab", b"cd", b"ef"]


def test_a_file_is_complete_or_not_there(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    with client_of(server) as client:
        server.reply(200, b"old", BYTES)
        download(client).save(path)
        assert path.read_bytes() == b"old"
        server.script.clear()
        server.reply(200, b"new", BYTES, short=5)
        with pytest.raises(APIConnectionError):
            download(client).save(path)
        assert os.listdir(tmp_path) == ["a.bin"] and path.read_bytes() == b"old"

        async def main() -> None:
            async with client:
                with pytest.raises(APIConnectionError):
                    await (await download_async(client)).save(path)
                server.script.clear()
                server.reply(200, b"newer", BYTES)
                await (await download_async(client)).save(str(path))

        asyncio.run(main())
        assert os.listdir(tmp_path) == ["a.bin"] and path.read_bytes() == b"newer"


def test_what_is_no_file_is_written_in_place(server: Server, tmp_path: Path) -> None:
    server.reply(200, b"abc", BYTES)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with client_of(server) as client:
        download(client).save(pipe)
    assert os.read(reader, 9) == b"abc"
    os.close(reader)


def test_too_large_to_read(server: Server) -> None:
    bomb = gzip.compress(b"\0" * (CONFIG.max_response_bytes + 1), 9)
    server.reply(200, bomb, BYTES, headers={"Content-Encoding": "gzip"})
    with client_of(server) as client:
        with pytest.raises(ResponseValidationError, match="larger than"):
            download(client).read()
        assert open_connections(client) == 0
        pieces = download(client).iter_bytes()
        assert max(len(piece) for piece in pieces) <= 2**20


def test_broken_encoding(server: Server) -> None:
    server.reply(200, b"no gzip", BYTES, headers={"Content-Encoding": "gzip"})
    with client_of(server) as client, pytest.raises(ResponseValidationError):
        download(client).read()


def test_time_bounds_each_read_and_not_the_whole(server: Server) -> None:
    async def main() -> bytes:
        async with client_of(server) as client:
            return await (await download_async(client, timeout_ms=500)).read()

    server.reply(200, b"", BYTES, chunks=[(0.2, b"a")] * 4)
    with client_of(server) as client:
        assert download(client, timeout_ms=500).read() == b"aaaa"
    assert asyncio.run(main()) == b"aaaa"


def test_a_read_that_takes_too_long(server: Server) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            found = await download_async(client, timeout_ms=200)
            with pytest.raises(RequestTimeoutError):
                await found.read()

    server.reply(200, b"", BYTES, chunks=[(0, b"a"), (1, b"b")])
    with client_of(server) as client:
        with pytest.raises(RequestTimeoutError):
            download(client, timeout_ms=200).read()
        assert open_connections(client) == 0
    asyncio.run(main())


def test_an_error_is_an_error(server: Server) -> None:
    server.reply(404, {"message": "no"})
    with client_of(server) as client, pytest.raises(APIError, match="404"):
        download(client)


def test_an_answer_that_is_retried_is_closed(server: Server) -> None:
    server.reply(200, b"a" * 1000000, BYTES)
    server.reply(200, b"b", BYTES)
    backoff = BackoffStrategy(1, 1, 1, 5000, 0)
    retries = RetryConfig("backoff", backoff, status_codes_override=["200"])
    with client_of(server) as client:
        core = client._core  # pyright: ignore[reportPrivateUsage]
        flow = steps(core, DOWNLOAD, {}, CallOptions(retries))
        http: Any = core._client()  # pyright: ignore[reportPrivateUsage]
        answer = next(flow).run(http)
        assert open_connections(client) == 1
        flow.send(answer).run(http)
        assert open_connections(client) == 0
        flow.close()


def test_the_client_lives_as_long_as_its_streams(server: Server) -> None:
    server.reply(200, b"", BYTES, chunks=[(0, b"a"), (0.1, b"b")])
    assert download(client_of(server)).read() == b"ab"
