"""Models of the operation uploadFile."""

from __future__ import annotations

from typing import Optional

from .._runtime.base import BaseModel
from .._runtime.models import FileInput


class UploadFileRequestBody(BaseModel):
    file: FileInput
    purpose: Optional[str] = None
