"""The base of all models. Type checkers read `base.pyi` in its place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import pydantic
from pydantic import ConfigDict, Field

from .lazy import link
from .unset import UNSET

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["BaseModel", "Field"]


def _is_none(value: object) -> bool:
    return value is None


def _is_unset(value: object) -> bool:
    return value is UNSET


_ABSENT = {None: _is_none, UNSET: _is_unset}
"""Default of an optional field -> what is left out when the model is written."""


class BaseModel(pydantic.BaseModel):
    """Base of all models.

    A field with default None is optional and not nullable: None is left out. A field
    with default UNSET is optional and nullable: UNSET is left out, None is written.
    Unknown keys are kept.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Make the validator, which happens by itself at first use."""
        link(sys.modules[cls.__module__])
        depth = options.pop("_parent_namespace_depth", 2) + 1
        return super().model_rebuild(**options, _parent_namespace_depth=depth)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        link(sys.modules[cls.__module__])
        schema = handler(source)
        try:
            model = cast(Any, handler.resolve_ref_schema(schema))
        except LookupError:
            return schema  # the model refers to itself, and is still being made
        while "fields" not in model:
            model = model["schema"]
        for field in model["fields"].values():
            default = field["schema"].get("default", ...)
            if default is None or default is UNSET:
                field["serialization_exclude_if"] = _ABSENT[default]
        return schema
