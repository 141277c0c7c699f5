"""The union Node, which contains itself through two modules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, TypeAlias, Union

from .._runtime.base import Field
from typing_extensions import TypeAliasType, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class BranchTypedDict(TypedDict):
    kind: Literal["branch"]
    children: List[NodeTypedDict]


class Branch(BaseModel):
    kind: Literal["branch"]
    children: List[Node]


NodeTypedDict: TypeAlias = Union["_models.LeafTypedDict", BranchTypedDict]
Node = TypeAliasType(
    "Node", Annotated[Union["_models.Leaf", Branch], Field(discriminator="kind")]
)
