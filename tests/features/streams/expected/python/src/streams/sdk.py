"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum as _StrEnum
from typing import TYPE_CHECKING, Any

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import BinaryReply, Body, OpenOperation, Reply, StreamReply
from ._runtime.options import (
    AsyncHttpClient,
    CallOptions,
    ClientOptions,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ._runtime.binary import BinaryResponse, BinaryResponseAsync
    from ._runtime.streams import EventStream, EventStreamAsync


class ChatAcceptEnum(_StrEnum):
    """The content types that `chat` may ask for."""

    APPLICATION_JSON = "application/json"
    TEXT_EVENT_STREAM = "text/event-stream"


_CHAT: OpenOperation[
    _models.Completion | EventStream[_models.CompletionEvent],
    _models.Completion | EventStreamAsync[_models.CompletionEvent],
] = OpenOperation(
    id="chat",
    method="POST",
    path="/chat",
    body=Body(
        "application/json",
        type=lambda: _models.ChatRequestBody,
    ),
    replies=(
        Reply("200", "application/json", lambda: _models.Completion),
        StreamReply(
            "200",
            "text/event-stream",
            lambda: _models.CompletionEvent,
            framing="events",
            data="json",
            whole=True,
            sentinel="[END]",
        ),
    ),
)

_CHUNKS: OpenOperation[EventStream[_models.Chunk], EventStreamAsync[_models.Chunk]] = (
    OpenOperation(
        id="chunks",
        method="GET",
        path="/chunks",
        replies=(
            StreamReply(
                "200",
                "text/event-stream",
                lambda: _models.Chunk,
                framing="events",
                data="json",
                sentinel="[DONE]",
            ),
        ),
    )
)

_TEXTS: OpenOperation[EventStream[str], EventStreamAsync[str]] = OpenOperation(
    id="texts",
    method="GET",
    path="/texts",
    replies=(
        StreamReply(
            "200",
            "text/event-stream",
            lambda: str,
            framing="events",
            data="text",
        ),
    ),
)

_EVENTS: OpenOperation[
    EventStream[_models.EventsResponseBodyItem],
    EventStreamAsync[_models.EventsResponseBodyItem],
] = OpenOperation(
    id="events",
    method="GET",
    path="/events",
    replies=(
        StreamReply(
            "200",
            "text/event-stream",
            lambda: _models.EventsResponseBodyItem,
            framing="events",
            data="text",
            whole=True,
            bare=True,
            names=(
                "Added",
                "Beat",
            ),
        ),
    ),
)

_LINES: OpenOperation[EventStream[_models.Chunk], EventStreamAsync[_models.Chunk]] = (
    OpenOperation(
        id="lines",
        method="GET",
        path="/lines",
        replies=(
            StreamReply(
                "200",
                "application/jsonl",
                lambda: _models.Chunk,
                framing="lines",
                data="json",
            ),
        ),
    )
)

_ROWS: OpenOperation[EventStream[_models.Chunk], EventStreamAsync[_models.Chunk]] = (
    OpenOperation(
        id="rows",
        method="GET",
        path="/rows",
        replies=(
            StreamReply(
                "200",
                "application/x-ndjson",
                lambda: _models.Chunk,
                framing="lines",
                data="json",
            ),
        ),
    )
)

_RECORDS: OpenOperation[EventStream[Any], EventStreamAsync[Any]] = OpenOperation(
    id="records",
    method="GET",
    path="/records",
    replies=(
        StreamReply(
            "200",
            "application/json-seq",
            lambda: Any,
            framing="sequence",
            data="json",
        ),
    ),
)

_IMAGE: OpenOperation[BinaryResponse, BinaryResponseAsync] = OpenOperation(
    id="image",
    method="GET",
    path="/image",
    replies=(BinaryReply("200", "image/png", lambda: bytes),),
)


class ReportAcceptEnum(_StrEnum):
    """The content types that `report` may ask for."""

    APPLICATION_JSON = "application/json"
    APPLICATION_PDF = "application/pdf"


_REPORT: OpenOperation[
    _models.Chunk | BinaryResponse | None, _models.Chunk | BinaryResponseAsync | None
] = OpenOperation(
    id="report",
    method="GET",
    path="/report",
    replies=(
        Reply("200", "application/json", lambda: _models.Chunk),
        BinaryReply("200", "application/pdf", lambda: bytes),
        Reply("204", None, None),
    ),
)


class Streams(Client):
    """Streams"""

    def __init__(
        self,
        *,
        server_idx: int | str | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: int | Timeout | None = None,
        debug_logger: Logger | None = None,
        allow_http: bool = False,
    ) -> None:
        """Make a client; nothing is connected before the first call.

        :param server_idx: Which of the servers of the document to use, by number or name
        :param server_url: A server that is not in the document
        :param url_params: Values for the variables of the server's URL
        :param client: The HTTP client for synchronous calls
        :param async_client: The HTTP client for asynchronous calls
        :param retry_config: When to repeat a call that failed; never by default
        :param timeout_ms: How long one attempt may take, in milliseconds
        :param debug_logger: Where to log requests and responses
        :param allow_http: Send credentials by http to other machines, too
        """
        super().__init__(
            CONFIG,
            ClientOptions(
                credentials={},
                server_idx=server_idx,
                server_url=server_url,
                url_params=url_params,
                client=client,
                async_client=async_client,
                retry_config=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
                allow_http=allow_http,
            ),
        )

    def chat(
        self,
        *,
        prompt: str,
        stream: bool | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: ChatAcceptEnum | None = None,
    ) -> _models.Completion | EventStream[_models.CompletionEvent]:
        """chat

        :param prompt:
        :param stream:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CHAT,
            {
                "prompt": prompt,
                "stream": stream,
            },
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )

    async def chat_async(
        self,
        *,
        prompt: str,
        stream: bool | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: ChatAcceptEnum | None = None,
    ) -> _models.Completion | EventStreamAsync[_models.CompletionEvent]:
        """chat

        :param prompt:
        :param stream:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _CHAT,
            {
                "prompt": prompt,
                "stream": stream,
            },
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )

    def chunks(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[_models.Chunk]:
        """chunks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CHUNKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def chunks_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[_models.Chunk]:
        """chunks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _CHUNKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def texts(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[str]:
        """texts

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _TEXTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def texts_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[str]:
        """texts

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _TEXTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def events(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[_models.EventsResponseBodyItem]:
        """events

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _EVENTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def events_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[_models.EventsResponseBodyItem]:
        """events

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _EVENTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def lines(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[_models.Chunk]:
        """lines

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _LINES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def lines_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[_models.Chunk]:
        """lines

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _LINES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def rows(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[_models.Chunk]:
        """rows

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _ROWS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def rows_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[_models.Chunk]:
        """rows

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _ROWS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def records(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[Any]:
        """records

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _RECORDS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def records_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[Any]:
        """records

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _RECORDS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def image(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryResponse:
        """image

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _IMAGE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def image_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryResponseAsync:
        """image

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _IMAGE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def report(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: ReportAcceptEnum | None = None,
    ) -> _models.Chunk | BinaryResponse | None:
        """report

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _REPORT,
            {},
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )

    async def report_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: ReportAcceptEnum | None = None,
    ) -> _models.Chunk | BinaryResponseAsync | None:
        """report

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises StreamsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _REPORT,
            {},
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )
