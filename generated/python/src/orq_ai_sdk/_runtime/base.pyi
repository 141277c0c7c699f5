"""What type checkers see of the base of all models, which is a pydantic model.

Pydantic's own declarations take a checker longer than all the rest of a user's file.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, Self, dataclass_transform

def Field(*, alias: str = ..., discriminator: str = ...) -> Any:
    """A field's name on the wire, or the field that tells the variants of a union."""

@dataclass_transform(kw_only_default=True)
class BaseModel:
    """Base of all models.

    A field with default None is optional and not nullable: None is left out. A field
    with default UNSET is optional and nullable: UNSET is left out, None is written.
    Unknown keys are kept.
    """

    model_config: ClassVar[Any]
    model_fields: ClassVar[Mapping[str, Any]]
    __pydantic_extra__: dict[str, Any] | None

    @property
    def model_extra(self) -> dict[str, Any] | None: ...
    @property
    def model_fields_set(self) -> set[str]: ...
    def __iter__(self) -> Iterator[tuple[str, Any]]: ...
    @classmethod
    def model_construct(
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self: ...
    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self: ...
    def model_dump(
        self,
        *,
        mode: Literal["json", "python"] | str = "python",
        include: Any = None,
        exclude: Any = None,
        context: Any = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        round_trip: bool = False,
        warnings: bool | Literal["none", "warn", "error"] = True,
        serialize_as_any: bool = False,
    ) -> dict[str, Any]: ...
    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        ensure_ascii: bool = False,
        include: Any = None,
        exclude: Any = None,
        context: Any = None,
        by_alias: bool | None = None,
        exclude_unset: bool = False,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        round_trip: bool = False,
        warnings: bool | Literal["none", "warn", "error"] = True,
        serialize_as_any: bool = False,
    ) -> str: ...
    @classmethod
    def model_json_schema(
        cls,
        by_alias: bool = True,
        *,
        mode: Literal["validation", "serialization"] = ...,
    ) -> dict[str, Any]: ...
    @classmethod
    def model_rebuild(
        cls, *, force: bool = False, raise_errors: bool = True
    ) -> bool | None: ...
    @classmethod
    def model_validate(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        from_attributes: bool | None = None,
        context: Any = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self: ...
    @classmethod
    def model_validate_json(
        cls,
        json_data: str | bytes | bytearray,
        *,
        strict: bool | None = None,
        context: Any = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self: ...
    @classmethod
    def model_validate_strings(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        context: Any = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self: ...
