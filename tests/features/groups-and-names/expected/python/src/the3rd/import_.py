"""The group import."""

from __future__ import annotations

from collections.abc import Mapping

from ._runtime.client import Group
from ._runtime.operation import Operation, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

_CLASS: Operation[None] = Operation(
    id="class",
    method="GET",
    path="/class",
    replies=(Reply("204", None, None),),
)


class Import(Group):
    def class_(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """class

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CLASS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def class_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """class

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _CLASS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
