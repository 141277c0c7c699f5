"""Vectors through the generated Python client, sync or async, and what it would have sent."""

from __future__ import annotations

import asyncio
import base64
import importlib
import sys
from collections.abc import AsyncIterable, Iterable
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx2

from .calls import Job, Speaker

Recorded = dict[str, Any]


class Sent(BaseException):
    """The request has left; nobody answers. No handler of an SDK catches this."""

    def __init__(self, request: httpx2.Request, body: bytes) -> None:
        super().__init__()
        target = request.url.raw_path.decode("ascii")
        self.recorded: Recorded = {
            "method": request.method,
            "port": request.url.port,
            "target": target,
            "headers": [list(pair) for pair in request.headers.multi_items()],
            "body": body,
        }


class _Wire(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport that ends where the network begins."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        stream = request.stream
        assert isinstance(stream, Iterable)
        raise Sent(request, b"".join(stream))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        stream = request.stream
        assert isinstance(stream, AsyncIterable)
        raise Sent(request, b"".join([chunk async for chunk in stream]))


class Python:
    """The generated package, in this process."""

    def __init__(self, package: Path, speaker: Speaker) -> None:
        sys.path.insert(0, str(package / "src"))
        module = importlib.import_module(speaker.package.package)
        variants = importlib.import_module(f"{speaker.package.package}._runtime.variants")
        self.unrecognized = {str: variants.UnrecognizedStr, int: variants.UnrecognizedInt}
        self.root = getattr(module, speaker.package.class_name)

    def record(self, job: Job, is_async: bool) -> Recorded | str:
        """What a call sends, or why it sends nothing."""
        try:
            if is_async:
                asyncio.run(self._call_async(job))
            else:
                self._call(job)
        except Sent as sent:
            return sent.recorded
        except Exception as error:  # noqa: BLE001  whatever it is, nothing was sent
            return f"{type(error).__name__}: {error}"
        return "nothing was sent"

    def _call(self, job: Job) -> None:
        with (
            httpx2.Client(transport=_Wire()) as http,
            self.root(client=http, **self._options(job)) as client,
        ):
            attrgetter(".".join(job.method.accessor))(client)(**self._arguments(job))

    async def _call_async(self, job: Job) -> None:
        async with httpx2.AsyncClient(transport=_Wire()) as http:
            client = self.root(async_client=http, **self._options(job))
            accessor = (*job.method.accessor[:-1], job.method.async_name)
            await attrgetter(".".join(accessor))(client)(**self._arguments(job))

    def _arguments(self, job: Job) -> dict[str, Any]:
        given = {name: self._native(value) for name, value in job.arguments.items()}
        return given | ({"http_headers": job.headers} if job.headers else {})

    def _options(self, job: Job) -> dict[str, Any]:
        return {name: _credential(self._native(value)) for name, value in job.options.items()}

    def _native(self, value: Any) -> Any:
        """A value with its tags resolved."""
        if isinstance(value, list):
            return [self._native(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$datetime" in value:
            return datetime.fromisoformat(value["$datetime"])
        if "$digits" in value:
            return int(value["$digits"])
        if "$decimal" in value:
            return Decimal(value["$decimal"])
        if "$date" in value:
            return date.fromisoformat(value["$date"])
        if "$bytes" in value:
            return base64.b64decode(value["$bytes"])
        if "$unrecognized" in value:
            return self.unrecognized[type(value["$unrecognized"])](value["$unrecognized"])
        if "$file" in value:
            file = value["$file"]
            return {"file_name": file["name"], "content": base64.b64decode(file["base64"])}
        return {name: self._native(item) for name, item in value.items()}


def _credential(value: Any) -> Any:
    return tuple(value.values()) if isinstance(value, dict) else value
