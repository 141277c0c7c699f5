"""Models of Json."""

from __future__ import annotations

from typing import TypeAlias

from typing_extensions import TypeAliasType

JSONTypedDict: TypeAlias = "str | list[JSONTypedDict] | dict[str, JSONTypedDict]"
JSON = TypeAliasType(
    "JSON",
    "str | list[JSON] | dict[str, JSON]",
)
