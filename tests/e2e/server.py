"""A server on loopback that plays scripts of replies and keeps what it was sent.

Each script has an address of its own, `<origin>/case/<id>`, to be used as server URL.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from .forms import Part, parse_form

Reply = Mapping[str, Any]
"""status, headers; json, text or raw (instead of a whole answer); and what goes wrong:

delay_ms (before the answer), trickle_ms (between the bytes of the body), silent (no answer
until the client leaves), drop: "request" (its body is not read), "reply" (nothing is
answered) or "body" (the half of it is). A header "@now+2" is the date in two seconds.
"""
_OVER = {"status": 599, "text": "the script of this case is over"}
_PATIENCE = 20.0


@dataclass
class Request:
    """A request as it arrived; times are monotonic seconds."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    began: float
    answered: float = 0.0
    left: bool = False
    """The client closed the connection while it had no answer."""

    @property
    def parts(self) -> list[Part]:
        """The parts of a multipart body. Raises BadForm."""
        return parse_form(self.headers["content-type"], self.body)


@dataclass
class Script:
    """Replies to give, requests that came."""

    url: str
    replies: deque[Reply]
    requests: list[Request] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are written one after the other
    server: _Http

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def do_POST(self) -> None:
        began = time.monotonic()
        url = urlsplit(self.path)
        _, case, key, *rest = [*url.path.split("/", 3), "", ""]
        script = self.server.scripts.get(key) if case == "case" else None
        if script is None:
            self.close_connection = True
            return self.send_error(404)
        reply = script.replies.popleft() if script.replies else _OVER
        # An answer to a request that was not read would come before its body was sent.
        body = b"" if reply.get("drop") == "request" else self._body()
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, f"/{rest[0]}", url.query, headers, body, began)
        script.requests.append(request)
        self._play(reply, request)
        return None

    do_GET = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_POST

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", "0")))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _play(self, reply: Reply, request: Request) -> None:
        if reply.get("silent") or reply.get("delay_ms"):
            seconds = _PATIENCE if reply.get("silent") else reply["delay_ms"] / 1000
            if self._client_left(seconds):
                request.left = True
                self.close_connection = True
                return
        drop = reply.get("drop")
        if drop in ("request", "reply"):
            self._reset()
        elif "raw" in reply:
            self.close_connection = True
            self.wfile.write(reply["raw"].encode())
        else:
            self._answer(reply, drop == "body")
        request.answered = time.monotonic()

    def _answer(self, reply: Reply, half: bool) -> None:
        json_body = "json" in reply
        body = (json.dumps(reply["json"]) if json_body else reply.get("text", "")).encode()
        headers = {"Content-Type": "application/json"} if json_body else {}
        headers |= reply.get("headers", {})
        self.send_response(reply.get("status", 200))
        for name, value in headers.items():
            self.send_header(name, _date(value))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if half:
            self.wfile.write(body[: len(body) // 2])
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        step = 1 if "trickle_ms" in reply else len(body) or 1
        for at in range(0, len(body), step):
            time.sleep(reply.get("trickle_ms", 0) / 1000)
            self.wfile.write(body[at : at + step])
            self.wfile.flush()

    def _client_left(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.server.over.is_set():
            left = max(0.0, min(0.05, end - time.monotonic()))
            if select.select([self.connection], [], [], left)[0]:
                try:
                    return not self.connection.recv(1, socket.MSG_PEEK)
                except ConnectionError:
                    return True
        return False

    def _reset(self) -> None:
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()


def _date(value: str) -> str:
    if not value.startswith("@now+"):
        return value
    return formatdate(time.time() + float(value.removeprefix("@now+")), usegmt=True)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.scripts: dict[str, Script] = {}
        self.over = threading.Event()

    def shutdown_request(self, request: Any) -> None:
        with suppress(OSError):  # it may have been reset on purpose
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that leave in the middle are part of the play."""


class Server:
    """The server and its scripts."""

    def __init__(self, http: _Http, refused: int) -> None:
        self._http = http
        self.origin = f"http://127.0.0.1:{http.server_port}"
        self.refused = f"http://127.0.0.1:{refused}"
        """Nobody listens there."""

    def url(self, key: str) -> str:
        """The server URL of a script."""
        return f"{self.origin}/case/{key}"

    def play(self, key: str, *replies: Reply) -> Script:
        """Set the replies to give at an address; afterwards the status is 599."""
        script = Script(self.url(key), deque(replies))
        self._http.scripts[key] = script
        return script


@contextmanager
def serving() -> Iterator[Server]:
    """A running server, and a port that is taken but refuses connections."""
    http = _Http()
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield Server(http, unused.getsockname()[1])
    http.over.set()
    http.shutdown()
    http.server_close()
    thread.join()
