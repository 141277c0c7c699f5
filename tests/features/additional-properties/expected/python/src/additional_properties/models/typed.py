"""Models of Typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._runtime.base import BaseModel


class TypedTypedTypedDict(TypedDict):
    size: NotRequired[int]


class TypedTyped(BaseModel):
    size: int | None = None


class TypedTypedDict(TypedDict):
    id: NotRequired[str]


class Typed(BaseModel):
    id: str | None = None

    if TYPE_CHECKING:

        @property
        def model_extra(self) -> dict[str, TypedTyped]: ...

    else:
        __pydantic_extra__: dict[str, TypedTyped]


TypedInput: TypeAlias = "Typed | TypedTypedDict"  # fmt: skip
"""Typed, or plain data of its shape."""
