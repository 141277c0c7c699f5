"""The group legacy."""

from __future__ import annotations

from collections.abc import Mapping

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Body, Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

_OLD: Operation[None] = Operation(
    id="old",
    method="POST",
    path="/old",
    params=(
        Param(
            "page",
            "query",
            "page",
            style="form",
            explode=True,
        ),
    ),
    body=Body(
        "application/json",
        type=lambda: _models.Old,
    ),
    replies=(Reply("204", None, None),),
)


class Legacy(Group):
    def old(
        self,
        *,
        name: str,
        page: int | None = None,
        title: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """The old way

        Use the new way.

        Deprecated: it will be removed in a future release.

        :param name:
        :param page: Where to begin
        :param title: Use name
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises DeprecatedError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _OLD,
            {
                "name": name,
                "page": page,
                "title": title,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def old_async(
        self,
        *,
        name: str,
        page: int | None = None,
        title: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """The old way

        Use the new way.

        Deprecated: it will be removed in a future release.

        :param name:
        :param page: Where to begin
        :param title: Use name
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises DeprecatedError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _OLD,
            {
                "name": name,
                "page": page,
                "title": title,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
