"""Models of PetPage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class PetPageTypedDict(TypedDict):
    items: list[_models.PetTypedDict]


class PetPage(BaseModel):
    items: list[_models.Pet]
