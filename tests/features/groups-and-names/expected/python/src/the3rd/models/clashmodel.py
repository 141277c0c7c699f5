"""Models of Clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field

if TYPE_CHECKING:
    from .. import models as _models


class ClashModelTypedDict(TypedDict):
    user_name: NotRequired[str]
    user_name_: NotRequired[str]
    class_: NotRequired[str]
    twond: NotRequired[str]
    ref_like: NotRequired[_models.ClashModel2TypedDict]
    gro_u00df_e: NotRequired[str]


class ClashModel(BaseModel):
    user_name: str | None = None
    user_name_: Annotated[str | None, _Field(alias="userName")] = None
    class_: Annotated[str | None, _Field(alias="class")] = None
    twond: Annotated[str | None, _Field(alias="2nd")] = None
    ref_like: Annotated[_models.ClashModel2 | None, _Field(alias="$ref-like")] = None
    gro_u00df_e: Annotated[str | None, _Field(alias="größe")] = None
