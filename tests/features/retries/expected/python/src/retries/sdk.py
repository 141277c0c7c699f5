"""The client."""

from __future__ import annotations

from collections.abc import Mapping

from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import Operation, Reply
from ._runtime.options import (
    AsyncHttpClient,
    BackoffStrategy,
    CallOptions,
    ClientOptions,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.unset import UNSET, OptionalNullable

_AS_ALL: Operation[None] = Operation(
    id="asAll",
    method="GET",
    path="/as-all",
    replies=(Reply("204", None, None),),
)

_COUNTED: Operation[None] = Operation(
    id="counted",
    method="GET",
    path="/counted",
    replies=(Reply("204", None, None),),
    retries=RetryConfig(
        "attempt-count-backoff",
        BackoffStrategy(500, 60000, 1.5, 3600000),
        max_retries=0,
    ),
    retry_codes=("503",),
)

_OWN: Operation[None] = Operation(
    id="own",
    method="GET",
    path="/own",
    replies=(Reply("204", None, None),),
    retries=RetryConfig(
        "backoff",
        BackoffStrategy(500, 60000, 1.25, 3600000),
    ),
)

_OFF: Operation[None] = Operation(
    id="off",
    method="GET",
    path="/off",
    replies=(Reply("204", None, None),),
    retries=RetryConfig(
        "none",
        BackoffStrategy(500, 60000, 1.5, 3600000),
    ),
)


class Retries(Client):
    """Retries"""

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

    def as_all(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """asAll

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _AS_ALL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def as_all_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """asAll

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _AS_ALL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def counted(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """counted

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _COUNTED,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def counted_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """counted

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _COUNTED,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def own(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """own

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _OWN,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def own_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """own

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _OWN,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def off(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """off

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _OFF,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def off_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """off

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises RetriesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _OFF,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
