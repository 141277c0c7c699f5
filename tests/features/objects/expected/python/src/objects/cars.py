"""The group cars."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Body, Operation, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .models.model import ModelInput

_ADD_CAR: Operation[_models.Car] = Operation(
    id="addCar",
    method="POST",
    path="/cars",
    body=Body(
        "application/json",
        type=lambda: _models.Car,
    ),
    replies=(Reply("201", "application/json", lambda: _models.Car),),
)


class Cars(Group):
    def add_car(
        self,
        *,
        plate: str,
        built_on: _dt.date,
        class_: str,
        seen_at: _dt.datetime | None = None,
        weight: float | None = None,
        doors: int | None = None,
        x_colour_code: str | None = None,
        model: ModelInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Car:
        """Add a car

        :param plate: The number plate
        :param built_on:
        :param class_: A word that is reserved
        :param seen_at:
        :param weight:
        :param doors:
        :param x_colour_code:
        :param model:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ObjectsError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _ADD_CAR,
            {
                "plate": plate,
                "built_on": built_on,
                "class_": class_,
                "seen_at": seen_at,
                "weight": weight,
                "doors": doors,
                "x_colour_code": x_colour_code,
                "model": model,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_car_async(
        self,
        *,
        plate: str,
        built_on: _dt.date,
        class_: str,
        seen_at: _dt.datetime | None = None,
        weight: float | None = None,
        doors: int | None = None,
        x_colour_code: str | None = None,
        model: ModelInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.Car:
        """Add a car

        :param plate: The number plate
        :param built_on:
        :param class_: A word that is reserved
        :param seen_at:
        :param weight:
        :param doors:
        :param x_colour_code:
        :param model:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ObjectsError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _ADD_CAR,
            {
                "plate": plate,
                "built_on": built_on,
                "class_": class_,
                "seen_at": seen_at,
                "weight": weight,
                "doors": doors,
                "x_colour_code": x_colour_code,
                "model": model,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
