"""Models of Store."""

from __future__ import annotations

import datetime as _dt
from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypeAlias, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.models import Number as _Number

if TYPE_CHECKING:
    from .. import models as _models


class StoreModelTypedDict(TypedDict):
    names: NotRequired[list[str]]
    matrix: NotRequired[list[list[float]]]
    items: NotRequired[list[_models.ItemTypedDict]]
    counts: NotRequired[dict[str, int]]
    by_name: NotRequired[dict[str, _models.ItemTypedDict]]
    inline: NotRequired[list[InlineTypedDict]]
    lists: NotRequired[dict[str, list[str]]]
    anything: NotRequired[list[Any]]
    free: NotRequired[dict[str, Any]]


class StoreModel(BaseModel):
    names: list[str] | None = None
    matrix: list[list[_Number]] | None = None
    items: list[_models.Item] | None = None
    counts: dict[str, int] | None = None
    by_name: Annotated[dict[str, _models.Item] | None, _Field(alias="byName")] = None
    inline: list[Inline] | None = None
    lists: dict[str, list[str]] | None = None
    anything: list[Any] | None = None
    free: dict[str, Any] | None = None


class InlineTypedDict(TypedDict):
    when: NotRequired[_dt.datetime]


class Inline(BaseModel):
    when: _dt.datetime | None = None


InlineInput: TypeAlias = "Inline | InlineTypedDict"  # fmt: skip
"""Inline, or plain data of its shape."""
