"""The client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Mapping, Optional

from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.options import (
    AsyncHttpClient,
    ClientOptions,
    Credential,
    HttpClient,
    Logger,
    RetryConfig,
)
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .contacts import Contacts
    from .files import Files
    from .router import Router


class Orq(Client):
    """orq.ai API"""

    def __init__(
        self,
        *,
        api_key: Credential = None,
        server_idx: Optional[int] = None,
        server_url: Optional[str] = None,
        url_params: Optional[Mapping[str, str]] = None,
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
        debug_logger: Optional[Logger] = None,
        allow_http: bool = False,
    ) -> None:
        r"""Make a client; nothing is connected before the first call.

        :param api_key: The API key, or a function returning it
        :param server_idx: The index of the server to use for all methods
        :param server_url: The server URL to use for all methods
        :param url_params: Values for the variables in `server_url`
        :param client: The HTTP client to use for synchronous methods
        :param async_client: The HTTP client to use for asynchronous methods
        :param retry_config: The retry configuration to use for all methods
        :param timeout_ms: Timeout in milliseconds of one request
        :param debug_logger: Where to log requests and responses
        :param allow_http: Send credentials by http to other machines, too
        """
        super().__init__(
            CONFIG,
            ClientOptions(
                credentials={"api_key": api_key},
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
    def contacts(self) -> Contacts:
        from .contacts import Contacts

        return Contacts(self._core)

    @cached_property
    def files(self) -> Files:
        from .files import Files

        return Files(self._core)

    @cached_property
    def router(self) -> Router:
        from .router import Router

        return Router(self._core)
