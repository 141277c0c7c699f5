"""Models of Tag."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class TagTypedDict(TypedDict):
    text: NotRequired[str]


class Tag(BaseModel):
    text: str | None = None
