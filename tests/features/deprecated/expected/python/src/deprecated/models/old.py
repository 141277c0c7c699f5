"""Models of Old."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class OldTypedDict(TypedDict):
    """Once good

    Deprecated: it will be removed in a future release."""

    name: str
    title: NotRequired[str]
    """Use name

    Deprecated: it will be removed in a future release."""


class Old(BaseModel):
    """Once good

    Deprecated: it will be removed in a future release."""

    name: str
    title: str | None = None
    """Use name

    Deprecated: it will be removed in a future release."""
