"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import BinaryReply, ErrorReply, OpenOperation, Operation, Reply
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

_SEVERAL: Operation[_models.SeveralResponse] = Operation(
    id="several",
    method="GET",
    path="/several",
    replies=(
        Reply("200", "application/json", lambda: _models.Done),
        Reply("202", "application/json", lambda: _models.Later),
    ),
    errors=(
        ErrorReply(
            "404", "application/json", lambda: _models.FaultData, lambda: _models.Fault
        ),
        ErrorReply(
            "409",
            "application/json",
            lambda: _models.RefusalData_2,
            lambda: _models.Refusal,
        ),
        ErrorReply(
            "5XX", "application/json", lambda: _models.FaultData, lambda: _models.Fault
        ),
        ErrorReply(
            "422",
            "application/json",
            lambda: _models.SeveralResponseBodyData,
            lambda: _models.SeveralResponseBody,
        ),
        ErrorReply(
            "423",
            "application/json",
            lambda: _models.SeveralResponseResponseBodyData,
            lambda: _models.SeveralResponseResponseBody,
        ),
        ErrorReply(
            "424",
            "application/json",
            lambda: _models.SeveralResponse424ResponseBodyData,
            lambda: _models.SeveralResponse424ResponseBody,
        ),
    ),
)

_NONE: Operation[None] = Operation(
    id="none",
    method="DELETE",
    path="/none",
    replies=(Reply("204", None, None),),
)

_PERHAPS: Operation[_models.Done | None] = Operation(
    id="perhaps",
    method="GET",
    path="/perhaps",
    replies=(
        Reply("200", "application/json", lambda: _models.Done),
        Reply("204", None, None),
    ),
)

_TEXT: Operation[str] = Operation(
    id="text",
    method="GET",
    path="/text",
    replies=(Reply("200", "text/plain", lambda: str),),
)

_BINARY: OpenOperation[BinaryResponse, BinaryResponseAsync] = OpenOperation(
    id="binary",
    method="GET",
    path="/binary",
    replies=(BinaryReply("2XX", "image/png", lambda: bytes),),
)

_FALLBACK: Operation[_models.Done] = Operation(
    id="fallback",
    method="GET",
    path="/default",
    replies=(Reply("default", "application/json", lambda: _models.Done),),
)


class Responses(Client):
    """Responses"""

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

    def several(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.SeveralResponse:
        """several

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _SEVERAL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def several_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.SeveralResponse:
        """several

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _SEVERAL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def none(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """none

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _NONE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def none_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """none

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _NONE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def perhaps(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Done | None:
        """perhaps

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _PERHAPS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def perhaps_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Done | None:
        """perhaps

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _PERHAPS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def text(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> str:
        """text

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _TEXT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def text_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> str:
        """text

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _TEXT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def binary(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryResponse:
        """binary

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _BINARY,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def binary_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryResponseAsync:
        """binary

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _BINARY,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def fallback(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Done:
        """fallback

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _FALLBACK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def fallback_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Done:
        """fallback

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ResponsesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _FALLBACK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
