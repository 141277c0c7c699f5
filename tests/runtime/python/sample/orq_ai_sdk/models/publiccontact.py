"""The model PublicContact."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, List, Optional

from .._runtime.base import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class PublicContactTypedDict(TypedDict):
    id: str
    display_name: NotRequired[str]
    team: NotRequired[_models.TeamTypedDict]
    friends: NotRequired[List[PublicContactTypedDict]]


class PublicContact(BaseModel):
    id: Annotated[str, Field(alias="_id")]
    """Unique identifier"""
    display_name: Annotated[Optional[str], Field(alias="displayName")] = None
    team: Optional[_models.Team] = None
    friends: Optional[List[PublicContact]] = None
    created: Optional[datetime] = None
