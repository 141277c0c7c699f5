"""Models of Cat."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class CatTypedDict(TypedDict):
    kittens: NotRequired[list[_models.KittenTypedDict]]


class Cat(BaseModel):
    kittens: list[_models.Kitten] | None = None
