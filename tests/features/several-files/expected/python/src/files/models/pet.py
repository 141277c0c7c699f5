"""Models of pet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class PetTypedDict(TypedDict):
    owner: NotRequired[OwnerTypedDict]
    tag: NotRequired[_models.TagTypedDict]


class Pet(BaseModel):
    owner: Owner | None = None
    tag: _models.Tag | None = None


class OwnerTypedDict(TypedDict):
    address: NotRequired[AddressTypedDict]


class Owner(BaseModel):
    address: Address | None = None


class AddressTypedDict(TypedDict):
    city: NotRequired[str]


class Address(BaseModel):
    city: str | None = None
