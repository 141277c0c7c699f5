"""Models of Answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired, TypeAlias, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.base import BaseModel
from .._runtime.unions import OneOf as _OneOf
from .._runtime.unions import Tagged as _Tagged
from .._runtime.variants import UnknownVariant as _UnknownVariant

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


StatedTypedDict: TypeAlias = "_models.CircleTypedDict | _models.SquareTypedDict"  # fmt: skip
Stated = TypeAliasType(
    "Stated",
    Annotated[
        "_models.Circle | _models.Square | _UnknownVariant",
        _Tagged(
            "shape_kind",
            "shapeKind",
            {
                "round": 0,
                "square": 1,
            },
        ),
    ],
)


SeenTypedDict: TypeAlias = "_models.CatTypedDict | _models.DogTypedDict"  # fmt: skip
Seen = TypeAliasType(
    "Seen",
    Annotated[
        "_models.Cat | _models.Dog | _UnknownVariant",
        _Tagged(
            "is_",
            "is",
            {
                "cat": 0,
                "dog": 1,
            },
        ),
    ],
)


LooseTypedDict: TypeAlias = "str | int | _models.CatTypedDict"  # fmt: skip
Loose = TypeAliasType(
    "Loose",
    Annotated["str | int | _models.Cat | _UnknownVariant", _OneOf()],
)


ManyTypedDict: TypeAlias = "str | list[str]"  # fmt: skip
Many = TypeAliasType(
    "Many",
    Annotated["str | list[str] | _UnknownVariant", _OneOf()],
)
