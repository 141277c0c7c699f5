"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.options import (
    AsyncHttpClient,
    ClientOptions,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .pets import Pets


class Globals(Client):
    """Globals"""

    def __init__(
        self,
        *,
        contact_id: str | None = None,
        region: str | None = None,
        tenant: str | None = None,
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

        :param contact_id: Who it is for
        :param region:
        :param tenant: A variable of the server's URL
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
                parameters={
                    "contact_id": contact_id,
                    "region": region,
                },
                server_idx=server_idx,
                server_url=server_url,
                url_params=url_params,
                variables={
                    "tenant": tenant,
                },
                client=client,
                async_client=async_client,
                retry_config=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
                allow_http=allow_http,
            ),
        )

    @cached_property
    def pets(self) -> Pets:
        from .pets import Pets

        return Pets(self._core)
