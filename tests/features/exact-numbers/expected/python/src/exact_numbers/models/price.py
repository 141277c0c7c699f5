"""Models of Price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.decimals import Decimal as _Decimal


class PriceTypedDict(TypedDict):
    value: _Decimal | float
    taxes: NotRequired[Sequence[_Decimal | float]]
    serial: NotRequired[int]


class Price(BaseModel):
    value: _Decimal
    taxes: list[_Decimal] | None = None
    serial: int | None = None
