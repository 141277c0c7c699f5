"""Models of Note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypeAlias, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .. import models as _models


class NoteTypedDict(TypedDict):
    must: str
    must_or: str | None
    may_or: NotRequired[int | None]
    list_: NotRequired[list[str | None]]
    other: NotRequired[_models.OtherTypedDict | None]
    either: NotRequired[str | int | None]
    several: NotRequired[str | int | None]


class Note(BaseModel):
    must: str
    must_or: Annotated[str | None, _Field(alias="mustOr")]
    may_or: Annotated[OptionalNullable[int], _Field(alias="mayOr")] = UNSET
    list_: Annotated[list[str | None] | None, _Field(alias="list")] = None
    other: OptionalNullable[_models.Other] = UNSET
    either: OptionalNullable[Either] = UNSET
    several: OptionalNullable[Several] = UNSET


EitherTypedDict: TypeAlias = "str | int"  # fmt: skip
Either = TypeAliasType(
    "Either",
    "str | int",
)

EitherInput: TypeAlias = "Either | EitherTypedDict"  # fmt: skip
"""Either, or plain data of its shape."""


SeveralTypedDict: TypeAlias = "str | int"  # fmt: skip
Several = TypeAliasType(
    "Several",
    "str | int",
)

SeveralInput: TypeAlias = "Several | SeveralTypedDict"  # fmt: skip
"""Several, or plain data of its shape."""
