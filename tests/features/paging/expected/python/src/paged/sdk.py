"""The client."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import Body, Operation, Param, Reply
from ._runtime.options import (
    AsyncHttpClient,
    CallOptions,
    ClientOptions,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.page_rules import PagedOperation, PageInput, PageRule
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ._runtime import paging as _paging

_LIST: PagedOperation[_models.ListResponseBody, _models.Thing] = PagedOperation(
    id="list",
    method="GET",
    path="/things",
    params=(
        Param(
            "after_key",
            "query",
            "after-key",
            style="form",
            explode=True,
        ),
    ),
    replies=(Reply("200", "application/json", lambda: _models.ListResponseBody),),
    paging=PageRule(
        "cursor",
        input=PageInput("after_key", kind="string"),
        next=("info", "next key"),
        results=("dataItems",),
        items=("data_items",),
    ),
)

_SEARCH: PagedOperation[_models.ListResponseBody, _models.ListResponseBody] = (
    PagedOperation(
        id="search",
        method="PUT",
        path="/things",
        params=(
            Param(
                "x_id",
                "header",
                "X-Id",
                style="simple",
                explode=False,
            ),
        ),
        body=Body(
            "application/json",
            type=lambda: _models.SearchRequestBody,
        ),
        replies=(Reply("200", "application/json", lambda: _models.ListResponseBody),),
        paging=PageRule(
            "page",
            input=PageInput("page_no", kind="integer"),
            total=("info", "count"),
        ),
    )
)

_SCAN: PagedOperation[builtins.list[str], str] = PagedOperation(
    id="scan",
    method="GET",
    path="/rows",
    params=(
        Param(
            "at",
            "query",
            "at",
            style="form",
            explode=True,
        ),
        Param(
            "size",
            "query",
            "size",
            style="form",
            explode=True,
        ),
    ),
    replies=(Reply("200", "application/json", lambda: builtins.list[str]),),
    paging=PageRule(
        "offset",
        input=PageInput("at", kind="integer", start=3),
        limit=PageInput("size", kind="integer"),
        results=(),
        items=(),
    ),
)

_WALK: PagedOperation[_models.ListResponseBody, _models.ListResponseBody] = (
    PagedOperation(
        id="walk",
        method="GET",
        path="/links",
        replies=(Reply("200", "application/json", lambda: _models.ListResponseBody),),
        paging=PageRule(
            "url",
            next=("info", "link"),
        ),
    )
)

_WRONG: Operation[_models.ListResponseBody] = Operation(
    id="wrong",
    method="GET",
    path="/wrong",
    replies=(Reply("200", "application/json", lambda: _models.ListResponseBody),),
)


class Paged(Client):
    """Paged"""

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

    def list(
        self,
        *,
        after_key: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.Page[_models.ListResponseBody, _models.Thing]:
        """list

        :param after_key:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call_paged(
            _LIST,
            {
                "after_key": after_key,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_async(
        self,
        *,
        after_key: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.AsyncPage[_models.ListResponseBody, _models.Thing]:
        """list

        :param after_key:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_paged(
            _LIST,
            {
                "after_key": after_key,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def search(
        self,
        *,
        x_id: str | None = None,
        page_no: int | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.Page[_models.ListResponseBody, _models.ListResponseBody]:
        """search

        :param x_id:
        :param page_no:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call_paged(
            _SEARCH,
            {
                "x_id": x_id,
                "page_no": page_no,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def search_async(
        self,
        *,
        x_id: str | None = None,
        page_no: int | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.AsyncPage[_models.ListResponseBody, _models.ListResponseBody]:
        """search

        :param x_id:
        :param page_no:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_paged(
            _SEARCH,
            {
                "x_id": x_id,
                "page_no": page_no,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def scan(
        self,
        *,
        at: int | None = None,
        size: int | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.Page[builtins.list[str], str]:
        """scan

        :param at:
        :param size:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call_paged(
            _SCAN,
            {
                "at": at,
                "size": size,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def scan_async(
        self,
        *,
        at: int | None = None,
        size: int | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.AsyncPage[builtins.list[str], str]:
        """scan

        :param at:
        :param size:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_paged(
            _SCAN,
            {
                "at": at,
                "size": size,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def walk(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.Page[_models.ListResponseBody, _models.ListResponseBody]:
        """walk

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call_paged(
            _WALK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def walk_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _paging.AsyncPage[_models.ListResponseBody, _models.ListResponseBody]:
        """walk

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_paged(
            _WALK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def wrong(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ListResponseBody:
        """wrong

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _WRONG,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def wrong_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ListResponseBody:
        """wrong

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises PagedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _WRONG,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
