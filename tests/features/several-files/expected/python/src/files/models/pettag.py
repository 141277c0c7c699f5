"""Models of Tag."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class PetTagTypedDict(TypedDict):
    old: NotRequired[str]


class PetTag(BaseModel):
    old: str | None = None
