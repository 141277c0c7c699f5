"""The model Leaf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.models import Number

if TYPE_CHECKING:
    from .. import models as _models


class LeafTypedDict(TypedDict):
    kind: Literal["leaf"]
    value: float
    hidden: NotRequired[_models.NodeTypedDict]


class Leaf(BaseModel):
    kind: Literal["leaf"]
    value: Number
    hidden: Optional[_models.Node] = None
