"""One call from start to end: send, wait, try again; the same steps sync and async."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import NoResponseError, RequestValidationError, no_response
from .multipart import Content
from .request import Outgoing, base_url, build
from .response import Answer, result, stays_open
from .retry import Retries
from .security import Signature, signing
from .sources import AsyncSource, Close, Source
from .unset import Unset

if TYPE_CHECKING:
    from .client import Core
    from .operation import Operation
    from .options import AsyncHttpClient, CallOptions, HttpClient

T = TypeVar("T")


class Deadline(dict[str, Any]):
    """The timeouts of one try, as the HTTP client asks for them: the time that is left."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds
        self.restart()

    def restart(self) -> None:
        """Let the full time run again."""
        self.end = time.monotonic() + self.seconds

    def get(self, key: Any, default: Any = None) -> Any:
        """Seconds left, for any phase."""
        return max(0.001, self.end - time.monotonic())


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
    ) -> None:
        self.operation = operation
        self.outgoing = outgoing
        self.seconds = seconds
        self.limit = limit
        self.chunks: list[bytes] = []
        self.size = 0

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
            "headers": outgoing.headers,
            "extensions": {"timeout": deadline},
        }

    def take(self, chunk: bytes, deadline: Deadline) -> None:
        """Keep a piece of the body.

        Raises ValueError: the body is too large. Raises TimeoutError.
        """
        self.size += len(chunk)
        if self.size > self.limit:
            raise TooLarge(f"the body is larger than {self.limit} bytes")
        if time.monotonic() > deadline.end:
            raise TimeoutError("reading the body")
        self.chunks.append(chunk)

    def answer(self, response: Any, problem: Exception | None = None) -> Answer:
        """The response with its body."""
        return Answer(response, b"" if problem else b"".join(self.chunks), problem)

    def run(self, client: HttpClient) -> Answer:
        """Do it."""
        deadline = Deadline(self.seconds)
        request = client.build_request(**self.options(deadline, False))
        request.method = self.outgoing.method  # in its own capitals
        response = client.send(request, stream=True, follow_redirects=False)
        if stays_open(self.operation, response):
            source = Source(response, client, deadline, self.limit)
            return Answer(response, b"", None, source)
        try:
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

        deadline = Deadline(self.seconds)
        request = client.build_request(**self.options(deadline, True))
        request.method = self.outgoing.method  # in its own capitals
        async with asyncio.timeout(self.seconds):
            response = await client.send(request, stream=True, follow_redirects=False)
            if stays_open(self.operation, response):
                source = AsyncSource(response, client, deadline, self.limit)
                return Answer(response, b"", None, source)
            try:
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


class TooLarge(ValueError):
    """A body above the limit."""


def _is_broken_body(error: Exception) -> bool:
    return isinstance(error, TooLarge) or type(error).__name__ == "DecodingError"


Steps = Generator[Any, Any, T]


def steps(
    core: Core,
    operation: Operation[T],
    arguments: Mapping[str, Any],
    call: CallOptions,
    headers: Mapping[str, Any] | None = None,
) -> Steps[T]:
    """A call as steps; whoever drives it runs them and sends back what they give."""
    outgoing = build(core.config, core.options, operation, arguments, call)
    outgoing.headers.update(headers or {})
    seconds = _timeout_ms(core, operation, call) / 1000
    retries = _retries(core, operation, call, outgoing)
    limit = core.config.max_response_bytes
    log = core.log
    signature = yield from _signing(core, operation, call, seconds)
    sent, renewed = signature.sign(outgoing, call.http_headers), False
    while True:
        if log:
            log.request(sent.method, sent.url, sent.headers)
        failure: NoResponseError | None = None
        answer: Answer | None = None
        try:
            answer = yield Exchange(sent, seconds, limit, operation)
        except Exception as error:  # noqa: BLE001  what is not ours goes on from there
            failure = _failure(error)
        if failure is not None:
            if log:
                log.failure(failure)
            wait = retries.after_error(failure)
        else:
            assert answer is not None
            if log:
                log.response(answer.status, answer.headers)
            if (
                answer.status == 401
                and not renewed
                and outgoing.replayable
                and signature.renew()
            ):
                renewed = True
                signature = yield from _signing(core, operation, call, seconds)
                sent = signature.sign(outgoing, call.http_headers)
                continue
            wait = retries.after_status(answer.status, answer.headers)
        if wait is None or not outgoing.replayable:
            break
        if log:
            log.retry(retries.count, wait)
        if answer is not None and answer.source:
            yield Close(answer.source)
        yield Sleep(wait)
    if failure is not None:
        raise failure
    assert answer is not None
    if answer.source:
        again = partial(steps, core, operation, arguments, call)
        answer.source.belong(again, outgoing, retries)
    return result(operation, answer)


def _signing(
    core: Core, operation: Operation[Any], call: CallOptions, seconds: float
) -> Steps[Signature]:
    config, options = core.config, core.options
    security = config.security if operation.security is None else operation.security
    return signing(
        config,
        security,
        options.credentials,
        core.tokens,
        lambda: base_url(config, options, operation, call),
        seconds,
    )


def _failure(error: Exception) -> NoResponseError:
    failure = no_response(error)
    if failure is not None:
        return failure
    if type(error).__name__ == "InvalidURL":
        raise RequestValidationError(f"invalid URL: {error}") from error
    raise error


def _timeout_ms(core: Core, operation: Operation[Any], call: CallOptions) -> float:
    for given in (call.timeout_ms, core.options.timeout_ms, operation.timeout_ms):
        if given is not None:
            return given
    return core.config.timeout_ms


def _retries(
    core: Core, operation: Operation[Any], call: CallOptions, outgoing: Outgoing
) -> Retries:
    config = operation.retries
    if not isinstance(core.options.retry_config, Unset):
        config = core.options.retry_config
    if not isinstance(call.retries, Unset):
        config = call.retries
    key_header = operation.key_header or "idempotency-key"
    keyed = key_header.lower() in outgoing.headers
    return Retries(config, operation.retry_codes, operation.method, keyed)


def drive(flow: Steps[T], client: HttpClient) -> T:
    """Run the steps of a call."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = step.run(client)
            except Exception as error:  # noqa: BLE001  the steps decide
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as stop:
        value: T = stop.value
        return value


async def drive_async(flow: Steps[T], client: AsyncHttpClient) -> T:
    """Run the steps of a call."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = await step.run_async(client)
            except Exception as error:  # noqa: BLE001  the steps decide
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as stop:
        value: T = stop.value
        return value
