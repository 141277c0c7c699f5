"""Puts the sample package together with the runtime, and scripts a server on loopback."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
RUNTIME = HERE.parents[2] / "templates" / "python" / "runtime"
CASES = json.loads((HERE.parent / "cases.json").read_text("utf-8"))

_folder = tempfile.TemporaryDirectory()
PACKAGES = Path(_folder.name)
_skip = shutil.ignore_patterns("__pycache__")
shutil.copytree(HERE / "sample", PACKAGES, dirs_exist_ok=True, ignore=_skip)
shutil.copytree(RUNTIME, PACKAGES / "orq_ai_sdk" / "_runtime", ignore=_skip)
sys.path.insert(0, str(PACKAGES))


class Seen:
    """A request as the server saw it."""

    def __init__(self, method: str, path: str, headers: Any, body: bytes) -> None:
        self.method, self.path, self.body = method, path, body
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.at = time.monotonic()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def parts(self) -> list[dict[str, Any]]:
        return parse_multipart(self.headers["content-type"], self.body)


def parse_multipart(content_type: str, body: bytes) -> list[dict[str, Any]]:
    """The parts of a form, by hand, so that not the code under test reads itself."""
    boundary = content_type.split("boundary=")[1].encode()
    pieces = body.split(b"--" + boundary)
    assert pieces[0] == b"" and pieces[-1] == b"--\r\n"
    parts = []
    for piece in pieces[1:-1]:
        head, _, content = piece.partition(b"\r\n\r\n")
        assert head.startswith(b"\r\n") and content.endswith(b"\r\n")
        lines = head.decode().strip().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        disposition = headers.pop("Content-Disposition")
        part: dict[str, Any] = {"body": content[:-2]}
        fields = disposition.split("; ")
        assert fields[0] == "form-data"
        for field in fields[1:]:
            name, _, value = field.partition("=")
            part[name] = value[1:-1]
        if "Content-Type" in headers:
            part["contentType"] = headers.pop("Content-Type")
        assert not headers
        parts.append(part)
    return parts


class Server:
    """Answers with what was queued; the last answer is repeated."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.script: list[Any] = []
        self.answerer: Callable[[Seen], tuple[int, Any]] | None = None
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *args: Any) -> None:
                pass

            def handle_one_request(self) -> None:
                try:
                    super().handle_one_request()
                except (ConnectionError, TimeoutError):
                    self.close_connection = True

            def answer(self) -> None:
                outer.take(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer
            do_QUERY = do_COPY = do_copy = answer

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def reply(
        self,
        status: int = 200,
        body: Any = b"",
        content_type: str | None = "application/json",
        **options: Any,
    ) -> None:
        """Queue an answer; options: headers, wait (s), chunks [(wait, bytes)], cut, short."""
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        headers = dict(options.pop("headers", {}))
        if content_type is not None:
            headers["Content-Type"] = content_type
        self.script.append((status, headers, body, options))

    def answer_with(self, answerer: Callable[[Seen], tuple[int, Any]] | None) -> None:
        """Have answers made by a function from now on, instead of queued ones."""
        self.answerer = answerer

    def take(self, handler: Any) -> None:
        size = handler.headers.get("content-length")
        if size is not None:
            body = handler.rfile.read(int(size))
        elif handler.headers.get("transfer-encoding") == "chunked":
            body = b""
            while length := int(handler.rfile.readline(), 16):
                body += handler.rfile.read(length)
                handler.rfile.readline()
            handler.rfile.readline()
        else:
            body = b""
        seen = Seen(handler.command, handler.path, handler.headers, body)
        self.seen.append(seen)
        script = self.script
        if self.answerer:
            status, found = self.answerer(seen)
            body = found if isinstance(found, bytes) else json.dumps(found).encode()
            headers, options = {"Content-Type": "application/json"}, {}
        else:
            status, headers, body, options = script.pop(0) if script[1:] else script[0]
        if options.get("cut"):
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        time.sleep(options.get("wait", 0))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        chunks = options.get("chunks")
        if chunks is None:
            if status != 204:
                missing = options.get("short", 0)
                handler.close_connection = handler.close_connection or bool(missing)
                handler.send_header("Content-Length", str(len(body) + missing))
            handler.end_headers()
            handler.wfile.write(body)
            return
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for wait, chunk in chunks:
            time.sleep(wait)
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            handler.wfile.flush()
        handler.wfile.write(b"0\r\n\r\n")

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture(scope="session")
def _server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def server(_server: Server) -> Server:
    _server.seen.clear()
    _server.script.clear()
    return _server


@pytest.fixture
def orq(server: Server) -> Iterator[Any]:
    from orq_ai_sdk import Orq

    with Orq(api_key="secret-token", server_url=server.url) as client:
        yield client


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ORQ_API_KEY", "ORQ_DEBUG"):
        monkeypatch.delenv(name, raising=False)
