"""Models of Circle."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.models import Number as _Number


class CircleTypedDict(TypedDict):
    shape_kind: str
    radius: NotRequired[float]


class Circle(BaseModel):
    shape_kind: Annotated[str, _Field(alias="shapeKind")]
    radius: _Number | None = None
