"""The group shelves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import Group
from ._runtime.operation import Operation, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .books import Books

_COPY_BOOKS: Operation[None] = Operation(
    id="copyBooks",
    method="COPY",
    path="/books",
    replies=(Reply("204", None, None),),
)


class Shelves(Group):
    @cached_property
    def books(self) -> Books:
        from .books import Books

        return Books(self._core)

    def copy_books(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """copyBooks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _COPY_BOOKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def copy_books_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """copyBooks

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _COPY_BOOKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
