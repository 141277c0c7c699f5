"""Models of inline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class InlineResponseBodyTypedDict(TypedDict):
    """OK"""

    items: list[_models.CatTypedDict]


class InlineResponseBody(BaseModel):
    """OK"""

    items: list[_models.Cat]
