"""The group shelves.books."""

from __future__ import annotations

import builtins
from collections.abc import Mapping

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Body, Operation, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

_FIND_BOOKS: Operation[builtins.list[_models.Book]] = Operation(
    id="findBooks",
    method="QUERY",
    path="/books",
    body=Body(
        "application/json",
        type=lambda: _models.Filter,
    ),
    replies=(Reply("200", "application/json", lambda: builtins.list[_models.Book]),),
)


class Books(Group):
    def find_books(
        self,
        *,
        title: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> builtins.list[_models.Book]:
        """findBooks

        :param title:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _FIND_BOOKS,
            {
                "title": title,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def find_books_async(
        self,
        *,
        title: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> builtins.list[_models.Book]:
        """findBooks

        :param title:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ThreeTwoError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _FIND_BOOKS,
            {
                "title": title,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
