"""The group shop.cars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Body, Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .models.car import CarInput

_PUT: Operation[_models.Car] = Operation(
    id="putCar",
    method="PUT",
    path="/cars/{id}",
    params=(
        Param(
            "id",
            "path",
            "id",
            style="simple",
            explode=False,
            required=True,
        ),
    ),
    body=Body(
        "application/json",
        type=lambda: _models.Car,
        arg="request_body",
    ),
    replies=(Reply("200", "application/json", lambda: _models.Car),),
)

_ADD: Operation[None] = Operation(
    id="postCar",
    method="POST",
    path="/cars",
    body=Body(
        "application/json",
        type=lambda: _models.Car,
        arg="request",
    ),
    replies=(Reply("204", None, None),),
)


class Cars(Group):
    def put(
        self,
        *,
        id: str,
        request_body: CarInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Car:
        """putCar

        :param id:
        :param request_body:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FlattenBodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _PUT,
            {
                "id": id,
                "request_body": request_body,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def put_async(
        self,
        *,
        id: str,
        request_body: CarInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Car:
        """putCar

        :param id:
        :param request_body:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FlattenBodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _PUT,
            {
                "id": id,
                "request_body": request_body,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def add(
        self,
        *,
        request: CarInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """postCar

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FlattenBodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _ADD,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_async(
        self,
        *,
        request: CarInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """postCar

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises FlattenBodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _ADD,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
