"""Models of a b/c~d."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class ABCDTypedDict(TypedDict):
    described: NotRequired[_models.PlainTypedDict]
    """Said beside the reference"""
    narrowed: NotRequired[NarrowedTypedDict]
    """Said at the schema"""
    widened: NotRequired[WidenedTypedDict]
    """Said at the schema"""


class ABCD(BaseModel):
    described: _models.Plain | None = None
    """Said beside the reference"""
    narrowed: Narrowed | None = None
    """Said at the schema"""
    widened: Widened | None = None
    """Said at the schema"""


class NarrowedTypedDict(TypedDict):
    """Said at the schema"""

    w: str


class Narrowed(BaseModel):
    """Said at the schema"""

    w: str


class WidenedTypedDict(TypedDict):
    """Said at the schema"""

    w: NotRequired[str]
    extra: NotRequired[int]


class Widened(BaseModel):
    """Said at the schema"""

    w: str | None = None
    extra: int | None = None
