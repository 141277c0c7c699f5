"""Models of Pet."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class PetTypedDict(TypedDict):
    id: NotRequired[str]


class Pet(BaseModel):
    id: str | None = None
