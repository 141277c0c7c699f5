"""Steps of a call that wait for the network: send a request, read the answer, sleep."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .multipart import Content
from .network import Left
from .request import Outgoing
from .response import Answer, TooLarge, stays_open
from .sources import AsyncSource, Source

if TYPE_CHECKING:
    from .operation import Operation
    from .options import AsyncHttpClient, HttpClient


_NONE: Mapping[str, float] = {}


class Deadline(dict[str, Any]):
    """The timeouts of one try, as the HTTP client asks for them: the time that is left."""

    def __init__(self, seconds: float, phases: Mapping[str, float] = _NONE) -> None:
        super().__init__(phases)
        self.seconds = seconds
        self.end: float | None = time.monotonic() + seconds

    def restart(self) -> None:
        """From now on, let the full time run for each read."""
        self.end = None

    def left(self, phase: str = "") -> float:
        """Seconds left, for a phase; zero or less when it is over."""
        left = self.seconds if self.end is None else self.end - time.monotonic()
        return min(left, self[phase]) if phase in self else left

    def get(self, key: Any, default: Any = None) -> Any:
        """Seconds left, for a phase."""
        return Left(self, key)


class Exchange:
    """A step of a call: send a request and read the answer.

    The body of an answer that the operation leaves open is still to come.
    """

    def __init__(
        self,
        outgoing: Outgoing,
        seconds: float,
        limit: int,
        operation: Operation[Any] | None = None,
        phases: Mapping[str, float] = _NONE,
    ) -> None:
        self.phases = phases
        self.operation = operation
        self.outgoing = outgoing
        self.seconds = seconds
        self.limit = limit
        self.chunks: list[bytes] = []
        self.size = 0
        self.before: Callable[[Any], Any] | None = None

    def options(self, deadline: Deadline, streaming: bool) -> Mapping[str, Any]:
        """The arguments of `build_request`."""
        outgoing = self.outgoing
        content: Any = outgoing.content
        if isinstance(content, Content):
            content = content.chunks_async() if streaming else content.chunks()
        return {
            "method": outgoing.method,
            "url": outgoing.url,
            "content": content,
            "headers": {"accept-encoding": "gzip, deflate", **outgoing.headers},
            "extensions": {"timeout": deadline},
        }

    def take(self, chunk: bytes, deadline: Deadline) -> None:
        """Keep a piece of the body.

        Raises ValueError: the body is too large. Raises TimeoutError.
        """
        self.size += len(chunk)
        if self.size > self.limit:
            raise TooLarge(f"the body is larger than {self.limit} bytes")
        if deadline.left() < 0:
            raise TimeoutError("reading the body")
        self.chunks.append(chunk)

    def answer(self, response: Any, problem: Exception | None = None) -> Answer:
        """The response with its body."""
        return Answer(response, b"" if problem else b"".join(self.chunks), problem)

    def run(self, client: HttpClient) -> Answer:
        """Do it."""
        deadline = Deadline(self.seconds, self.phases)
        request = client.build_request(**self.options(deadline, False))
        request.method = self.outgoing.method  # in its own capitals
        if self.before:
            request = self.before(request).run(client)
        response = client.send(request, stream=True, follow_redirects=False)
        if stays_open(self.operation, response) and not _is_chained(response):
            source = Source(response, client, deadline, self.limit)
            return Answer(response, b"", None, source)
        try:
            _check_coding(response)
            for chunk in response.iter_bytes():
                self.take(chunk, deadline)
        except Exception as error:
            if not _is_broken_body(error):
                raise
            return self.answer(response, error)
        finally:
            response.close()
        return self.answer(response)

    async def run_async(self, client: AsyncHttpClient) -> Answer:
        """Do it."""
        import asyncio

        deadline = Deadline(self.seconds, self.phases)
        request = client.build_request(**self.options(deadline, True))
        request.method = self.outgoing.method  # in its own capitals
        if self.before:
            request = await self.before(request).run_async(client)
        async with asyncio.timeout(self.seconds):
            response = await client.send(request, stream=True, follow_redirects=False)
            if stays_open(self.operation, response) and not _is_chained(response):
                source = AsyncSource(response, client, deadline, self.limit)
                return Answer(response, b"", None, source)
            try:
                _check_coding(response)
                async for chunk in response.aiter_bytes():
                    self.take(chunk, deadline)
            except Exception as error:
                if not _is_broken_body(error):
                    raise
                return self.answer(response, error)
            finally:
                await response.aclose()
        return self.answer(response)


class Sleep:
    """A step of a call: wait."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def run(self, client: HttpClient) -> None:
        """Do it."""
        time.sleep(self.seconds)

    async def run_async(self, client: AsyncHttpClient) -> None:
        """Do it."""
        import asyncio

        await asyncio.sleep(self.seconds)


def _is_broken_body(error: Exception) -> bool:
    broken = isinstance(error, (TooLarge, ChainedCoding))
    return broken or type(error).__name__ == "DecodingError"


class ChainedCoding(ValueError):
    """A body that is compressed more than once."""


def _is_chained(response: Any) -> bool:
    # A few bytes that were compressed twice may stand for gigabytes.
    return "," in response.headers.get("content-encoding", "")


def _check_coding(response: Any) -> None:
    if _is_chained(response):
        raise ChainedCoding("the body has more than one content coding")
