"""What a document does not list: kept as it came, so that old clients read new answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, SchemaSerializer, core_schema


class UnrecognizedStr(str):
    """A text of an answer that is none of the values its enum lists."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _from_answers(cls, core_schema.str_schema(strict=True))


class UnrecognizedInt(int):
    """A number of an answer that is none of the values its enum lists."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _from_answers(cls, core_schema.int_schema(strict=True))


def _write(value: Any) -> Any:
    return value.raw if isinstance(value, UnknownVariant) else value


_WRITTEN = core_schema.plain_serializer_function_ser_schema(_write)


class UnknownVariant:
    """A value of an answer that is none of the members of its union; `raw` is what came.

    It can be sent back, and goes out as it came.
    """

    __slots__ = ("raw",)
    # Where no type says how a value is written, pydantic asks the value.
    __pydantic_serializer__ = SchemaSerializer(
        core_schema.any_schema(serialization=_WRITTEN)
    )

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.raw!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnknownVariant) and bool(other.raw == self.raw)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return unknown_schema(cls)


def _from_answers(kind: Callable[[Any], Any], plain: CoreSchema) -> CoreSchema:
    """What JSON may hold beside the values listed; a program has to say that it means it."""
    return core_schema.json_or_python_schema(
        core_schema.no_info_after_validator_function(kind, plain),
        core_schema.is_instance_schema(kind),
    )


def unknown_schema(make: Callable[[Any], UnknownVariant]) -> CoreSchema:
    """Anything at all, in JSON; a program has to say that it means it."""
    return core_schema.json_or_python_schema(
        core_schema.no_info_plain_validator_function(make, serialization=_WRITTEN),
        core_schema.is_instance_schema(UnknownVariant),
        serialization=_WRITTEN,
    )
