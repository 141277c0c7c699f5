"""Models of Paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .. import models as _models


class PaintModelTypedDict(TypedDict):
    colour: _models.Colour
    """The colours there are"""
    coats: NotRequired[Coats]
    finish: NotRequired[Finish]
    kind: NotRequired[Literal["wall"]]
    only: NotRequired[Only]
    always: NotRequired[Literal[True]]
    shade: NotRequired[Shade | None]


class PaintModel(BaseModel):
    colour: _models.Colour
    """The colours there are"""
    coats: Coats | None = None
    finish: Finish | None = None
    kind: Literal["wall"] | None = None
    only: Only | None = None
    always: Literal[True] | None = None
    shade: OptionalNullable[Shade] = UNSET


Coats = Literal[1, 2, 3]


Finish = Literal["matt", "high gloss", "", "100%", "class"]


Only = Literal["one"]


Shade = Literal["dark", "light"]
