"""Models of Page."""

from __future__ import annotations

from typing import Any, TypedDict

from .._runtime.base import BaseModel


class PageTypedDict(TypedDict):
    items: list[Any]


class Page(BaseModel):
    items: list[Any]
