"""Models of the operation createContact."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.models import Number
from .._runtime.unset import UNSET, Nullable, OptionalNullable


class CreateContactRequestBodyTypedDict(TypedDict):
    external_id: str
    display_name: NotRequired[Nullable[str]]
    score: NotRequired[float]
    tags: NotRequired[List[str]]
    metadata: NotRequired[Dict[str, Any]]


class CreateContactRequestBody(BaseModel):
    external_id: str
    display_name: OptionalNullable[str] = UNSET
    score: Optional[Number] = None
    tags: Optional[List[str]] = None
    metadata: Optional[Dict[str, Any]] = None
