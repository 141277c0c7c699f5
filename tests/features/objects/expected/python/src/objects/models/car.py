"""Models of Car."""

from __future__ import annotations

import datetime as _dt
from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.models import Number as _Number

if TYPE_CHECKING:
    from .. import models as _models


class CarTypedDict(TypedDict):
    """A car with "quotes", \\backslashes and \"\"\" or */ in its text"""

    plate: str
    """The number plate"""
    built_on: _dt.date
    class_: str
    """A word that is reserved"""
    seen_at: NotRequired[_dt.datetime]
    weight: NotRequired[float]
    doors: NotRequired[int]
    x_colour_code: NotRequired[str]
    model: NotRequired[_models.ModelTypedDict]


class Car(BaseModel):
    """A car with "quotes", \\backslashes and \"\"\" or */ in its text"""

    plate: str
    """The number plate"""
    built_on: Annotated[_dt.date, _Field(alias="builtOn")]
    class_: Annotated[str, _Field(alias="class")]
    """A word that is reserved"""
    seen_at: Annotated[_dt.datetime | None, _Field(alias="seenAt")] = None
    weight: _Number | None = None
    doors: int | None = None
    x_colour_code: Annotated[str | None, _Field(alias="x-colour-code")] = None
    model: _models.Model | None = None
