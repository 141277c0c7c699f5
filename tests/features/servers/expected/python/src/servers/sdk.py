"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import Operation, Reply, Server
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

_HERE: Operation[None] = Operation(
    id="here",
    method="GET",
    path="/here",
    replies=(Reply("204", None, None),),
)

_THERE: Operation[None] = Operation(
    id="there",
    method="GET",
    path="/there",
    replies=(Reply("204", None, None),),
    servers=(
        Server(
            "https://{region}.{tenant-name}.{client}.example.com",
            variables={
                "region": "us",
                "tenant-name": "",
                "client": "x",
            },
            choices={
                "region": (
                    "us",
                    "asia",
                ),
            },
        ),
        Server("https://path.example.com"),
    ),
)


class Servers(Client):
    """Servers"""

    def __init__(
        self,
        *,
        region: Literal["eu", "us", "asia"] | None = None,
        port: str | None = None,
        tenant_name: str | None = None,
        client_: str | None = None,
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

        :param region: Where the data is
        :param port: A variable of the server's URL
        :param tenant_name: A variable of the server's URL
        :param client_: A variable of the server's URL
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
                variables={
                    "region": region,
                    "port": port,
                    "tenant-name": tenant_name,
                    "client": client_,
                },
                client=client,
                async_client=async_client,
                retry_config=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
                allow_http=allow_http,
            ),
        )

    def here(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """here

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ServersError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _HERE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def here_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """here

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ServersError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _HERE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def there(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """there

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ServersError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _THERE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def there_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """there

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ServersError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _THERE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
