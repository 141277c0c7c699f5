"""Models of post callback."""

from __future__ import annotations

import datetime as _dt
from typing import TypedDict

from .._runtime.base import BaseModel


class OnEventPayloadTypedDict(TypedDict):
    at: _dt.datetime


class OnEventPayload(BaseModel):
    at: _dt.datetime
