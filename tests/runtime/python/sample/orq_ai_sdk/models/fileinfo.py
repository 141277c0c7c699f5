"""The model FileInfo."""

from __future__ import annotations

from typing import Optional

from .._runtime.base import BaseModel
from .._runtime.models import Number


class FileInfo(BaseModel):
    name: str
    size: Optional[Number] = None
