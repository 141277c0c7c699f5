"""Models of Norway."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.variants import UnrecognizedStr as _UnrecognizedStr


class NorwayTypedDict(TypedDict):
    no: NotRequired[No]
    on: NotRequired[str]
    one: NotRequired[str]
    true: NotRequired[str]
    null: NotRequired[int]


class Norway(BaseModel):
    no: No | None = None
    on: str | None = None
    one: Annotated[str | None, _Field(alias="1")] = None
    true: str | None = None
    null: int | None = None


No = (
    Literal["NO", "no", "yes", "on", "off", "y", "2024-01-01", "1e3x", "012x", "~x"]
    | _UnrecognizedStr
)
