"""The model Team."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class TeamTypedDict(TypedDict):
    name: str
    members: NotRequired[List[_models.PublicContactTypedDict]]


class Team(BaseModel):
    name: str
    members: Optional[List[_models.PublicContact]] = None
