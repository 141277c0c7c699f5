"""Models of Tree."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class TreeTypedDict(TypedDict):
    value: NotRequired[str]
    children: NotRequired[list[TreeTypedDict]]


class Tree(BaseModel):
    value: str | None = None
    children: list[Tree] | None = None
