"""Models of Fault."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.errors import SDKError as _SDKError
from .._runtime.models import BaseModel


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
