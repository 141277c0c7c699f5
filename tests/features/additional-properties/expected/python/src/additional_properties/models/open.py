"""Models of Open."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from .._runtime.base import BaseModel


class OpenTypedDict(TypedDict):
    id: NotRequired[str]


class Open(BaseModel):
    id: str | None = None


OpenInput: TypeAlias = "Open | OpenTypedDict"  # fmt: skip
"""Open, or plain data of its shape."""
