"""Models of Answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypeAlias, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field

if TYPE_CHECKING:
    from .. import models as _models


class AnswerTypedDict(TypedDict):
    stated: NotRequired[_models.CircleTypedDict | _models.SquareTypedDict]
    seen: NotRequired[_models.CatTypedDict | _models.DogTypedDict]
    loose: NotRequired[str | int | _models.CatTypedDict]
    many: NotRequired[list[str | list[str]]]
    text: NotRequired[str]


class Answer(BaseModel):
    stated: Stated | None = None
    seen: Seen | None = None
    loose: Loose | None = None
    many: list[Many] | None = None
    text: str | None = None


StatedTypedDict: TypeAlias = "_models.CircleTypedDict | _models.SquareTypedDict"
Stated = TypeAliasType(
    "Stated",
    "_models.Circle | _models.Square",
)


SeenTypedDict: TypeAlias = "_models.CatTypedDict | _models.DogTypedDict"
Seen = TypeAliasType(
    "Seen",
    Annotated["_models.Cat | _models.Dog", _Field(discriminator="is_")],
)


LooseTypedDict: TypeAlias = "str | int | _models.CatTypedDict"
Loose = TypeAliasType(
    "Loose",
    "str | int | _models.Cat",
)


ManyTypedDict: TypeAlias = "str | list[str]"
Many = TypeAliasType(
    "Many",
    "str | list[str]",
)
