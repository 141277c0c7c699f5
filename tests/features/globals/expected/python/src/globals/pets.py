"""The group pets."""

from __future__ import annotations

from collections.abc import Mapping

from ._runtime.client import Group
from ._runtime.operation import Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

_GET: Operation[None] = Operation(
    id="get",
    method="GET",
    path="/pets/{id}",
    params=(
        Param(
            "id",
            "path",
            "id",
            style="simple",
            explode=False,
            required=True,
        ),
        Param(
            "region",
            "query",
            "region",
            style="form",
            explode=True,
            client="region",
        ),
        Param(
            "contact_id",
            "header",
            "contactId",
            style="simple",
            explode=False,
            client="contact_id",
        ),
    ),
    replies=(Reply("204", None, None),),
)


class Pets(Group):
    def get(
        self,
        *,
        id: str,
        region: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get

        :param id:
        :param region:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises GlobalsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _GET,
            {
                "id": id,
                "region": region,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_async(
        self,
        *,
        id: str,
        region: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get

        :param id:
        :param region:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises GlobalsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _GET,
            {
                "id": id,
                "region": region,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
