"""Plain records: annotations are fields, as in a dataclass, without its import time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from typing import Self


@dataclass_transform()
class Record:
    """Base of the records."""

    _fields: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = cls.__dict__.get("__annotations__", {})  # noqa: RUF063  inspect is slow
        cls._fields = {**cls._fields, **own}

    def __init__(self, *args: Any, **values: Any) -> None:
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__}: at most {len(fields)} arguments")
        values.update(zip(fields, args, strict=False))
        for name in values.keys() - fields.keys():
            raise TypeError(f"{type(self).__name__}: no field {name!r}")
        for name in fields:
            if name not in values and not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__}: {name!r} is missing")
        self.__dict__.update(values)

    def replaced(self, **values: Any) -> Self:
        """The same record with other values."""
        kept = {name: getattr(self, name) for name in self._fields}
        return type(self)(**{**kept, **values})
