"""Models of Cat."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field


class CatTypedDict(TypedDict):
    is_: Literal["cat"]
    lives: NotRequired[int]


class Cat(BaseModel):
    is_: Annotated[Literal["cat"], _Field(alias="is")]
    lives: int | None = None
