"""The client."""

from __future__ import annotations

from collections.abc import Mapping

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import Operation, Reply
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

_PETS: Operation[_models.Pet] = Operation(
    id="pets",
    method="GET",
    path="/pets",
    replies=(Reply("200", "application/json", lambda: _models.Pet),),
)

_DROP: Operation[None] = Operation(
    id="drop",
    method="DELETE",
    path="/cats",
    replies=(Reply("204", None, None),),
)

_CATS: Operation[_models.Cat] = Operation(
    id="cats",
    method="GET",
    path="/cats",
    replies=(Reply("200", "application/json", lambda: _models.Cat),),
)

_OWNER: Operation[_models.Owner] = Operation(
    id="owner",
    method="GET",
    path="/owner",
    replies=(Reply("200", "application/json", lambda: _models.Owner),),
)

_DEEP: Operation[_models.Address] = Operation(
    id="deep",
    method="GET",
    path="/deep",
    replies=(Reply("200", "application/json", lambda: _models.Address),),
)

_ENCODED: Operation[_models.ABCD] = Operation(
    id="encoded",
    method="GET",
    path="/encoded",
    replies=(Reply("200", "application/json", lambda: _models.ABCD),),
)

_OLD: Operation[_models.OldPet] = Operation(
    id="old",
    method="GET",
    path="/old",
    replies=(Reply("200", "application/json", lambda: _models.OldPet),),
)


class Files(Client):
    """Files"""

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

    def pets(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Pet:
        """pets

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _PETS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def pets_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Pet:
        """pets

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _PETS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def drop(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """drop

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _DROP,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def drop_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """drop

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _DROP,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def cats(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Cat:
        """cats

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CATS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def cats_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Cat:
        """cats

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _CATS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def owner(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Owner:
        """owner

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _OWNER,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def owner_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Owner:
        """owner

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _OWNER,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def deep(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Address:
        """deep

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _DEEP,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def deep_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Address:
        """deep

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _DEEP,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def encoded(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ABCD:
        """encoded

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _ENCODED,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def encoded_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ABCD:
        """encoded

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _ENCODED,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def old(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.OldPet:
        """old

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _OLD,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def old_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.OldPet:
        """old

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FilesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _OLD,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
