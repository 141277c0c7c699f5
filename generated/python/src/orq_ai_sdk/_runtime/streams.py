"""Event streams and lines of JSON: typed values as they come, and a connection to close."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .encoding import clean
from .errors import NoResponseError, RequestValidationError, SDKError
from .exchange import Sleep
from .framing import Event, Events, JsonLines, JsonSequence, TooLong
from .items import decode
from .sources import AsyncSource, Opened, OpenedAsync, OpenedSync, Source
from .transport import drive, drive_async

if TYPE_CHECKING:
    from .operation import StreamReply
    from .response import Answer

T = TypeVar("T")
_TRIES = 5
_RETRY_MS, _LONGEST_MS = 1000, 60_000
_READERS: dict[str, type[Events | JsonLines]] = {
    "events": Events,
    "lines": JsonLines,
    "sequence": JsonSequence,
}


class Read:
    """A step of a stream: the next piece of the body, or None at its end."""

    def __init__(self, pieces: Any) -> None:
        self.pieces = pieces

    def run(self, client: Any) -> bytes | None:
        """Do it."""
        return next(self.pieces, None)

    async def run_async(self, client: Any) -> bytes | None:
        """Do it."""
        return await anext(self.pieces, None)


class Connect:
    """A step of a stream: the same call again, for what is still missing."""

    def __init__(self, source: Source, headers: dict[str, Any]) -> None:
        self.flow = source.again(headers)

    def run(self, client: Any) -> Any:
        """Do it."""
        return drive(self.flow, client)

    async def run_async(self, client: Any) -> Any:
        """Do it."""
        return await drive_async(self.flow, client)


class Item:
    """What a stream brings, between its steps."""

    def __init__(self, value: Any) -> None:
        self.value = value


class _Stream(Opened, Generic[T]):
    """What sync and async streams have in common: all but the waiting."""

    def __init__(self, source: Source, reply: StreamReply) -> None:
        super().__init__(source)
        self._reply = reply
        self._reader = _READERS[reply.framing]()
        self._has_begun = False
        self._has_id = False
        self._is_over = False

    @property
    def last_event_id(self) -> str:
        """The last id that the server gave; empty where it gave none."""
        return self._reader.last_id

    def detach(self) -> Source:
        """The body, for another stream to go on with."""
        return self._source

    def _flow(self) -> Generator[Any, Any, None]:
        """Steps and items, in turn. A broken connection is made again, where that is safe."""
        tries = 0
        pieces = self._source.pieces()
        while not self._is_over:
            try:
                if pieces is None:
                    pieces = yield from self._connect(tries)
                    continue
                chunk = yield Read(pieces)
                for event in self._events(chunk):
                    for item in self._items(event):
                        tries = 0
                        yield item
                    if self._is_over:
                        break
                if chunk is None:
                    return
            except NoResponseError:
                tries += 1
                if tries > _TRIES or not self._resumes():
                    raise
                pieces = None

    def _connect(self, tries: int) -> Generator[Any, Any, Any]:
        """Another connection, after the wait that the server asked for; nothing if it ended."""
        wait = _RETRY_MS if self._reader.retry is None else self._reader.retry
        yield Sleep(min(wait, _LONGEST_MS) / 1000)
        headers: dict[str, Any] = {}
        if self.last_event_id:
            headers["last-event-id"] = self.last_event_id.encode()
        try:
            other = yield Connect(self._source, headers)
        except SDKError as error:
            if error.status_code != 204:
                raise
            other = None
        if other is None:  # that is how a server says that there is no more
            self._is_over = True
            return None
        if not isinstance(other, EventStream | EventStreamAsync):
            raise self._source.misfit("The stream does not go on")
        self._source = other.detach()
        self._reader.restart()
        return self._source.pieces()

    def _resumes(self) -> bool:
        """Whether what is missing can be asked for, with nothing lost and nothing doubled."""
        try:
            clean(self.last_event_id, "id")
        except RequestValidationError:
            return False
        if self._has_begun:
            return self._source.may_resume and self._has_id
        return self._source.may_resume and self._source.is_harmless

    def _events(self, chunk: bytes | None) -> Iterator[Event]:
        try:
            if chunk is None:
                yield from self._reader.end()
            else:
                yield from self._reader.feed(chunk)
        except TooLong as error:
            raise self._source.misfit(f"Response validation failed: {error}") from error

    def _items(self, event: Event) -> Iterator[Item]:
        reply = self._reply
        if event.data is None and not reply.bare:
            return
        if event.data is not None and event.data == reply.sentinel:
            self._is_over = True
            return
        try:
            item = decode(reply, event)
        except ValueError as error:
            text = f"Response validation failed: {error}"
            raise self._source.misfit(text, event.data or "") from error
        self._has_begun, self._has_id = True, bool(event.id)
        yield Item(item)


class EventStream(_Stream[T], OpenedSync):
    """The events of a stream, or the values of lines of JSON, one by one.

    It owns its connection: leaving the loop over it closes that, and so do `close` and the
    end of a `with`. Where the connection breaks, and the server gave the last event an id,
    the rest is asked for, if the call may be repeated.
    """

    def __init__(self, source: Source, reply: StreamReply) -> None:
        super().__init__(source, reply)
        self._values = self._run()

    def _run(self) -> Iterator[T]:
        flow = self._flow()
        try:
            step = next(flow)
            while True:
                if isinstance(step, Item):
                    yield step.value
                    step = next(flow)
                    continue
                try:
                    outcome = step.run(self._source.client)
                except Exception as error:  # noqa: BLE001  the flow decides
                    step = flow.throw(error)
                else:
                    step = flow.send(outcome)
        except StopIteration:
            return
        finally:
            self.close()

    def __iter__(self) -> Iterator[T]:
        try:
            yield from self._values
        finally:
            self.close()

    def __next__(self) -> T:
        return next(self._values)

    def close(self) -> None:
        """Close the connection; nothing more comes."""
        self._is_over = True
        super().close()


class EventStreamAsync(_Stream[T], OpenedAsync):
    """The events of a stream, or the values of lines of JSON, one by one.

    It owns its connection: leaving the loop over it closes that, and so do `aclose` and the
    end of an `async with`. Where the connection breaks, and the server gave the last event
    an id, the rest is asked for, if the call may be repeated.
    """

    def __init__(self, source: AsyncSource, reply: StreamReply) -> None:
        super().__init__(source, reply)
        self._values = self._run()

    async def _run(self) -> AsyncIterator[T]:
        flow = self._flow()
        try:
            step = next(flow)
            while True:
                if isinstance(step, Item):
                    yield step.value
                    step = next(flow)
                    continue
                try:
                    outcome = await step.run_async(self._source.client)
                except Exception as error:  # noqa: BLE001  the flow decides
                    step = flow.throw(error)
                else:
                    step = flow.send(outcome)
        except StopIteration:
            return
        finally:
            await self.aclose()

    async def __aiter__(self) -> AsyncIterator[T]:
        try:
            async for value in self._values:
                yield value
        finally:
            await self.aclose()

    async def __anext__(self) -> T:
        return await anext(self._values)

    async def aclose(self) -> None:
        """Close the connection; nothing more comes."""
        self._is_over = True
        await super().aclose()


def stream(answer: Answer, reply: StreamReply) -> Any:
    """The stream of an answer that stays open."""
    source = answer.source
    if isinstance(source, AsyncSource):
        return EventStreamAsync[Any](source, reply)
    assert source is not None
    return EventStream[Any](source, reply)
