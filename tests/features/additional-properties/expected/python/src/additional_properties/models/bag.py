"""Models of Bag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field

if TYPE_CHECKING:
    from .. import models as _models


class BagTypedDict(TypedDict):
    open_: _models.OpenTypedDict
    typed: NotRequired[_models.TypedTypedDict]
    closed: NotRequired[_models.ClosedTypedDict]
    patterned: NotRequired[dict[str, int]]


class Bag(BaseModel):
    open_: Annotated[_models.Open, _Field(alias="open")]
    typed: _models.Typed | None = None
    closed: _models.Closed | None = None
    patterned: dict[str, int] | None = None
