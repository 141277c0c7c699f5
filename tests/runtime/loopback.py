"""Servers on loopback that do what a script says; their control port serves both languages.

Started as a process: prints the URL of the control port and ends with its standard input.
`POST /start` with a script opens two origins and gives their URLs and an id; `GET /ID` tells
what was seen there; `DELETE /ID` closes them. The form of scripts is told in exchanges.json.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import email.utils
import functools
import gzip
import json
import os
import re
import socket
import struct
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

LONGEST = 20.0
"""Seconds that a server goes on where a script has no end."""


class Gone(Exception):
    """The client has closed the connection, or the script says to."""


class Request:
    """The head of a request, later its body."""

    def __init__(self, lines: list[str]) -> None:
        self.method, self.target, _ = lines[0].split(" ", 2)
        self.headers: dict[str, str] = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            key = name.strip().lower()
            known = self.headers.get(key)
            self.headers[key] = value.strip() if known is None else f"{known}, {value.strip()}"
        self.body = b""

    async def read(self, reader: asyncio.StreamReader) -> None:
        """Read the body."""
        if "chunked" in self.headers.get("transfer-encoding", ""):
            while size := int(await reader.readline() or b"0", 16):
                self.body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        else:
            self.body = await reader.readexactly(int(self.headers.get("content-length", 0)))


async def read_head(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection, or None at its end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        return Request(head.decode("latin-1").rstrip("\r\n").split("\r\n"))
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError):
        return None


@functools.lru_cache(maxsize=8)
def compressed(body: bytes, times: int) -> bytes:
    """The body, gzip over gzip."""
    for _ in range(times):
        body = gzip.compress(body, 6, mtime=0)
    return body


class Play:
    """Two origins that follow one script."""

    def __init__(self, script: Any) -> None:
        self.script: dict[str, list[Any]] = script if isinstance(script, dict) else {"": script}
        self.count: dict[str, int] = {}
        self.requests: list[dict[str, Any]] = []
        self.names: dict[str, str] = {}
        self.tasks: set[asyncio.Task[Any]] = set()
        self.servers: list[asyncio.Server] = []
        self.started = time.monotonic()
        self.busy = self.open = self.connections = 0

    async def start(self, listening: bool) -> None:
        """Open both origins; if not `listening`, the first is where nobody is."""
        for name in ("origin", "other"):
            serve = functools.partial(self._connection, name)
            server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=2**20)
            port = server.sockets[0].getsockname()[1]
            self.names |= {name: f"http://127.0.0.1:{port}", f"{name}Port": str(port)}
            if listening or name == "other":
                self.servers.append(server)
            else:
                server.close()

    def stop(self) -> None:
        """Close everything."""
        for server in self.servers:
            server.close()
        for task in self.tasks:
            task.cancel()

    def seen(self) -> dict[str, Any]:
        """What happened so far."""
        counts = {"busy": self.busy, "open": self.open, "connections": self.connections}
        return {"requests": self.requests, **counts}

    async def _connection(
        self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task
        self.tasks.add(task)
        self.connections += 1
        self.open += 1
        try:
            while request := await read_head(reader):
                self.busy += 1
                try:
                    await self._exchange(name, request, reader, writer)
                finally:
                    self.busy -= 1
        except (Gone, OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            self.tasks.discard(task)
            writer.transport.abort()

    async def _exchange(
        self,
        name: str,
        request: Request,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        seen = {
            "method": request.method,
            "path": request.target,
            "origin": name,
            "headers": request.headers,
            "at": (time.monotonic() - self.started) * 1000,
        }
        reply = self._reply(request.target.partition("?")[0])
        if not reply.get("quiet"):
            self.requests.append(seen)
        if reply.get("cut") == "early":
            # With a reset, as the body is still unread.
            linger = struct.pack("ii", 1, 0)
            sock: socket.socket = writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            raise Gone
        await request.read(reader)
        try:
            seen["body"] = request.body.decode()
        except UnicodeDecodeError:
            seen["base64"] = base64.b64encode(request.body).decode()
        await Answer(self, reply, request, reader, writer).send()

    def _reply(self, path: str) -> Any:
        key = path if path in self.script else ""
        replies = self.script.get(key) or [{"status": 404}]
        index = self.count.get(key, 0)
        self.count[key] = index + 1
        return replies[min(index, len(replies) - 1)]

    def text(self, value: Any) -> str:
        """A text of the script with its names filled in."""
        text = str(value)
        for name, url in self.names.items():
            text = text.replace("{" + name + "}", url)

        def date(match: re.Match[str]) -> str:
            return email.utils.formatdate(time.time() + float(match[1]), usegmt=True)

        return re.sub(r"\{date([+-]\d+)\}", date, text)


class Answer:
    """One reply of a script on its way."""

    def __init__(
        self,
        play: Play,
        reply: Any,
        request: Request,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.play, self.reply, self.request = play, reply, request
        self.reader, self.writer = reader, writer

    async def send(self) -> None:
        """Do what the reply says."""
        reply = self.reply
        await self._sleep(reply.get("wait", 0) / 1000)
        await self._stop_at("start")
        chunks = reply.get("chunks")
        body = b"" if chunks else self._body()
        head = self._head(len(body))
        for place in ("cut", "hang"):
            if reply.get(place) == "head":
                await self._write(head[: len(head) // 2])
                await self._stop_at("head")
        endless = reply.get("endless", {})
        if "head" in endless:
            await self._write(head[:-2])
            await self._endless(endless["head"].encode())
        await self._write(head)
        if "body" in endless:
            await self._endless(endless["body"].encode())
        if chunks:
            await self._chunks(chunks)
        elif self.request.method != "HEAD":
            await self._rest(body)
        if reply.get("headers", {}).get("connection") == "close":
            raise Gone

    async def _rest(self, body: bytes) -> None:
        for place in ("cut", "hang"):
            length = self.reply.get(place)
            if isinstance(length, int):
                await self._write(body[:length])
                await self._stop_at(length)
        await self._write(body)

    async def _stop_at(self, place: str | int) -> None:
        if self.reply.get("cut") == place:
            await self.writer.drain()
            self.writer.close()
            raise Gone
        if self.reply.get("hang") == place:
            await self._sleep(LONGEST)
            raise Gone

    def _body(self) -> bytes:
        reply = self.reply
        if "json" in reply:
            body = self.play.text(json.dumps(reply["json"])).encode()
        elif "base64" in reply:
            body = base64.b64decode(reply["base64"])
        elif "repeat" in reply:
            text, times = reply["repeat"]
            body = text.encode() * times
        else:
            text = self.play.text(reply.get("text", ""))
            body = (self._missing(text) if reply.get("resume") else text).encode()
        return compressed(body, reply["gzip"]) if "gzip" in reply else body

    def _missing(self, events: str) -> str:
        """The events behind the one that the client has seen last."""
        last = self.request.headers.get("last-event-id", "").encode("latin-1").decode()
        blocks = events.replace("\r\n", "\n").split("\n\n")
        ids = [index for index, block in enumerate(blocks) if f"id: {last}" in block.split("\n")]
        return "\n\n".join(blocks[ids[0] + 1 :] if ids else blocks)

    def _head(self, length: int) -> bytes:
        reply = self.reply
        status = reply.get("status", 200)
        headers: dict[str, Any] = {}
        if "json" in reply:
            headers["content-type"] = "application/json"
        elif "text" in reply or "chunks" in reply:
            headers["content-type"] = "text/plain"
        if "chunks" in reply:
            headers["transfer-encoding"] = "chunked"
        elif "body" not in reply.get("endless", {}) and status not in (204, 304):
            headers["content-length"] = length
        headers |= reply.get("headers", {})
        lines = [f"HTTP/1.1 {status} X"]
        for name, value in headers.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    lines.append(f"{name}: {self.play.text(one)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    async def _chunks(self, chunks: list[Any]) -> None:
        for chunk in chunks:
            if isinstance(chunk, int):
                await self._sleep(chunk / 1000)
            elif chunk == "cut":
                await self.writer.drain()
                self.writer.close()
                raise Gone
            else:
                data = self.play.text(chunk).encode()
                await self._write(b"%x\r\n%s\r\n" % (len(data), data))
        await self._write(b"0\r\n\r\n")

    async def _write(self, data: bytes) -> None:
        pause = self.reply.get("trickle")
        if pause is None:
            self.writer.write(data)
            await self.writer.drain()
            return
        for index in range(len(data)):
            self.writer.write(data[index : index + 1])
            await self._sleep(pause / 1000)

    async def _endless(self, data: bytes) -> None:
        end = time.monotonic() + LONGEST
        data *= max(1, 4096 // len(data))
        while time.monotonic() < end:
            self.writer.write(data)
            await self.writer.drain()
            await asyncio.sleep(0)
        raise Gone

    async def _sleep(self, seconds: float) -> None:
        """Wait, as long as the client does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            await asyncio.sleep(min(left, 0.01))
            if self.reader.at_eof() or self.reader.exception():
                raise Gone


class Control:
    """The control port."""

    def __init__(self) -> None:
        self.plays: dict[str, Play] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one driver."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while request := await read_head(reader):
                await request.read(reader)
                data = json.dumps(await self._do(request)).encode()
                head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(data)}"
                writer.write(f"{head}\r\n\r\n".encode() + data)
                await writer.drain()
        writer.close()

    async def _do(self, request: Request) -> Any:
        name = request.target[1:]
        if request.method == "POST":
            script = json.loads(request.body)
            play = Play(script or [])
            await play.start(script is not None)
            self.plays[str(len(self.plays))] = play
            return {"id": str(len(self.plays) - 1), **play.names}
        play = self.plays[name]
        if request.method == "DELETE":
            play.stop()
        return play.seen()


async def main(until: Callable[[], Awaitable[Any]]) -> None:
    """Serve until told to end."""
    server = await asyncio.start_server(Control().serve, "127.0.0.1", 0, limit=2**24)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await until()
    os._exit(0)  # whatever is still going on


async def _end_of_input() -> None:
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(_end_of_input))
