"""What models are made of, and the validators of all types."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from os import PathLike
from typing import IO, TYPE_CHECKING, Annotated, Any, NotRequired, cast

import pydantic
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from .base import BaseModel
from .decimals import Seen, restored
from .encoding import MARK, is_dict, is_list, unmarked
from .errors import RequestValidationError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    Number = float
    FileContent = (
        bytes
        | bytearray
        | IO[bytes]
        | PathLike[str]
        | Iterator[bytes]
        | AsyncIterator[bytes]
    )
else:
    Number = Annotated[int | float, pydantic.Field(union_mode="smart")]
    FileContent = Any


class File(BaseModel):
    """A file to send; the name is that of the file itself if not given."""

    file_name: str | None = None
    content: FileContent
    content_type: str | None = None


class FileTypedDict(TypedDict):
    file_name: NotRequired[str]
    content: FileContent
    content_type: NotRequired[str]


if TYPE_CHECKING:
    FileInput = File | FileTypedDict | FileContent
else:
    FileInput = Any


class Misfit(ValueError):
    """A value does not fit its type; the text says where."""


class Adapter:
    """Reads and writes the values of one type."""

    def __init__(self, kind: Any) -> None:
        rebuild = getattr(kind, "model_rebuild", None)
        if rebuild:
            rebuild()
        adapter = TypeAdapter[Any](kind)
        self._adapter = adapter
        self._read = adapter.validator.validate_json
        self._check = adapter.validator.validate_python
        self._write = adapter.serializer.to_json
        self._dump = adapter.serializer.to_python

    def read(self, body: bytes) -> Any:
        """Decode JSON.

        Raises Misfit: not JSON, or not of the type.
        """
        decimals = Seen()
        try:
            # Strictly, for a union must tell text from numbers.
            value = self._read(body, strict=True, context=decimals)
        except ValidationError as error:
            if not all(map(_is_whole, error.errors(include_url=False))):
                raise Misfit(_describe(error, body)) from error
            value = self._read(body, context=decimals)
        return restored(value, body) if decimals else value

    def check(self, value: Any, what: str) -> Any:
        """The value as the type has it.

        Raises RequestValidationError: it does not fit.
        """
        try:
            return self._check(value)
        except ValidationError as error:
            raise RequestValidationError(
                f"{what}: {_describe(error, value)}"
            ) from error

    def to_json(self, value: Any, what: str) -> bytes:
        """The value as JSON."""
        checked = self.check(value, what)
        return unmarked(
            self._write(checked, by_alias=True, warnings=False, context=MARK)
        )

    def to_fields(
        self, value: Any, what: str, is_file: Callable[[Any], bool]
    ) -> dict[str, Any]:
        """The fields of a form under the names of the wire; files are left alone."""
        checked = self.check(value, what)
        fields: Any = getattr(checked, "__pydantic_fields__", {})
        pairs = checked if fields else checked.items()
        files = {name: item for name, item in pairs if is_file(item)}
        form = self._dump(
            checked, by_alias=True, warnings=False, context=MARK, exclude={*files}
        )
        for name, item in files.items():
            form[(name in fields and fields[name].alias) or name] = item
        return cast("dict[str, Any]", form)

    def to_plain(self, value: Any, what: str) -> Any:
        """The value as JSON-like data under the names of the wire."""
        checked = self.check(value, what)
        return self._dump(
            checked, mode="json", by_alias=True, warnings=False, context=MARK
        )


def _is_whole(detail: ErrorDetails) -> bool:
    """Whether an integer was written as 2.0, as some servers do."""
    value = detail["input"]
    is_number = detail["type"] == "int_type" and isinstance(value, float)
    return is_number and value.is_integer()


def _describe(error: ValidationError, value: Any) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)
    if isinstance(value, bytes):
        from json import loads

        try:
            value = loads(value)
        except ValueError:
            return f"$: {first[0]['msg']}"
    return f"{_path(first[0], value)}: {first[0]['msg']}"


def _path(detail: ErrorDetails, value: Any) -> str:
    """The place as a JSON path; variants of a union, which pydantic lists, are no keys."""
    path = "$"
    rest: list[str | int] = list(detail["loc"])
    while rest:
        key = rest.pop(0)
        if isinstance(key, str) and key.startswith("tagged-union["):
            del rest[:1]  # the tag may be called like a field
            continue
        missing = not rest and detail["type"] == "missing"
        if isinstance(key, int) and is_list(value):
            value = value[key]
        elif is_dict(value) and (key in value or missing):
            value = value.get(str(key))
        elif not missing:
            continue
        named = isinstance(key, str) and key.isidentifier()
        path += f".{key}" if named else f"[{key!r}]"
    return path
