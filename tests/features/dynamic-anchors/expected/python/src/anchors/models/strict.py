"""Models of Strict."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class StrictTypedDict(TypedDict):
    value: str
    children: NotRequired[list[StrictTypedDict]]


class Strict(BaseModel):
    value: str
    children: list[Strict] | None = None
