"""Models of Json."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from typing_extensions import TypeAliasType

JSONTypedDict: TypeAlias = "str | list[JSONTypedDict] | dict[str, JSONTypedDict]"
if TYPE_CHECKING:
    JSON: TypeAlias = "str | list[JSON] | dict[str, JSON]"
else:
    JSON = TypeAliasType("JSON", "str | list[JSON] | dict[str, JSON]")
