"""Models of events."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class EventsResponseBodyItemTypedDict(TypedDict):
    event: NotRequired[str]


class EventsResponseBodyItem(BaseModel):
    event: str | None = None
