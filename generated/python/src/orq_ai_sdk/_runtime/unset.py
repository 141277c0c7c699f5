"""UNSET, the value of an argument or field that was not given (None means null)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

T = TypeVar("T")


class Unset:
    """The type of UNSET; it is falsy, and there is one instance."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


UNSET: Final = Unset()
Nullable: TypeAlias = T | None
OptionalNullable: TypeAlias = T | None | Unset
