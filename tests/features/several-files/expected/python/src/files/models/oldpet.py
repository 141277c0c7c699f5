"""Models of pet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class OldPetTypedDict(TypedDict):
    id: NotRequired[int]
    tag: NotRequired[_models.PetTagTypedDict]


class OldPet(BaseModel):
    id: int | None = None
    tag: _models.PetTag | None = None
