"""The error HonoAPIError."""

from __future__ import annotations

from typing import Optional

from .._runtime.errors import SDKError
from .._runtime.base import BaseModel
from .._runtime.models import Number


class HonoAPIErrorData(BaseModel):
    code: str
    message: str
    http_status: Optional[Number] = None


class HonoAPIError(SDKError):
    data: HonoAPIErrorData
