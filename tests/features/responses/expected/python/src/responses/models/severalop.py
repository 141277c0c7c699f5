"""Models of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from typing_extensions import TypeAliasType

from .._runtime.errors import SDKError as _SDKError
from .._runtime.unions import OneOf as _OneOf
from .._runtime.variants import UnknownVariant as _UnknownVariant

if TYPE_CHECKING:
    from .. import models as _models

SeveralResponseBodyTypedDict: TypeAlias = "_models.FaultTypedDict | _models.LaterTypedDict"  # fmt: skip
SeveralResponseBodyData = TypeAliasType(
    "SeveralResponseBodyData",
    Annotated["_models.FaultData | _models.Later | _UnknownVariant", _OneOf()],
)
"""Which"""


class SeveralResponseBody(_SDKError):
    """An error whose `data` is SeveralResponseBodyData."""

    data: SeveralResponseBodyData


SeveralResponseResponseBodyTypedDict: TypeAlias = "list[_models.FaultTypedDict]"  # fmt: skip
SeveralResponseResponseBodyData = TypeAliasType(
    "SeveralResponseResponseBodyData",
    "list[_models.FaultData]",
)


class SeveralResponseResponseBody(_SDKError):
    """An error whose `data` is SeveralResponseResponseBodyData."""

    data: SeveralResponseResponseBodyData


SeveralResponse424ResponseBodyTypedDict: TypeAlias = "dict[str, str]"  # fmt: skip
SeveralResponse424ResponseBodyData = TypeAliasType(
    "SeveralResponse424ResponseBodyData",
    "dict[str, str]",
)


class SeveralResponse424ResponseBody(_SDKError):
    """An error whose `data` is SeveralResponse424ResponseBodyData."""

    data: SeveralResponse424ResponseBodyData


SeveralResponseTypedDict: TypeAlias = "_models.DoneTypedDict | _models.LaterTypedDict"  # fmt: skip
SeveralResponse = TypeAliasType(
    "SeveralResponse",
    Annotated["_models.Done | _models.Later | _UnknownVariant", _OneOf()],
)
