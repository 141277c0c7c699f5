"""Models of Tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class TreeTypedDict(TypedDict):
    name: str
    parent: NotRequired[TreeTypedDict]
    children: NotRequired[list[TreeTypedDict]]
    leaf: NotRequired[_models.LeafTypedDict]


class Tree(BaseModel):
    name: str
    parent: Tree | None = None
    children: list[Tree] | None = None
    leaf: _models.Leaf | None = None


TreeInput: TypeAlias = "Tree | TreeTypedDict"  # fmt: skip
"""Tree, or plain data of its shape."""
