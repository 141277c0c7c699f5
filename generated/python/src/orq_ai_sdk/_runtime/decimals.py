"""Decimals, which are numbers in JSON, with all their digits."""

from __future__ import annotations

from decimal import Decimal as Number
from json import loads
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any

from .encoding import MARK, is_dict, is_list

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import SerializationInfo, ValidationInfo


class Seen(list[Any]):
    """The decimals that were read so far, as doubles."""


class _Exact:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema as schemas

        return schemas.with_info_before_validator_function(
            _read,
            handler(source),
            serialization=schemas.plain_serializer_function_ser_schema(
                _write, info_arg=True
            ),
        )


Decimal = Annotated[Number, _Exact()]


def _read(value: Any, info: ValidationInfo[Any]) -> Any:
    if info.mode != "json":
        return value
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number:
        raise ValueError("should be a number")
    if isinstance(info.context, Seen):
        info.context.append(value)
    return Number(repr(value))


def _write(value: Any, info: SerializationInfo[Any]) -> Any:
    """The number, marked where JSON is being written, for pydantic would make it text."""
    if info.context != MARK or isinstance(value, str):
        return value
    if not isfinite(value):
        raise ValueError(f"{value} has no form in JSON")
    return f"{MARK}{value}"


def restored(value: Any, body: bytes) -> Any:
    """A value read from JSON, with the digits that a double does not hold."""
    return _restored(value, loads(body, parse_float=Number, parse_int=Number))


def _restored(value: Any, written: Any) -> Any:
    if isinstance(value, Number):
        return written if isinstance(written, Number) else value
    if is_list(value) and is_list(written):
        return list(map(_restored, value, written))
    if is_dict(written):
        _restore(value, written)
    return value


def _restore(value: Any, written: dict[str, Any]) -> None:
    """The same for what an object holds, in place."""
    if is_dict(value):
        for name, item in value.items():
            value[name] = _restored(item, written.get(name))
        return
    model: object = value
    fields: dict[str, Any] = getattr(type(model), "model_fields", {})
    held = vars(model) if fields else {}
    for name in fields.keys() & held.keys():
        item = written.get(fields[name].alias or name, written.get(name))
        held[name] = _restored(held[name], item)
    extra = getattr(model, "model_extra", None)
    if extra:
        _restore(extra, written)
