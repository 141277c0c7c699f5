"""Models of Fault."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.errors import SDKError as _SDKError


class FaultTypedDict(TypedDict):
    message: str
    code: NotRequired[str]
    """What went wrong"""


class FaultData(BaseModel):
    message: str
    code: str | None = None
    """What went wrong"""


class Fault(_SDKError):
    """An error whose `data` is FaultData."""

    data: FaultData
