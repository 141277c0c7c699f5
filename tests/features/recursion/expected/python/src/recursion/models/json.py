"""Models of Json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from typing_extensions import TypeAliasType

from .._runtime.unions import OneOf as _OneOf
from .._runtime.variants import UnknownVariant as _UnknownVariant

JSONTypedDict: TypeAlias = "str | list[JSONTypedDict] | dict[str, JSONTypedDict]"  # fmt: skip
if TYPE_CHECKING:
    JSON: TypeAlias = "str | list[JSON] | dict[str, JSON] | _UnknownVariant"  # fmt: skip
else:
    JSON = TypeAliasType(
        "JSON",
        Annotated["str | list[JSON] | dict[str, JSON] | _UnknownVariant", _OneOf()],
    )
