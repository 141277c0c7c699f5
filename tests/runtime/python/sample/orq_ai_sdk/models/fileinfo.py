"""The model FileInfo."""

from __future__ import annotations

from typing import Optional

from .._runtime.models import BaseModel, Number


class FileInfo(BaseModel):
    name: str
    size: Optional[Number] = None
