"""The group clash."""

from __future__ import annotations

from collections.abc import Mapping

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

_GET_ITEM: Operation[None] = Operation(
    id="getItem",
    method="GET",
    path="/clash1",
    replies=(Reply("204", None, None),),
)

_GET_ITEM_2: Operation[None] = Operation(
    id="get_item",
    method="GET",
    path="/clash2",
    replies=(Reply("204", None, None),),
)

_GET_ITEM_ASYNC_2: Operation[None] = Operation(
    id="get_item_async",
    method="GET",
    path="/clash3",
    replies=(Reply("204", None, None),),
)

_GET_NO_ID_NAME: Operation[_models.ClashModel] = Operation(
    id="get_/no/{id}/name",
    method="GET",
    path="/no/{id}/name",
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
            "self_",
            "query",
            "self",
            style="form",
            explode=True,
        ),
        Param(
            "from_",
            "query",
            "from",
            style="form",
            explode=True,
        ),
        Param(
            "retries_",
            "query",
            "retries",
            style="form",
            explode=True,
        ),
        Param(
            "id_",
            "query",
            "ID",
            style="form",
            explode=True,
        ),
    ),
    replies=(Reply("200", "application/json", lambda: _models.ClashModel),),
)


class Clash(Group):
    def get_item(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """getItem

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _GET_ITEM,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_item_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """getItem

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _GET_ITEM,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_item_(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get_item

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _GET_ITEM_2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_item_async_(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get_item

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _GET_ITEM_2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_item_async_2(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get_item_async

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _GET_ITEM_ASYNC_2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_item_async_2_async(
        self,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """get_item_async

        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _GET_ITEM_ASYNC_2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_no_id_name(
        self,
        *,
        id: str,
        self_: str | None = None,
        from_: str | None = None,
        retries_: int | None = None,
        id_: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ClashModel:
        """get_/no/{id}/name

        :param id:
        :param self_:
        :param from_:
        :param retries_:
        :param id_:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _GET_NO_ID_NAME,
            {
                "id": id,
                "self_": self_,
                "from_": from_,
                "retries_": retries_,
                "id_": id_,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_no_id_name_async(
        self,
        *,
        id: str,
        self_: str | None = None,
        from_: str | None = None,
        retries_: int | None = None,
        id_: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.ClashModel:
        """get_/no/{id}/name

        :param id:
        :param self_:
        :param from_:
        :param retries_:
        :param id_:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises The3rdError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _GET_NO_ID_NAME,
            {
                "id": id,
                "self_": self_,
                "from_": from_,
                "retries_": retries_,
                "id_": id_,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
