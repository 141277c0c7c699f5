"""Models of post webhook."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class GonePayloadTypedDict(TypedDict):
    id: NotRequired[str]


class GonePayload(BaseModel):
    id: str | None = None
