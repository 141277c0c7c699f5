"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import OpenOperation, Operation, Reply, StreamReply
from ._runtime.options import (
    AsyncHttpClient,
    CallOptions,
    ClientOptions,
    Credential,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ._runtime.streams import EventStream, EventStreamAsync
    from .shelves import Shelves

_SEARCH_BOOKS: Operation[None] = Operation(
    id="searchBooks",
    method="M-Search",
    path="/books",
    replies=(Reply("204", None, None),),
)

_LINES: OpenOperation[EventStream[_models.Book], EventStreamAsync[_models.Book]] = (
    OpenOperation(
        id="lines",
        method="GET",
        path="/lines",
        replies=(
            StreamReply(
                "200",
                "application/jsonl",
                lambda: _models.Book,
                framing="lines",
                data="json",
            ),
        ),
    )
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
            data="json",
            whole=True,
            bare=True,
            sentinel="[DONE]",
        ),
    ),
)


class ThreeTwo(Client):
    """Three Two"""

    def __init__(
        self,
        *,
        tv: Credential = None,
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

        :param tv: A credential or a function that returns one;
            by default that of the environment variable THREE_TWO_TV
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
                credentials={
                    "tv": tv,
                },
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

    @cached_property
    def shelves(self) -> Shelves:
        from .shelves import Shelves

        return Shelves(self._core)

    def search_books(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """searchBooks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _SEARCH_BOOKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def search_books_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """searchBooks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _SEARCH_BOOKS,
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
    ) -> EventStream[_models.Book]:
        """lines

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
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
    ) -> EventStreamAsync[_models.Book]:
        """lines

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _LINES,
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
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
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
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _EVENTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
