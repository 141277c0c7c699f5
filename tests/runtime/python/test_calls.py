"""Whole calls against a server on loopback: what is sent, what comes back, errors."""

from __future__ import annotations

import asyncio
import copy
import datetime
import gc
import gzip
import io
import logging
import pathlib
import pickle
import socket
import time
import traceback
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from harness import Server, parse_multipart
from orq_ai_sdk import UNSET, BackoffStrategy, Orq, RetryConfig
from orq_ai_sdk import models as m
from orq_ai_sdk._config import CONFIG
from orq_ai_sdk._runtime.client import Client
from orq_ai_sdk._runtime.encoding import header_text, query_text
from orq_ai_sdk._runtime.errors import APIConnectionError, RequestTimeoutError
from orq_ai_sdk._runtime.exchange import Deadline
from orq_ai_sdk._runtime.models import File
from orq_ai_sdk._runtime.multipart import holds_files, multipart_content
from orq_ai_sdk._runtime.network import Backend, bound
from orq_ai_sdk._runtime.operation import (
    Body,
    Configuration,
    Operation,
    Param,
    Reply,
    Scheme,
)
from orq_ai_sdk._runtime.options import CallOptions, ClientOptions, Timeout
from orq_ai_sdk._runtime.retry import Retries
from orq_ai_sdk._runtime.security import signing
from orq_ai_sdk._runtime.transport import drive

IMAGE = {"created": 1, "data": [{"url": "u"}]}
CONTACT = {"_id": "1", "displayName": "Ann"}


def fast(**options: Any) -> RetryConfig:
    return RetryConfig("backoff", BackoffStrategy(1, 5, 1, 5000, 0), **options)


# What is sent


def test_json_call(server: Server, orq: Orq) -> None:
    server.reply(200, CONTACT)
    contact = orq.contacts.create(external_id="é", score=2, display_name=None)
    assert isinstance(contact, m.PublicContact)
    assert (contact.id, contact.display_name) == ("1", "Ann")
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/v2/contacts")
    assert seen.body == '{"external_id":"é","display_name":null,"score":2}'.encode()
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["accept"] == "application/json"
    assert seen.headers["authorization"] == "Bearer secret-token"
    assert seen.headers["user-agent"] == "sdkloom/python 4.2.6 orq-ai-sdk"
    assert seen.headers["content-length"] == str(len(seen.body))


def test_parameters_and_headers(server: Server, orq: Orq) -> None:
    server.reply(200, {"name": "f"})
    orq.files.get(file_id="a/b", tags=["x", "y z"], http_headers={"Accept": "a/b"})
    orq.files.get(file_id="1", trace=None, http_headers={"X-A": "é"})
    first, second = server.seen
    assert first.path == "/v2/files/a%2Fb?tags=x&tags=y%20z"
    assert first.headers["accept"] == "a/b" and "x-trace" not in first.headers
    assert second.path == "/v2/files/1"
    assert (second.headers["x-trace"], second.headers["x-a"]) == ("", "é")


def test_multipart(server: Server, orq: Orq) -> None:
    server.reply(200, IMAGE)
    made = orq.router.images.variations.create(
        model="Altima",
        image=b"PNG",
        n=2,
        response_format="url",
        retry={"count": 2, "on_codes": [429]},
        load_balancer={"type": "weight_based", "weight": 0.5},
        identity={"id": "1", "team": {"name": "t"}},
    )
    assert made.data[0].url == "u" and made.created == 1
    parts = {part.pop("name"): part for part in server.seen[0].parts}
    json = "application/json"
    assert parts == {
        "model": {"body": b"Altima"},
        "image": {
            "filename": "image",
            "contentType": "application/octet-stream",
            "body": b"PNG",
        },
        "n": {"body": b"2"},
        "response_format": {"body": b"url"},
        "retry": {"contentType": json, "body": b'{"count":2,"onCodes":[429]}'},
        "load_balancer": {
            "contentType": json,
            "body": b'{"type":"weight_based","weight":0.5}',
        },
        "identity": {"contentType": json, "body": b'{"_id":"1","team":{"name":"t"}}'},
    }


class Pipe(io.RawIOBase):
    """A stream that cannot be read twice."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self.data.read(size)


async def chunks_async(data: bytes) -> AsyncIterator[bytes]:
    yield data[:1000]
    yield data[1000:]


KINDS = ["bytes", "path", "file", "record", "memory", "pipe", "chunks", "async"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_upload(server: Server, orq: Orq, tmp_path: pathlib.Path, kind: str, mode: str) -> None:
    data = bytes(range(256)) * 1000
    path = tmp_path / "a.png"
    path.write_bytes(b"skip" + data if kind == "file" else data)
    opened = path.open("rb")
    opened.seek(4 if kind == "file" else 0)
    values: dict[str, Any] = {
        "bytes": data,
        "path": path,
        "file": opened,
        "record": {"file_name": "b.txt", "content": opened, "content_type": "x/y"},
        "memory": io.BytesIO(data),
        "pipe": Pipe(data),
        "chunks": iter([data[:1000], data[1000:]]),
        "async": chunks_async(data),
    }
    once = ("pipe", "chunks", "async")
    names = {"path": "a.png", "file": "a.png", "record": "b.txt"}
    types = {"path": "image/png", "file": "image/png", "record": "x/y"}
    server.reply(500)
    server.reply(200, {"name": "f"})
    retries = fast()
    tries = 2
    if kind in once:
        server.script.pop(0)
        tries = 1
    if mode == "sync" and kind == "async":
        with pytest.raises(m.RequestValidationError, match="file: an async stream"):
            orq.files.upload(file=values[kind], retries=retries)
        return
    if mode == "sync":
        orq.files.upload(file=values[kind], retries=retries)
    else:
        asyncio.run(orq.files.upload_async(file=values[kind], retries=retries))
    assert len(server.seen) == tries
    for seen in server.seen:
        (part,) = seen.parts
        assert part["body"] == data
        assert part["filename"] == names.get(kind, "file")
        assert part["contentType"] == types.get(kind, "application/octet-stream")
        assert ("content-length" in seen.headers) == (kind not in once)
    opened.close()


def test_a_stream_is_never_sent_twice(server: Server, orq: Orq) -> None:
    server.reply(503)
    with pytest.raises(m.APIError):
        orq.files.upload(file=Pipe(b"x"), retries=fast())  # type: ignore[arg-type]
    assert len(server.seen) == 1


def test_large_files_are_not_read_into_memory(server: Server, orq: Orq) -> None:
    sizes: list[int] = []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            sizes.append(-1 if size is None else size)
            return super().read(size)

    server.reply(200, {"name": "f"})
    orq.files.upload(file=Watched(b"x" * 300_000))
    assert min(sizes) > 0 and max(sizes) <= 65536


def test_errors_of_the_caller_come_through(server: Server, orq: Orq) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError("disk")

    server.reply(200, {"name": "f"})
    with pytest.raises(OSError, match="disk"):
        orq.files.upload(file=Broken())  # type: ignore[arg-type]


def test_files_that_cannot_be_sent(orq: Orq, tmp_path: pathlib.Path) -> None:
    with pytest.raises(m.RequestValidationError, match="file: No such file"):
        orq.files.upload(file=tmp_path / "missing")
    text: Any = io.StringIO("x")
    with pytest.raises(m.RequestValidationError, match="file: open .* binary"):
        orq.files.upload(file=text)


def test_other_bodies(server: Server, orq: Orq) -> None:
    server.reply(200, b"found", "text/plain; charset=utf-8")
    assert orq.contacts.search(q="a b", ids=[1, 2]) == "found"
    assert orq.contacts.search() == "found"
    first, second = server.seen
    assert first.body == b"q=a%20b&ids=1&ids=2"
    assert first.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in first.headers
    assert second.body == b"" and "content-type" not in second.headers
    server.script.clear()
    server.reply(200, b"\xff\x00", "application/octet-stream")
    assert orq.contacts.note(request="é") == b"\xff\x00"
    assert orq.contacts.note(request=b"\x00") == b"\xff\x00"
    assert [seen.body for seen in server.seen[2:]] == ["é".encode(), b"\x00"]
    assert server.seen[2].headers["content-type"] == "text/plain"


def test_recursive_union_both_ways(server: Server, orq: Orq) -> None:
    tree: Any = [{"kind": "branch", "children": [{"kind": "leaf", "value": 1}]}]
    server.reply(200, tree)
    (branch,) = orq.contacts.tree(request=tree)
    assert server.seen[0].json == tree
    assert isinstance(branch, m.Branch) and isinstance(branch.children[0], m.Leaf)


def test_a_file_model_and_a_list_of_files() -> None:
    fields = {
        "one": File(file_name="a.txt", content=b"1"),
        "two": [File(content=b"2"), {"content": b"3", "file_name": "c"}],
        "none": [],
    }
    adapter = Body("multipart/form-data").adapter
    form = adapter.to_fields(fields, "x", holds_files)
    content = multipart_content(form, {})
    body = b"".join(content.chunks())
    parts = parse_multipart(content.media_type, body)
    named = [(part["name"], part.get("filename"), part["body"]) for part in parts]
    assert sorted(named, key=str) == [
        ("one", "a.txt", b"1"),
        ("two", "c", b"3"),
        ("two", "two", b"2"),
    ]


def test_typed_parameters() -> None:
    param = Param("p", "query", "p", "deepObject", True, type=lambda: m.CreateImageVariationRetry)
    value = m.CreateImageVariationRetry(count=1, on_codes=[429])
    expected = "p%5Bcount%5D=1&p%5BonCodes%5D=429"
    assert query_text(param, value) == expected
    assert query_text(param, {"count": 1, "on_codes": [429]}) == expected
    with pytest.raises(m.RequestValidationError, match=r"p: \$\.count"):
        query_text(param, {"count": "x"})
    moment = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)
    plain = Param("d", "header", "d")
    assert header_text(plain, moment) == "2020-01-02T00:00:00Z"


def test_basic_credentials() -> None:
    schemes = {"b": Scheme("http", scheme="basic")}
    pair = lambda: ("u", "p:q")  # noqa: E731
    config = Configuration("n", "1", "1", "u", (), schemes, (("b",),))
    for credential in ("u:p:q", ("u", "p:q"), pair):
        options = ClientOptions({"b": credential})
        flow = signing(
            config,
            options,
            config.security,
            {},
            "https://h.example",
            1,
            Retries(None, (), "GET", False),
        )
        signed = drive(flow, httpx2.Client())
        assert signed.headers == {"authorization": "Basic dTpwOnE="}


def test_parameters_beside_the_fields_of_a_body(server: Server, orq: Orq) -> None:
    operation: Operation[str] = Operation(
        id="x",
        method="PATCH",
        path="/x/{id}",
        params=(Param("x_id", "path", "id"), Param("q", "query", "q", "form", True)),
        body=Body("application/json"),
        replies=(Reply("200", "text/plain", None),),
    )
    server.reply(200, b"ok", "text/plain")
    core = orq._core  # pyright: ignore[reportPrivateUsage]
    arguments = {"x_id": "1", "q": "2", "a": 3, "b": UNSET}
    assert core.call(operation, arguments, CallOptions()) == "ok"
    (seen,) = server.seen
    operation.replies = (Reply("200", "application/xml", lambda: str),)
    server.script.clear()
    server.reply(200, b"<a/>", "application/xml")
    assert core.call(operation, arguments, CallOptions()) == "<a/>"
    assert (seen.method, seen.path, seen.json) == ("PATCH", "/x/1?q=2", {"a": 3})


@pytest.mark.parametrize("method", ["QUERY", "COPY", "copy"])
def test_any_method_is_sent_as_it_is(server: Server, orq: Orq, method: str) -> None:
    operation: Operation[str] = Operation(
        id="x",
        method=method,
        path="/x",
        body=Body("application/json"),
        replies=(Reply("200", "text/plain", None),),
    )
    server.reply(200, b"ok", "text/plain")
    core = orq._core  # pyright: ignore[reportPrivateUsage]
    assert core.call(operation, {"a": 1}, CallOptions()) == "ok"
    assert (server.seen[0].method, server.seen[0].json) == (method, {"a": 1})


def test_no_content(server: Server, orq: Orq) -> None:
    server.reply(204, content_type=None)
    orq.files.delete(file_id="1")
    assert server.seen[0].method == "DELETE"


def test_text_charset(server: Server, orq: Orq) -> None:
    server.reply(200, "é".encode("latin-1"), "text/plain; charset=latin-1")
    assert orq.contacts.search() == "é"
    server.script.clear()
    server.reply(200, "é".encode(), "text/plain; charset=nonsense")
    assert orq.contacts.search() == "é"


@pytest.mark.parametrize("bad", ["..", "", "."])
def test_refused_before_sending(server: Server, orq: Orq, bad: str) -> None:
    with pytest.raises(m.RequestValidationError, match="file_id"):
        orq.files.get(file_id=bad)
    with pytest.raises(m.RequestValidationError, match="X-A"):
        orq.files.get(file_id="1", http_headers={"X-A": "a\nb"})
    with pytest.raises(m.RequestValidationError, match="file_id: cannot be sent"):
        orq.files.get(file_id="\ud800")
    with pytest.raises(m.RequestValidationError, match="tags: cannot be sent"):
        orq.files.get(file_id="1", tags=["\ud800"])
    with pytest.raises(m.RequestValidationError, match="createContact: cannot be sent"):
        orq.contacts.create(external_id="1", metadata={"a": object()})
    missing: Any = None
    with pytest.raises(m.RequestValidationError, match="file_id: required"):
        orq.files.get(file_id=missing)
    with pytest.raises(m.RequestValidationError, match="request: required"):
        orq.contacts.tree(request=missing)
    with pytest.raises(m.RequestValidationError, match=r"\$\.model"):
        orq.router.images.variations.create(model=missing)
    assert server.seen == []


# Errors


def test_typed_error(server: Server, orq: Orq) -> None:
    body = {"code": "nf", "message": "not here", "http_status": 404}
    server.reply(404, body, headers={"X-Request-Id": "r1"})
    with pytest.raises(m.HonoAPIError) as caught:
        orq.contacts.create(external_id="1")
    error = caught.value
    assert isinstance(error, m.OrqError)
    assert str(error) == error.message == "not here"
    assert error.data.code == "nf" and error.status_code == 404
    assert error.headers["x-request-id"] == error.request_id == "r1"
    assert '"nf"' in error.body and error.raw_response is not None
    assert error.raw_response.json() == body
    assert error.raw_response.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (404, b"<html>", "text/html"),
        (404, b"not json", "application/json"),
        (404, b'{"code": 1}', "application/json"),
        (418, b"", None),
        (500, b'{"message": "no"}', "application/json"),
        (304, b"", None),
    ],
)
def test_untyped_errors(
    server: Server, orq: Orq, status: int, body: bytes, kind: str | None
) -> None:
    server.reply(status, body, kind, headers={"Location": server.url + "/other"})
    with pytest.raises(m.APIError) as caught:
        orq.contacts.create(external_id="1")
    error = caught.value
    assert (error.status_code, error.body) == (status, body.decode())
    assert f"API error occurred: Status {status}" in str(error)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("status", "body", "kind", "says"),
    [
        (200, b"{", "application/json", r"failed: \$: "),
        (200, b'{"displayName": 1}', "application/json", r"failed: \$\._id: "),
        (200, b"<html>", "text/html", "Status 200. Content-Type text/html"),
        (200, b"{}", None, "Status 200. Content-Type none"),
        (202, b"{}", "application/json", "Unexpected response: Status 202"),
        (204, b"", None, "Unexpected response: Status 204"),
    ],
)
def test_answers_that_were_not_promised(
    server: Server, orq: Orq, status: int, body: bytes, kind: str | None, says: str
) -> None:
    server.reply(status, body, kind)
    with pytest.raises(m.ResponseValidationError, match=says) as caught:
        orq.contacts.create(external_id="1")
    error = caught.value
    assert (error.status_code, error.body) == (status, body.decode())
    assert (error.cause is not None) == says.startswith("failed")


def test_broken_compression(server: Server, orq: Orq) -> None:
    headers = {"Content-Encoding": "gzip"}
    server.reply(200, b"junk", headers=headers)
    with pytest.raises(m.ResponseValidationError) as caught:
        orq.contacts.create(external_id="1")
    assert isinstance(caught.value.cause, httpx2.DecodingError)
    server.script.clear()
    server.reply(404, b"junk", headers=headers)
    with pytest.raises(m.APIError) as hidden:
        orq.contacts.create(external_id="1")
    assert hidden.value.status_code == 404
    server.script.clear()
    server.reply(200, gzip.compress(b'{"_id": "7"}'), headers=headers)
    assert orq.contacts.create(external_id="1").id == "7"


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("status", [200, 500])
def test_bodies_are_bounded(server: Server, mode: str, status: int) -> None:
    limits = {**vars(CONFIG), "max_response_bytes": 1000}
    client = Client(Configuration(**limits), ClientOptions(server_url=server.url))
    operation: Operation[bytes] = Operation(
        id="x", method="GET", path="/", replies=(Reply("200", "*/*", lambda: bytes),)
    )

    def call() -> bytes:
        core = client._core  # pyright: ignore[reportPrivateUsage]
        if mode == "sync":
            return core.call(operation, {}, CallOptions())
        return asyncio.run(core.call_async(operation, {}, CallOptions()))

    server.reply(status, b"x" * 1000, "a/b")
    error = m.ResponseValidationError if status == 200 else m.APIError
    if status == 200:
        assert call() == b"x" * 1000
    server.script.clear()
    bomb = gzip.compress(b"x" * 1001)
    server.reply(status, bomb, "a/b", headers={"Content-Encoding": "gzip"})
    with pytest.raises(error) as caught:
        call()
    assert caught.value.status_code == status
    client.close()


def test_connection_refused(orq: Orq) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        for call in (
            lambda: orq.files.get(file_id="1", server_url=url),
            lambda: asyncio.run(Orq(server_url=url).files.get_async(file_id="1")),
        ):
            with pytest.raises(APIConnectionError) as caught:
                call()
            assert isinstance(caught.value, m.NoResponseError)
            assert isinstance(caught.value, m.OrqError)
            assert caught.value.status_code == 0 and caught.value.headers == {}
            assert not caught.value.opened
            assert str(caught.value.cause) and str(caught.value.cause) in str(caught.value)
            assert isinstance(caught.value.cause, httpx2.ConnectError)


def test_connection_cut(server: Server, orq: Orq) -> None:
    server.reply(200, cut=True)
    with pytest.raises(APIConnectionError) as caught:
        orq.files.get(file_id="1")
    assert caught.value.opened


def test_a_server_url_that_is_none(orq: Orq) -> None:
    with pytest.raises(m.RequestValidationError, match="invalid URL"):
        orq.files.get(file_id="1", server_url="https://h:port")


# Time


SLOW: list[dict[str, Any]] = [
    {"wait": 2},
    {"chunks": [(0.1, b" ")] * 20},
    {"chunks": [(0, b" "), (2, b" ")]},
]


@pytest.mark.parametrize("slow", SLOW)
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_call_ends_in_time(server: Server, orq: Orq, slow: dict[str, Any], mode: str) -> None:
    server.reply(200, {"name": "f"}, **slow)
    start = time.monotonic()
    with pytest.raises(RequestTimeoutError, match="timed out"):
        if mode == "sync":
            orq.files.get(file_id="1", timeout_ms=300)
        else:
            asyncio.run(orq.files.get_async(file_id="1", timeout_ms=300))
    assert 0.25 < time.monotonic() - start < 1.2


def test_the_timeout_of_the_client(server: Server) -> None:
    server.reply(200, {"name": "f"}, wait=2)
    with Orq(server_url=server.url, timeout_ms=100) as orq:
        with pytest.raises(RequestTimeoutError):
            orq.files.get(file_id="1")
        with pytest.raises(RequestTimeoutError):
            orq.contacts.search()


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("where", ["client", "call", "both"])
def test_each_phase_has_its_time(server: Server, mode: str, where: str) -> None:
    server.reply(200, {"name": "f"}, wait=2)
    bound, loose = Timeout(read=150), Timeout(10_000, read=9000, connect=8000)
    client = {"client": bound, "call": None, "both": loose}[where]
    call = None if where == "client" else bound
    start = time.monotonic()
    orq = Orq(server_url=server.url, timeout_ms=client)
    with orq, pytest.raises(RequestTimeoutError):
        if mode == "sync":
            orq.files.get(file_id="1", timeout_ms=call)
        else:
            asyncio.run(orq.files.get_async(file_id="1", timeout_ms=call))
    assert 0.1 < time.monotonic() - start < 1.2


def test_what_the_http_client_is_told_about_time() -> None:
    deadline = Deadline(5, {"connect": 1, "read": 9})
    assert 0.9 < deadline.get("connect") <= 1
    assert all(4.9 < deadline.get(phase) <= 5 for phase in ("read", "write", "pool"))
    over = Deadline(-1)
    assert over.get("read") == 0.001 and over.left() < 0
    over.restart()
    assert over.left("read") == -1


def test_a_client_made_here_looks_at_the_clock() -> None:
    # If this fails, the HTTP client has other parts now, and slow headers take their time.
    with httpx2.Client() as client:
        bound(client)
        assert isinstance(client._transport._pool._network_backend, Backend)  # type: ignore[attr-defined]


def test_cancellation(server: Server) -> None:
    server.reply(200, {"name": "f"}, wait=1)

    async def main() -> None:
        async with Orq(server_url=server.url) as orq:
            retries = fast(retry_connection_errors=True)
            call = orq.files.get_async(file_id="1", retries=retries)
            task = asyncio.create_task(call)
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            with pytest.raises(TimeoutError) as caught:
                await asyncio.wait_for(orq.files.get_async(file_id="2"), 0.1)
            assert not isinstance(caught.value, m.OrqError)

    start = time.monotonic()
    asyncio.run(main())
    assert time.monotonic() - start < 0.9
    assert len(server.seen) == 2


# Retries


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_statuses_are_retried(server: Server, orq: Orq, mode: str) -> None:
    server.reply(503)
    server.reply(429, headers={"Retry-After-Ms": "400"})
    server.reply(200, CONTACT)
    if mode == "sync":
        orq.contacts.create(external_id="1", retries=fast())
    else:
        asyncio.run(orq.contacts.create_async(external_id="1", retries=fast()))
    first, second, third = server.seen
    assert first.json == second.json == third.json == {"external_id": "1"}
    assert second.at - first.at < 0.35 < third.at - second.at


def test_there_is_no_retry_by_default(server: Server, orq: Orq) -> None:
    server.reply(503)
    with pytest.raises(m.APIError):
        orq.contacts.create(external_id="1")
    with pytest.raises(m.APIError):
        orq.contacts.create(external_id="1", retries=RetryConfig("none"))
    assert len(server.seen) == 2


def test_the_call_goes_before_the_client(server: Server) -> None:
    server.reply(503)
    with Orq(server_url=server.url, retry_config=fast()) as orq:
        with pytest.raises(m.APIError):
            orq.files.get(file_id="1", retries=None)
        assert len(server.seen) == 1
        server.script.clear()
        server.reply(503)
        server.reply(200, {"name": "f"})
        orq.files.get(file_id="1")
    assert len(server.seen) == 3


def test_which_statuses(server: Server, orq: Orq) -> None:
    server.reply(501)
    server.reply(200, b"x", "a/b")
    assert orq.files.content(file_id="1", retries=fast()) == b"x"
    server.script.clear()
    server.reply(429)
    with pytest.raises(m.APIError):
        orq.files.content(file_id="1", retries=fast())
    server.script.clear()
    server.reply(418)
    server.reply(200, b"y", "a/b")
    retries = fast(status_codes_override=["418"])
    assert orq.files.content(file_id="1", retries=retries) == b"y"
    assert len(server.seen) == 5


def test_retries_end(server: Server, orq: Orq) -> None:
    server.reply(503, {"message": "busy"})
    backoff = BackoffStrategy(50, 50, 1, 180, 0)
    start = time.monotonic()
    with pytest.raises(m.APIError) as caught:
        orq.files.get(file_id="1", retries=RetryConfig("backoff", backoff))
    assert time.monotonic() - start < 0.5
    assert caught.value.status_code == 503 and 2 <= len(server.seen) <= 4
    server.script.clear()
    server.seen.clear()
    server.reply(503, headers={"Retry-After": "30"})
    with pytest.raises(m.APIError):
        orq.files.get(file_id="1", retries=fast())
    assert len(server.seen) == 1


def test_broken_connections_are_retried_where_harmless(server: Server, orq: Orq) -> None:
    server.reply(cut=True)
    server.reply(200, {"name": "f"})
    retries = fast(retry_connection_errors=True)
    orq.files.get(file_id="1", retries=retries)
    assert len(server.seen) == 2
    server.script.clear()
    server.reply(cut=True)
    server.reply(200, CONTACT)
    with pytest.raises(APIConnectionError):
        orq.contacts.create(external_id="1", retries=retries)
    assert len(server.seen) == 3
    server.script.insert(0, server.script[0])
    server.script[0] = (0, {}, b"", {"cut": True})
    key = {"Idempotency-Key": "k"}
    orq.contacts.create(external_id="1", retries=retries, http_headers=key)
    assert len(server.seen) == 5


def test_timeouts_are_retried(server: Server, orq: Orq) -> None:
    server.reply(200, wait=1)
    server.reply(200, {"name": "f"})
    retries = fast(retry_connection_errors=True)
    orq.files.get(file_id="1", retries=retries, timeout_ms=200)
    assert len(server.seen) == 2


# Credentials, logs, clients


def test_a_credential_that_cannot_be_had(server: Server) -> None:
    def fails() -> str:
        raise OSError("no vault")

    orq = Orq(api_key=fails, server_url=server.url)
    with pytest.raises(m.RequestValidationError, match="api_key: the function") as caught:
        orq.files.get(file_id="1")
    assert isinstance(caught.value.__cause__, OSError)
    assert server.seen == []


def test_credentials(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.reply(200, {"name": "f"})
    tokens = iter("ab")
    with Orq(api_key=lambda: next(tokens), server_url=server.url) as orq:
        orq.files.get(file_id="1")
        orq.files.get(file_id="1")
    with Orq(server_url=server.url) as orq:
        orq.files.get(file_id="1")
        monkeypatch.setenv("ORQ_API_KEY", "c")
        orq.files.get(file_id="1")
    with Orq(api_key="d", server_url=server.url) as orq:
        orq.files.get(file_id="1")
        orq.files.get(file_id="1", http_headers={"authorization": "e"})
    sent = [seen.headers.get("authorization") for seen in server.seen]
    assert sent == ["Bearer a", "Bearer b", None, "Bearer c", "Bearer d", "e"]


def test_secrets_are_not_shown(server: Server, orq: Orq, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.reply(500, {"a": 1}, headers={"Set-Cookie": "sid=secret-cookie"})
    logger = logging.getLogger("sdk")
    broken = "secret-token" + chr(10)
    with Orq(api_key=broken.strip(), server_url=server.url, debug_logger=logger) as logged:
        brief = RetryConfig("backoff", BackoffStrategy(100, 100, 1, 450, 0))
        shown = [repr(logged), repr(logged.files), repr(vars(logged))]
        for call in (
            lambda: logged.files.get(file_id="1", retries=brief),
            lambda: logged.files.get(file_id="1", server_url="http://127.0.0.1:1"),
            lambda: logged.files.get(file_id=""),
            lambda: Orq(api_key=broken).files.get(file_id="1"),
        ):
            server.script[:] = server.script[-1:] * 2
            with pytest.raises(m.OrqError) as caught:
                call()
            shown += [
                repr(caught.value),
                "".join(traceback.format_exception(caught.value)),
            ]
            shown.append(pickle.dumps(caught.value).decode("latin-1"))
            again = pickle.loads(pickle.dumps(caught.value))
            assert str(again) == str(caught.value) and again.body == caught.value.body
            assert type(again.headers) is dict
    messages = [r.getMessage() for r in caplog.records if r.name == "sdk"]
    assert any("request GET " in text and "'***'" in text for text in messages)
    assert any("response 500" in text for text in messages)
    assert any("retry 1 in " in text for text in messages)
    assert any("no response: APIConnectionError" in text for text in messages)
    assert "secret-token" not in "\n".join(shown + caplog.messages)
    assert "secret-cookie" not in "\n".join(messages)


def test_debug_log_by_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    server.reply(200, {"name": "f"})
    monkeypatch.setenv("ORQ_DEBUG", "true")
    with Orq(api_key="secret-token", server_url=server.url) as orq:
        orq.files.get(file_id="1")
    text = capsys.readouterr().err
    assert "request GET" in text and "response 200" in text and "secret" not in text
    monkeypatch.setenv("ORQ_DEBUG", "false")
    with Orq(server_url=server.url) as orq:
        orq.files.get(file_id="1")
    assert capsys.readouterr().err == ""


def test_given_clients_stay_open(server: Server) -> None:
    server.reply(200, {"name": "f"})
    own = httpx2.Client(headers={"x-own": "1"})
    with Orq(client=own, server_url=server.url) as orq:
        orq.files.get(file_id="1")
    assert not own.is_closed and server.seen[0].headers["x-own"] == "1"
    own.close()

    async def main() -> None:
        async with httpx2.AsyncClient() as own:
            async with Orq(async_client=own, server_url=server.url) as orq:
                await orq.files.get_async(file_id="1")
            assert not own.is_closed

    asyncio.run(main())


def test_redirects_are_not_followed_by_a_given_client(server: Server) -> None:
    server.reply(307, headers={"Location": "http://localhost:1/other"})
    own = httpx2.Client(follow_redirects=True)
    with Orq(client=own, server_url=server.url) as orq, pytest.raises(m.APIError):
        orq.files.get(file_id="1")
    assert len(server.seen) == 1
    own.close()


def made(orq: Orq) -> dict[str, Any]:
    return orq._core._made  # pyright: ignore[reportPrivateUsage]


def test_clients_made_here_are_closed(server: Server) -> None:
    server.reply(200, {"name": "f"})
    with Orq(server_url=server.url) as orq:
        orq.files.get(file_id="1")
    assert made(orq)["sync"].is_closed
    orq = Orq(server_url=server.url)
    orq.files.get(file_id="1")
    orq.close()
    assert made(orq)["sync"].is_closed
    orq = Orq(server_url=server.url)
    orq.files.get(file_id="1")
    client = made(orq)["sync"]
    del orq
    gc.collect()
    assert client.is_closed

    async def main() -> None:
        async with Orq(server_url=server.url) as orq:
            await orq.files.get_async(file_id="1")
            (client,) = made(orq)["async"].values()
        assert client.is_closed
        orq = Orq(server_url=server.url)
        await orq.files.get_async(file_id="1")
        (client,) = made(orq)["async"].values()
        del orq
        gc.collect()
        await asyncio.sleep(0.05)
        assert client.is_closed

    asyncio.run(main())


def test_several_event_loops(server: Server) -> None:
    server.reply(200, {"name": "f"})
    orq = Orq(server_url=server.url)
    for _ in range(3):
        asyncio.run(orq.files.get_async(file_id="1"))
    assert len(server.seen) == 3


def test_cookies_are_not_kept(server: Server, orq: Orq) -> None:
    server.reply(200, {"name": "f"}, headers={"Set-Cookie": "sid=1"})
    orq.files.get(file_id="1")
    orq.files.get(file_id="1")
    assert "cookie" not in server.seen[1].headers


def test_servers(server: Server) -> None:
    server.reply(200, {"name": "f"})
    with pytest.raises(ValueError, match="server_idx"):
        Orq(server_idx=1)
    host = server.url.removeprefix("http://")
    with Orq(server_url="http://{host}/v9/", url_params={"host": host}) as orq:
        orq.files.get(file_id="1")
        orq.files.get(file_id="1", server_url=server.url + "/")
    assert [seen.path for seen in server.seen] == ["/v9/v2/files/1", "/v2/files/1"]


def test_options_are_checked() -> None:
    wrong: Any = {"strategy": "backoff", "typo": 1}
    with pytest.raises(TypeError, match="RetryConfig: no field 'typo'"):
        RetryConfig(**wrong)
    with pytest.raises(TypeError, match="'strategy' is missing"):
        RetryConfig()
    with pytest.raises(TypeError, match="at most 5"):
        BackoffStrategy(*range(6))


def test_errors_can_be_copied(server: Server, orq: Orq) -> None:
    server.reply(404, {"code": "c", "message": "m"})
    with pytest.raises(m.HonoAPIError) as caught:
        orq.contacts.create(external_id="1")
    again = copy.copy(caught.value)
    assert again.data.code == "c" and again.status_code == 404
