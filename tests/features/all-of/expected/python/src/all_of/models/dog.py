"""Models of Dog."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class DogTypedDict(TypedDict):
    """An animal that barks"""

    name: str
    """What it is called"""
    age: int
    tag: NotRequired[str]
    bark: NotRequired[str]
    friend: NotRequired[_models.AnimalTypedDict]
    """The best one"""


class Dog(BaseModel):
    """An animal that barks"""

    name: str
    """What it is called"""
    age: int
    tag: str | None = None
    bark: str | None = None
    friend: _models.Animal | None = None
    """The best one"""
